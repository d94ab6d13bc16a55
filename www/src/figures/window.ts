/** Which rows of a long table to draw: those in view, a few around them, and the one that holds the keyboard's focus. */

/** Rows drawn beyond the edges, so that a quick scroll shows no gap. */
const MARGIN = 6;

export interface View {
  /** How far the table is scrolled, and how much of it is seen, in pixels. */
  top: number;
  height: number;
  rowHeight: number;
  count: number;
  /** The row that the keyboard is on: it stays in the document even out of view, so that focus is never lost. */
  active: number;
}

export function visibleRows({ top, height, rowHeight, count, active }: View): number[] {
  const first = Math.max(0, Math.floor(top / rowHeight) - MARGIN);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + MARGIN);
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
  if (active >= 0 && active < first && active < count) rows.unshift(active);
  if (active >= end && active < count) rows.push(active);
  return rows;
}

/** How far to scroll so that row `index` is wholly in view: not at all where it is, else just enough or to the middle. */
export function scrollFor(index: number, { top, height, rowHeight }: Omit<View, 'count' | 'active'>, to: 'edge' | 'middle'): number {
  const start = index * rowHeight;
  if (start >= top && start + rowHeight <= top + height) return top;
  if (to === 'middle') return Math.max(0, start - (height - rowHeight) / 2);
  return start < top ? start : start + rowHeight - height;
}

/** The row that a key leads to from row `from`, or null for keys that lead nowhere. */
export function rowForKey(key: string, from: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: count - 1,
  };
  const target = steps[key];
  return target === undefined ? null : Math.max(0, Math.min(count - 1, target));
}
