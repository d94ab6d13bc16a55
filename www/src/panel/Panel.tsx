/** What was read, beside the text: a tab for each view, and the one that is open. */
import { useState } from 'preact/hooks';
import { busy, report } from '../app/session';
import { number, t } from '../i18n/locale';
import { views } from './views';
import './panel.css';

export function Panel() {
  const [open, setOpen] = useState(views[0]!.id);
  const read = report.value;
  const { Content } = views.find(({ id }) => id === open)!;
  return (
    <section class="panel" aria-label={t('panel.name')} aria-busy={busy.value}>
      <div class="top">
        <div class="tabs" role="tablist" aria-label={t('panel.name')}>
          {views.map(({ id, title, count }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`tab-${id}`}
              aria-selected={id === open}
              aria-controls="view"
              onClick={() => setOpen(id)}
            >
              {t(title)} {read && <b>{number(count(read))}</b>}
            </button>
          ))}
        </div>
        <p class="facts" role="status">
          {read && <span class="unseen">{t('figures.count', { count: number(read.metrics.length) })}</span>}
          {busy.value && <span class="busy">{t('panel.busy')}</span>}
          {read && <span>{t('text.count', { count: number(read.text.characters) })}</span>}
        </p>
      </div>
      <div class="view" id="view" role="tabpanel" aria-labelledby={`tab-${open}`}>
        <Content />
      </div>
    </section>
  );
}
