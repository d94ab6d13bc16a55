/** The views beside the text, in the order of their tabs. A further view is a folder and a line here. */
import type { Report } from 'fachi';
import type { ComponentType } from 'preact';
import { CoverageView } from '../coverage/CoverageView';
import { Documents } from '../documents/Documents';
import { Figures } from '../figures/Figures';
import type { Key } from '../i18n/messages';
import { Findings } from '../findings/Findings';
import { ignored } from '../corrections/store';
import { Overview } from '../overview/Overview';
import { Problems } from '../problems/Problems';
import { Summary } from '../summary/Summary';

export interface View {
  id: string;
  title: Key;
  /** How many things it lists, where that says something. */
  count?(report: Report): number;
  Content: ComponentType;
}

export const views: readonly View[] = [
  { id: 'overview', title: 'overview.title', Content: Overview },
  { id: 'figures', title: 'figures.title', count: ({ metrics }) => metrics.length, Content: Figures },
  { id: 'findings', title: 'findings.title', count: ({ findings }) => findings.filter(({ key }) => !ignored.value.has(key)).length, Content: Findings },
  { id: 'coverage', title: 'coverage.title', Content: CoverageView },
  { id: 'documents', title: 'documents.title', count: ({ documents }) => documents.length, Content: Documents },
  { id: 'summary', title: 'summary.title', Content: Summary },
  { id: 'problems', title: 'problems.title', count: ({ problems }) => problems.length, Content: Problems },
];
