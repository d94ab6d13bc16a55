/** The form of a row: its indicator, what it counts, its value, unit and scope; for a figure that was read, and for a new one. */
import { useId, useState } from 'preact/hooks';
import { catalog, select, source } from '../app/session';
import '../i18n/later';
import { named, t } from '../i18n/locale';
import { Dialog } from './Dialog';
import { IndicatorPicker } from './IndicatorPicker';
import { type Editing, closeForm } from './editing';
import { around, guess, numberOf, valuesOf } from './form';
import type { Values } from './model';
import { corrected } from './said';
import { add, author, change } from './store';

const scopes: Values['scope'][] = ['report', 'since', 'earlier', 'elsewhere', 'target'];

function beginning(of: Editing) {
  const metric = of.kind === 'row' ? corrected.peek()!.metrics.find(({ id }) => id === of.id) : undefined;
  const span = metric?.span ?? (of.kind === 'new' ? of.span : { start: 0, end: 0 });
  const wide = { start: Math.max(0, span.start - 40), end: span.end + 40 };
  const quoted = around(source.peek(), span, metric?.sentence ?? wide);
  return { metric, quoted, first: metric ? valuesOf(metric) : guess(quoted[1]) };
}

export function EditDialog({ of }: { of: Editing }) {
  const id = useId();
  const [{ metric, quoted, first }] = useState(() => beginning(of));
  const [values, setValues] = useState(first);
  const [typed, setTyped] = useState(String(first.value));
  const [wrong, setWrong] = useState(false);
  const set = (some: Partial<Values>): void => setValues({ ...values, ...some });

  const save = (event: Event, close: () => void): void => {
    event.preventDefault();
    const value = numberOf(typed);
    setWrong(value === null);
    if (value === null) return document.getElementById(`${id}-value`)!.focus();
    const said = { ...values, value, label: values.label.trim(), unit: values.unit.trim() };
    if (of.kind === 'row') change(of.id, said);
    else {
      add(of.span, said);
      const added = corrected.peek()!.metrics.find(({ span }) => span.start === of.span.start);
      if (added) select(added.id, 'text');
    }
    close();
  };

  return (
    <Dialog title={t(of.kind === 'row' ? 'corrections.changeTitle' : 'corrections.addTitle')} first="[role=combobox]" onClose={closeForm}>
      {(close) => (
        <form onSubmit={(event) => save(event, close)} noValidate>
          <blockquote lang="zh-CN">{quoted[0]}<mark>{quoted[1]}</mark>{quoted[2]}</blockquote>
          <IndicatorPicker value={values.indicator} near={metric?.alternatives ?? []} area={metric?.area ?? null} onChoose={(indicator) => set({ indicator })} />
          <div class="field">
            <label for={`${id}-label`}>{t('figures.label')}</label>
            <input type="text" id={`${id}-label`} lang="zh-CN" value={values.label} onInput={(event) => set({ label: event.currentTarget.value })} />
          </div>
          <div class="pair">
            <div class="field">
              <label for={`${id}-value`}>{t('figures.value')}</label>
              <input
                type="text"
                id={`${id}-value`}
                inputMode="decimal"
                value={typed}
                aria-invalid={wrong}
                aria-describedby={wrong ? `${id}-wrong` : undefined}
                onInput={(event) => { setTyped(event.currentTarget.value); setWrong(false); }}
              />
            </div>
            <div class="field">
              <label for={`${id}-unit`}>{t('figures.unit')}</label>
              <input type="text" id={`${id}-unit`} lang="zh-CN" list={`${id}-units`} value={values.unit} onInput={(event) => set({ unit: event.currentTarget.value })} />
              <datalist id={`${id}-units`}>{catalog.value?.units.map((unit) => <option key={unit.id} value={unit.id} />)}</datalist>
            </div>
          </div>
          {wrong && <p class="wrong" id={`${id}-wrong`} role="alert">{t('corrections.notNumber')}</p>}
          <div class="pair">
            <div class="field">
              <label for={`${id}-scope`}>{t('figures.scope')}</label>
              <select id={`${id}-scope`} value={values.scope} onChange={(event) => set({ scope: event.currentTarget.value as Values['scope'] })}>
                {scopes.map((scope) => <option key={scope} value={scope}>{named('scope', scope)}</option>)}
              </select>
            </div>
            <div class="field">
              <label for={`${id}-by`}>{t('corrections.by')}</label>
              <input type="text" id={`${id}-by`} autocomplete="off" value={author.value} onInput={(event) => { author.value = event.currentTarget.value; }} />
            </div>
          </div>
          <div class="ends">
            <button type="button" class="button" onClick={close}>{t('corrections.cancel')}</button>
            <button type="submit" class="button main">{t('corrections.save')}</button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
