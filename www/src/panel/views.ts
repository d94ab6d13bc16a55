/** The views beside the text, in the order of their tabs. A further view is a folder and a line here. */
import type { Report } from 'fachi';
import type { ComponentType } from 'preact';
import { Figures } from '../figures/Figures';
import type { Key } from '../i18n/messages';
import { Overview } from '../overview/Overview';

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
];
