/** What the form of a row begins with, and what it makes of what was typed. */
import type { Metric, Span } from 'fachi';
import type { Values } from './model';

const digits = (words: string): string => words.normalize('NFKC').replace(/[\s,]/g, '');

/** A typed number, or null where it is none: 4,867 and full-width digits are. */
export function numberOf(typed: string): number | null {
  const plain = digits(typed);
  const value = Number(plain);
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) && Number.isFinite(value) ? value : null;
}

const scales: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** A first guess at marked words, for a person to put right: the digits at their beginning and what follows. */
export function guess(words: string): Values {
  const [, number = '', scale = '', unit = ''] = /^(-?\d+(?:\.\d+)?)([万亿]?)(.*)$/s.exec(digits(words)) ?? [];
  const value = number === '' ? 0 : Number((Number(number) * (scales[scale] ?? 1)).toPrecision(12));
  return { indicator: null, label: '', value, unit: number === '' || unit.length > 6 ? '' : unit, scope: 'report' };
}

export const valuesOf = ({ indicator, label, value, unit, scope }: Metric): Values => ({ indicator, label, value, unit, scope });

/** The longest quotation shown around a figure. */
const AROUND = 120;

/** The words around a figure: before it, itself, after it. */
export function around(source: string, { start, end }: Span, sentence: Span): [string, string, string] {
  const from = Math.max(sentence.start, start - AROUND);
  const to = Math.min(sentence.end, end + AROUND);
  return [(from > sentence.start ? '…' : '') + source.slice(from, start), source.slice(start, end), source.slice(end, to) + (to < sentence.end ? '…' : '')];
}
