/** One figure: its value, what it counts, its indicator, its section; how much of its total it is, and what a person did with it. */
import { select } from '../app/session';
import { number, t } from '../i18n/locale';
import { Bar } from '../panel/Bar';
import type { Row } from './rows';

interface Props {
  row: Row;
  index: number;
  top: number;
  selected: boolean;
  tabbable: boolean;
  onToggle: (open: boolean) => void;
}

const marks = { confirm: '✓', change: '✎', drop: '×', add: '+' };

const percent = (share: number): string => `${number(Number((share * 100).toFixed(1)))}%`;

function Value({ row }: { row: Row }) {
  return (
    <span role="gridcell" class="value">
      <b class={`figure ${row.look}`}>{row.main}</b>
      {(row.also || row.share !== null) && (
        <small>
          {row.also}
          {row.share !== null && <span class="share">{t('figures.share', { share: percent(row.share) })}</span>}
        </small>
      )}
      {row.share !== null && <Bar share={row.share} look={row.look} />}
    </span>
  );
}

function Label({ row, onToggle }: Pick<Props, 'row' | 'onToggle'>) {
  const { parts, open, level } = row;
  return (
    <span role="gridcell" class="label" style={{ paddingLeft: `${level > 1 ? 0.9 + Math.min(level - 1, 4) * 1.1 : 0}rem` }}>
      {/* The keyboard has left and right for it. */}
      {parts > 0 && <span class={`twisty ${open ? 'open' : ''}`} aria-hidden="true" onClick={() => onToggle(!open)} />}
      <span class="words">
        <span title={row.label} class={row.detail ? undefined : 'long'}>
          {row.act && <em class={`touch ${row.act}`} title={row.touched ?? ''} aria-label={row.touched ?? ''} role="img">{marks[row.act]}</em>}
          {row.scope && <em>{row.scope}</em>}
          <bdi>{row.label}</bdi>
        </span>
        {row.detail && <small>{row.detail}</small>}
      </span>
    </span>
  );
}

function Indicator({ row }: { row: Row }) {
  return (
    <span role="gridcell" class="indicator">
      {row.indicator ? (
        <span title={row.certain ? row.indicator : t('figures.uncertain')} class={row.area ? undefined : 'long'}>
          {row.indicator}
          {!row.certain && <i aria-label={t('figures.uncertain')} role="img"> ?</i>}
        </span>
      ) : (
        <span class="unlisted" title={t('figures.unlisted')} aria-label={t('figures.unlisted')} role="img">—</span>
      )}
      {row.area && <small>{row.area}</small>}
    </span>
  );
}

export function FigureRow({ row, index, top, selected, tabbable, onToggle }: Props) {
  return (
    <div
      class={['row', row.act === 'drop' && 'dropped', row.context && 'context', row.level > 1 && 'part'].filter(Boolean).join(' ')}
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-expanded={row.parts > 0 ? row.open : undefined}
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
      data-metric={row.id}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => select(row.id, 'views')}
    >
      <Value row={row} />
      <Label row={row} onToggle={onToggle} />
      <Indicator row={row} />
      <span role="gridcell" class="section" title={row.section ?? undefined}>{row.section}</span>
    </div>
  );
}
