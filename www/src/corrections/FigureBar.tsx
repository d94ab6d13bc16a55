/** Below the table: the selected row, what a person did with it, and what can be done. */
import { useState } from 'preact/hooks';
import { catalog } from '../app/session';
import { copyFigure } from '../export/exporting';
import { locale, t } from '../i18n/locale';
import { namesIn } from '../i18n/names';
import { touchedBy } from './describe';
import { edit } from './editing';
import { toggleConfirmed, toggleDropped } from './keys';
import { corrected } from './said';
import { restore } from './store';
import './figure-bar.css';

/** Says for a moment that it was done. */
function CopyAct({ id, as }: { id: string; as: 'row' | 'quotation' }) {
  const [done, setDone] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    if (await copyFigure(id, as)) setDone(id);
  };
  return (
    <button type="button" class="button" aria-keyshortcuts={as === 'row' ? 'Control+C' : undefined} onClick={() => void copy()}>
      <span role="status">{t(done === id ? 'export.copied' : `export.${as}`)}</span>
    </button>
  );
}

export function FigureBar({ id }: { id: string }) {
  const metric = corrected.value?.metrics.find((one) => one.id === id);
  if (!metric) return null;
  const touch = corrected.value!.touches.get(id);
  const act = touch?.correction.act;
  return (
    <div class="figure-bar" role="group" aria-label={t('corrections.row')}>
      <p>
        <bdi>{metric.label}</bdi> <b>{metric.text}</b>
        {touch && <small>{touchedBy(touch, metric, namesIn(catalog.value), locale.value)}</small>}
      </p>
      <div class="acts">
        <button type="button" class="button" aria-pressed={act === 'confirm'} aria-keyshortcuts="Space" onClick={() => toggleConfirmed(id)}>{t('corrections.confirm')}</button>
        <button type="button" class="button" aria-keyshortcuts="Enter" onClick={() => edit(id)}>{t('corrections.change')}</button>
        {act !== 'add' && (
          <button type="button" class="button" aria-pressed={act === 'drop'} aria-keyshortcuts="Delete" onClick={() => toggleDropped(id)}>{t('corrections.drop')}</button>
        )}
        <CopyAct id={id} as="row" />
        <CopyAct id={id} as="quotation" />
        {(act === 'change' || act === 'add') && (
          <button type="button" class="button" onClick={() => restore(id)}>{t(act === 'add' ? 'corrections.remove' : 'corrections.restore')}</button>
        )}
      </div>
    </div>
  );
}
