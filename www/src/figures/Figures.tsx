/** The table of figures: a grid whose rows are drawn as they come into view; the row on which the keyboard is selects its figure. */
import { useComputed } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';
import { catalog, report, select, selection } from '../app/session';
import { locale, t } from '../i18n/locale';
import { FigureRow } from './FigureRow';
import { rowsOf } from './rows';
import { useViewport } from './viewport';
import { rowForKey, scrollFor, visibleRows } from './window';
import './figures.css';

export function Figures() {
  const [grid, setGrid] = useState<HTMLElement | null>(null);
  const viewport = useViewport(grid);
  const rows = useComputed(() => report.value && rowsOf(report.value, catalog.value, locale.value)).value;
  const chosen = selection.value;
  const active = chosen && rows ? rows.indexOf(chosen.metric) : -1;

  // A row selected here scrolls just enough, one selected in the text comes to the middle.
  useLayoutEffect(() => {
    if (active < 0 || !grid) return;
    grid.scrollTop = scrollFor(active, viewport, chosen?.from === 'views' ? 'edge' : 'middle');
    if (grid.contains(document.activeElement)) grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [chosen]);

  if (!rows) return null;
  if (rows.count === 0) return <p class="none">{t('figures.none')}</p>;

  const { top, height, rowHeight } = viewport;
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = rowForKey(event.key, Math.max(0, active), rows.count, page);
    if (next === null) return;
    event.preventDefault();
    select(rows.at(next).id, 'views');
  };

  return (
    <div class="figures" role="grid" aria-label={t('figures.name')} aria-rowcount={rows.count + 1} ref={setGrid} onKeyDown={onKeyDown}>
      <div class="head" role="row" aria-rowindex={1}>
        <span role="columnheader">{t('figures.value')}</span>
        <span role="columnheader">{t('figures.label')}</span>
        <span role="columnheader">{t('figures.indicator')}</span>
        <span role="columnheader">{t('figures.section')}</span>
      </div>
      <div class="body" role="rowgroup" style={{ height: rows.count * rowHeight }}>
        {visibleRows({ top, height, rowHeight, count: rows.count, active: Math.max(0, active) }).map((index) => (
          <FigureRow
            key={index}
            row={rows.at(index)}
            index={index}
            top={index * rowHeight}
            selected={index === active}
            tabbable={index === Math.max(0, active)}
          />
        ))}
      </div>
    </div>
  );
}
