/** What the page and its worker say to each other. */
import type { Catalog, Report } from 'fachi';
import type { Locale } from '../i18n/messages';

export interface Job {
  text: string;
  locale: Locale;
  /** How many sentences the summary may hold. */
  sentences: number;
}

export type Reply =
  /** The core is there; sent once, of its own accord. */
  | { kind: 'ready' }
  /** Names to show; sent before the first report in a language. */
  | { kind: 'names'; catalog: Catalog }
  | { kind: 'report'; report: Report }
  /** A refusal with the core's stable code: too_large, not_text, not_ready. */
  | { kind: 'refusal'; code: string };
