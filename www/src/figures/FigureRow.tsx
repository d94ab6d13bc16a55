/** One figure: its value as written and in full, what it counts, its indicator, and the section where it stands. */
import { select } from '../app/session';
import { t } from '../i18n/locale';
import type { Row } from './rows';

interface Props {
  row: Row;
  index: number;
  top: number;
  selected: boolean;
  tabbable: boolean;
}

export function FigureRow({ row, index, top, selected, tabbable }: Props) {
  const choose = (): void => select(row.id, 'views');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  return (
    <div
      class="row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
      data-metric={row.id}
      style={{ transform: `translateY(${top}px)` }}
      onClick={choose}
      onKeyDown={onKeyDown}
    >
      <span role="gridcell" class="value">
        <b class={`figure ${row.look}`}>{row.written}</b>
        {row.exact && <small>{row.exact}</small>}
      </span>
      <span role="gridcell" class="label">
        <span title={row.label} class={row.detail ? undefined : 'long'}>
          {row.scope && <em>{row.scope}</em>}
          {row.label}
        </span>
        {row.detail && <small>{row.detail}</small>}
      </span>
      <span role="gridcell" class="indicator">
        {row.indicator ? (
          <span title={row.certain ? row.indicator : t('figures.uncertain')} class={row.area ? undefined : 'long'}>
            {row.indicator}
            {!row.certain && <i aria-label={t('figures.uncertain')}> ?</i>}
          </span>
        ) : (
          <span class="unlisted" title={t('figures.unlisted')} aria-label={t('figures.unlisted')}>—</span>
        )}
        {row.area && <small>{row.area}</small>}
      </span>
      <span role="gridcell" class="section" title={row.section ?? undefined}>
        {row.section}
      </span>
    </div>
  );
}
