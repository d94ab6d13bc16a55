/** A figure's value as it is shown: 2000余条 → > 2,000 条, 1.36亿元 → 136,000,000 元, 2864000元 → 286.4 万元. */
import type { Metric } from 'fachi';
import { type Locale, message, nameOf } from '../i18n/messages';

const signs: Record<string, string> = { about: '≈', over: '>', at_least: '≥', under: '<', at_most: '≤' };

function base(locale: Locale, year: string): string {
  return /^\d{4}$/.test(year) ? message(locale, 'base.year', { year }) : nameOf(locale, 'base', year);
}

/** Whether the words already begin with the value in full (4,867件, 1 5起, 11大类): a scale or Chinese numerals never do. */
function isPlain(text: string, range: string): boolean {
  const words = text.replace(/[\s,，]/g, '');
  const digits = range.replaceAll(',', '');
  return words.startsWith(digits) && !/^[.\d]/.test(words.slice(digits.length));
}

type Figure = Pick<Metric, 'text' | 'value' | 'upper' | 'unit' | 'bound' | 'direction' | 'base'>;

/** How values are shown: in the words of the text, with every digit, or in 万 and 亿. */
export const forms = ['written', 'exact', 'scaled'] as const;
export type Form = (typeof forms)[number];

const digits = (locale: Locale) => (value: number): string => value.toLocaleString(locale, { maximumFractionDigits: 10 });

const scales = [[1e8, '亿'], [1e4, '万']] as const;

/** 2864000 → 286.4 万: Chinese counts in ten thousands. */
const scaled = (locale: Locale) => (value: number): string => {
  const [size, name] = scales.find(([one]) => Math.abs(value) >= one) ?? [1, ''];
  // The quotient of two short decimals, without the dust of binary division.
  return `${digits(locale)(Number((value / size).toPrecision(12)))}${name ? ` ${name}` : ''}`;
};

function amount(locale: Locale, { value, upper, unit }: Figure, number: (value: number) => string): string {
  const range = upper === null ? number(value) : `${number(value)}–${number(upper)}`;
  const name = nameOf(locale, 'unit', unit);
  return name === '%' ? `${range}%` : /[万亿]$/.test(range) ? `${range}${name}` : `${range} ${name}`.trim();
}

function bounded(locale: Locale, { bound, direction, base: year }: Figure, words: string): string {
  const parts = [year && base(locale, year), direction && nameOf(locale, 'change', direction), signs[bound], words];
  return parts.filter(Boolean).join(' ');
}

/** The value in its canonical unit with its bound and direction, or null where the words already say just that. */
export function exact(locale: Locale, metric: Figure): string | null {
  const number = digits(locale);
  const range = metric.upper === null ? number(metric.value) : `${number(metric.value)}–${number(metric.upper)}`;
  const alone = !signs[metric.bound] && !metric.direction && !metric.base;
  return alone && isPlain(metric.text, range) ? null : bounded(locale, metric, amount(locale, metric, number));
}

const bare = (words: string): string => words.replace(/[\s,，]/g, '');

/** The value in the form that the reader chose, and below it what that leaves out: the words, or the exact value. */
export function shown(locale: Locale, metric: Figure, form: Form): { main: string; also: string | null } {
  if (form === 'written') return { main: metric.text, also: exact(locale, metric) };
  const main = bounded(locale, metric, amount(locale, metric, form === 'exact' ? digits(locale) : scaled(locale)));
  return { main, also: bare(main) === bare(metric.text) ? null : metric.text };
}
