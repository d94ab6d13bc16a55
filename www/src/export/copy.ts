/** What goes onto the clipboard: rows for a spreadsheet or a document, and a figure with its quotation and place. */
import type { Metric } from 'fachi';
import { rows } from '../figures/view';
import { type Cell, plain } from './cells';
import { type Clip, clip } from './clip';
import { type Material, Words, isDropped } from './material';

const columns = ['figures.value', 'figures.unit', 'figures.label', 'figures.indicator', 'figures.section', 'export.touched'] as const;

const cellsOf = (metric: Metric, words: Words): Cell[] => [
  isDropped(metric, words.from.corrected) ? null : metric.value,
  words.named('unit', metric.unit),
  [metric.subject, metric.action, metric.label].filter(Boolean).join(' '),
  words.indicator(metric),
  words.heading(metric),
  [words.touched(metric), words.changed(metric)].filter(Boolean).join(words.t('punctuation.colon')),
];

/** The rows as the reader has them before them: filtered, sorted, with what is open. */
export function tableClip(from: Material): Clip {
  const words = new Words(from);
  const table = rows.peek()!;
  const metrics = Array.from({ length: table.count }, (_, index) => table.metric(index));
  return clip([columns.map((title) => words.t(title)), ...metrics.map((metric) => cellsOf(metric, words).map(plain))]);
}

export const rowClip = (from: Material, metric: Metric): Clip => clip([cellsOf(metric, new Words(from)).map(plain)]);

/** 公证 1874件：“全年办理公证1874件……”（《……报告》，2023年，（一）……） */
export function quotation(from: Material, metric: Metric): Clip {
  const words = new Words(from);
  const { title, year } = from.report.identity;
  const place = [title && words.t('export.titled', { title: title.text }), year, words.heading(metric)].filter(Boolean).join(words.t('punctuation.comma'));
  const touched = words.touched(metric) && words.t('export.byHand', { what: words.touched(metric) });
  const figure = `${[metric.subject, metric.action, metric.label].filter(Boolean).join(' ')} ${words.full(metric)}`.trim();
  const text = [figure, words.t('export.quoted', { text: words.sentence(metric).trim() }), place && `—— ${place}`, touched].filter(Boolean).join('\n');
  return { text };
}
