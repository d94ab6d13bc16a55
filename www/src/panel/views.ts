/** The views beside the text, in the order of their tabs. A further view is a folder, a line here and a name in contents.ts. */
import type { Report } from 'fachi';
import type { ComponentType } from 'preact';
import { usePart, part } from '../app/lazy';
import { view } from '../app/session';
import { ignored } from '../corrections/said';
import type { Key } from '../i18n/messages';
import { Overview } from '../overview/Overview';

export interface View {
  id: string;
  title: Key;
  /** How many things it lists, where that says something. */
  count?(report: Report): number;
}

const FIRST = 'overview';

export const views: readonly View[] = [
  { id: FIRST, title: 'overview.title' },
  { id: 'figures', title: 'figures.title', count: ({ metrics }) => metrics.length },
  { id: 'findings', title: 'findings.title', count: ({ findings }) => findings.filter(({ key }) => !ignored.value.has(key)).length },
  { id: 'coverage', title: 'coverage.title' },
  { id: 'documents', title: 'documents.title', count: ({ documents }) => documents.length },
  { id: 'summary', title: 'summary.title' },
  { id: 'problems', title: 'problems.title', count: ({ problems }) => problems.length },
];

const others = part(() => import('./contents'));

/** What the open view shows, or null while it is being loaded; where that fails, the first view comes back. */
export function useContent(): ComponentType | null {
  const id = view.value;
  const loaded = usePart(others, id !== FIRST, () => { view.value = FIRST; });
  return id === FIRST ? Overview : loaded?.contents[id] ?? null;
}
