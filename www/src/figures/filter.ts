/** Which figures the reader wants to see: by words, area, indicator, kind, scope, section, and what a person has done. */
import type { Catalog, Metric, Report } from 'fachi';
import type { Corrected } from '../corrections/model';
import { namesIn } from '../i18n/names';

/** What stands for figures that have no area, indicator or section. */
export const NONE = '-';

export interface Filter {
  words: string;
  area: string;
  indicator: string;
  kind: string;
  scope: string;
  section: string;
  /** `touched`, `untouched`, or `uncertain`: another indicator is close. */
  state: string;
}

export const everything: Filter = { words: '', area: '', indicator: '', kind: '', scope: '', section: '', state: '' };

/** How many of the choices but the words are made. */
export const choices = (filter: Filter): number => Object.entries(filter).filter(([name, value]) => name !== 'words' && value !== '').length;

export const fold = (words: string): string => words.normalize('NFKC').toLowerCase();

type Test = (metric: Metric) => boolean;

/** Every word must stand in the row or in its sentence. Many figures share a long sentence, so each sentence is looked at once. */
function hasWords(words: string, source: string, catalog: Catalog | null): Test | null {
  const sought = fold(words).split(/\s+/).filter(Boolean);
  if (sought.length === 0) return null;
  const names = namesIn(catalog);
  const sentences = new Map<number, string[]>();
  const inSentence = ({ sentence: { start, end } }: Metric): string[] => {
    let found = sentences.get(start);
    if (!found) {
      const text = fold(source.slice(start, end));
      found = sought.filter((word) => text.includes(word));
      sentences.set(start, found);
    }
    return found;
  };
  return (metric) => {
    const around = inSentence(metric);
    if (around.length === sought.length) return true;
    const name = metric.indicator && names.indicator(metric.indicator);
    const row = fold([metric.text, metric.label, metric.subject, metric.action, name, metric.value].filter((part) => part != null).join('\n'));
    return sought.every((word) => around.includes(word) || row.includes(word));
  };
}

/** The sections below one, and itself. */
function below(report: Report, section: string): Set<string> {
  const found = new Set([section]);
  for (const { id, parent } of report.sections) if (parent !== null && found.has(parent)) found.add(id);
  return found;
}

/** Whether a figure is wanted; null where all are. */
export function wanted(filter: Filter, report: Report, source: string, { touches }: Corrected, catalog: Catalog | null): Test | null {
  const equal = (value: string, of: (metric: Metric) => string | null): Test | null =>
    value === '' ? null : (metric) => (of(metric) ?? NONE) === value;
  const states: Record<string, Test> = {
    touched: ({ id }) => touches.has(id),
    untouched: ({ id }) => !touches.has(id),
    uncertain: ({ id, certain }) => !certain && !touches.has(id),
  };
  const sections = filter.section === '' || filter.section === NONE ? null : below(report, filter.section);
  const tests = [
    equal(filter.area, ({ area }) => area),
    equal(filter.indicator, ({ indicator }) => indicator),
    equal(filter.kind, ({ kind }) => kind),
    equal(filter.scope, ({ scope }) => scope),
    sections ? ({ section }: Metric) => section !== null && sections.has(section) : equal(filter.section, ({ section }) => section),
    states[filter.state] ?? null,
    hasWords(filter.words, source, catalog),
  ].filter((test) => test !== null);
  return tests.length === 0 ? null : (metric) => tests.every((test) => test(metric));
}
