/** The table in full, a figure a row: what the core read of it, what a person made of that, and where it stands. */
import type { Metric } from 'fachi';
import type { Key } from '../i18n/messages';
import type { Cell } from './cells';
import { type Material, Words, isDropped } from './material';

/** The value of a dropped row is empty, so that no sum counts it; its words still stand beside it. */
const ofKept = (value: (metric: Metric) => number | null) => (metric: Metric, words: Words): Cell =>
  isDropped(metric, words.from.corrected) ? null : value(metric);

const columns: readonly [Key, (metric: Metric, words: Words) => Cell][] = [
  ['export.id', ({ id }) => id],
  ['export.words', ({ text }) => text],
  ['figures.value', ofKept(({ value }) => value)],
  ['export.upper', ofKept(({ upper }) => upper)],
  ['figures.unit', ({ unit }, words) => words.named('unit', unit)],
  ['figures.kind', ({ kind }, words) => words.named('measure', kind)],
  ['export.bound', ({ bound }, words) => words.named('bound', bound === 'exact' ? null : bound)],
  ['export.direction', ({ direction }, words) => words.named('change', direction)],
  ['export.base', ({ base }, words) => (base && /^\d{4}$/.test(base) ? base : words.named('base', base))],
  ['figures.label', ({ label }) => label],
  ['export.action', ({ action }) => action],
  ['export.subject', ({ subject }) => subject],
  ['figures.indicator', (metric, words) => words.indicator(metric)],
  ['export.indicatorId', ({ indicator }) => indicator],
  ['figures.area', (metric, words) => words.area(metric)],
  ['identity.year', ({ year }) => year],
  ['figures.scope', ({ scope }, words) => words.named('scope', scope)],
  ['export.partOf', ({ partOf }) => partOf],
  ['figures.section', (metric, words) => words.heading(metric)],
  ['export.sentence', (metric, words) => words.sentence(metric).trim()],
  ['export.start', ({ span }) => span.start],
  ['export.end', ({ span }) => span.end],
  ['export.touched', (metric, words) => words.touched(metric)],
  ['export.changed', (metric, words) => words.changed(metric)],
  ['export.signed', (metric, words) => words.signed(metric)],
];

export function fullTable(from: Material): { head: string[]; rows: Cell[][] } {
  const words = new Words(from);
  return {
    head: columns.map(([title]) => words.t(title)),
    rows: from.corrected.metrics.map((metric) => columns.map(([, cell]) => cell(metric, words))),
  };
}
