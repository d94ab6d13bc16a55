/**
 * The tree table: a treegrid whose rows take the focus and are drawn as they come into view. The row on which the keyboard is
 * selects its figure; left and right close and open totals, and what can be done with a row has a key.
 */
import { useLayoutEffect, useState } from 'preact/hooks';
import { select, selection } from '../app/session';
import { rowKey } from '../corrections/keys';
import { t } from '../i18n/locale';
import { FigureRow } from './FigureRow';
import { Head } from './Head';
import type { Rows } from './rows';
import { reveal, selectTotal, toggle } from './view';
import { useViewport } from './viewport';
import { rowForKey, scrollFor, visibleRows } from './window';

/** What left and right do on a tree: close or open, else go up to the total or down to the first part. */
function turn(table: Rows, row: number, key: string): boolean {
  const { parts, open, level, index } = table.item(row);
  const towards = key === 'ArrowRight';
  if (!towards && key !== 'ArrowLeft') return false;
  if (parts > 0 && open !== towards) toggle(table.metric(row), towards);
  else if (towards && open) select(table.metric(row + 1).id, 'views');
  else if (!towards && level > 1) selectTotal(index);
  return true;
}

export function Grid({ table }: { table: Rows }) {
  const [grid, setGrid] = useState<HTMLElement | null>(null);
  const viewport = useViewport(grid);
  const chosen = selection.value;
  const active = chosen ? table.indexOf(chosen.metric) : -1;
  const tabbable = Math.min(Math.max(0, active), table.count - 1);

  // A row selected here scrolls just enough, one selected in the text comes to the middle.
  useLayoutEffect(() => {
    if (!chosen || !grid) return;
    if (active < 0) return reveal(chosen.metric);
    grid.scrollTop = scrollFor(active, viewport, chosen.from === 'views' ? 'edge' : 'middle');
    if (grid.contains(document.activeElement)) grid.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus({ preventScroll: true });
  }, [chosen, active]);

  const { top, height, rowHeight } = viewport;
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys pressed in the head are those of its buttons.
    if (!(event.target as HTMLElement).matches('.row')) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const next = plain ? rowForKey(event.key, tabbable, table.count, page) : null;
    if (next !== null) select(table.metric(next).id, 'views');
    else if (!(plain && turn(table, tabbable, event.key)) && !rowKey(event, table.metric(tabbable).id)) return;
    event.preventDefault();
  };

  return (
    <div
      class="grid"
      role="treegrid"
      aria-label={t('figures.name')}
      aria-description={t('figures.keys')}
      aria-rowcount={table.count + 1}
      ref={setGrid}
      onKeyDown={onKeyDown}
    >
      <Head />
      <div class="body" role="rowgroup" style={{ height: table.count * rowHeight }}>
        {visibleRows({ top, height, rowHeight, count: table.count, active: tabbable }).map((index) => (
          <FigureRow
            key={table.metric(index).id}
            row={table.at(index)}
            index={index}
            top={index * rowHeight}
            selected={index === active}
            tabbable={index === tabbable}
            onToggle={(open) => {
              // First, so that what is selected is never among what closes.
              select(table.metric(index).id, 'views');
              toggle(table.metric(index), open);
            }}
          />
        ))}
      </div>
    </div>
  );
}
