/** Above the table: search, filter, order and form of values, and a row for words that are no figure yet. */
import { useState } from 'preact/hooks';
import { busy, passage } from '../app/session';
import { CorrectionsButton } from '../corrections/CorrectionsButton';
import { editPassage } from '../corrections/editing';
import { number, t } from '../i18n/locale';
import { Choice } from './Choice';
import { Filters } from './Filters';
import { choices } from './filter';
import { columns } from './order';
import { choose, filter, form, order, rows } from './view';
import { forms } from './value';

export function Toolbar() {
  const [open, setOpen] = useState(false);
  const count = choices(filter.value);
  const { kept, total } = rows.value!;
  return (
    <div class="toolbar">
      <div class="line">
        <input
          type="search"
          aria-label={t('figures.search')}
          placeholder={t('figures.searchHint')}
          value={filter.value.words}
          onInput={(event) => choose({ words: event.currentTarget.value })}
        />
        <button type="button" class="button" aria-expanded={open} aria-controls="filters" onClick={() => setOpen(!open)}>
          {count > 0 ? t('figures.filtered', { count }) : t('figures.filter')}
        </button>
        <Choice title={t('figures.form')} value={form.value} onChoose={(value) => { form.value = value; }} options={forms.map((one) => [one, t(`form.${one}`)])} />
        <button type="button" class="button" disabled={!passage.value || busy.value} title={t('corrections.addHint')} onClick={editPassage}>
          {t('corrections.add')}
        </button>
        <CorrectionsButton />
      </div>
      <div class="filters" id="filters" hidden={!open}>
        {open && <Filters />}
        <span class="sorting">
          <Choice
            title={t('figures.order')}
            value={order.value.by}
            onChoose={(by) => { order.value = { by, down: by === 'value' }; }}
            options={columns.map((one) => [one, t(`figures.${one}`)])}
          />
          <button type="button" class="button" aria-pressed={order.value.down} onClick={() => { order.value = { ...order.value, down: !order.value.down }; }}>
            {t('figures.turn')}
          </button>
        </span>
      </div>
      <p class="shown" role="status">{kept < total && t('figures.shown', { count: number(kept), total: number(total) })}</p>
    </div>
  );
}
