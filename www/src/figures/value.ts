/** A figure's value in full: 2000余条 → ＞ 2,000 条, 1.36亿元 → 136,000,000 元. */
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

/** The value in its canonical unit with its bound and direction, or null where the words already say just that. */
export function exact(locale: Locale, metric: Pick<Metric, 'text' | 'value' | 'upper' | 'unit' | 'bound' | 'direction' | 'base'>): string | null {
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 10 });
  const range = metric.upper === null ? number(metric.value) : `${number(metric.value)}–${number(metric.upper)}`;
  const unit = nameOf(locale, 'unit', metric.unit);
  const amount = unit === '%' ? `${range}%` : `${range} ${unit}`.trim();
  if (!signs[metric.bound] && !metric.direction && !metric.base && isPlain(metric.text, range)) return null;
  const parts = [
    metric.base && base(locale, metric.base),
    metric.direction && nameOf(locale, 'change', metric.direction),
    signs[metric.bound],
    amount,
  ];
  return parts.filter(Boolean).join(' ');
}
