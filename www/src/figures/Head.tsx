/** The head of the table: each column by which rows can be sorted has a button. */
import { t } from '../i18n/locale';
import type { Column } from './order';
import { order, sort } from './view';

const titles = { place: 'figures.section', value: 'figures.value', indicator: 'figures.indicator', unit: 'figures.unit' } as const;

const sorted = (...columns: Column[]) =>
  columns.includes(order.value.by) ? (order.value.down ? 'descending' : 'ascending') : 'none';

function Sort({ column }: { column: Column }) {
  const on = order.value.by === column;
  const name = t(titles[column]);
  return (
    <button type="button" class={on ? 'on' : undefined} title={t('figures.sortBy', { column: name })} onClick={() => sort(column)}>
      {name}
      <span aria-hidden="true">{on ? (order.value.down ? ' ↓' : ' ↑') : ''}</span>
    </button>
  );
}

export function Head() {
  return (
    <div class="head" role="row" aria-rowindex={1}>
      <span role="columnheader" aria-sort={sorted('value', 'unit')}>
        <Sort column="value" />
        <Sort column="unit" />
      </span>
      <span role="columnheader">{t('figures.label')}</span>
      <span role="columnheader" aria-sort={sorted('indicator')}><Sort column="indicator" /></span>
      <span role="columnheader" aria-sort={sorted('place')}><Sort column="place" /></span>
    </div>
  );
}
