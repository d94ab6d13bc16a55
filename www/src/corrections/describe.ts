/** What a person did with a row, in one sentence: what was changed from what to what, by whom and when. */
import type { Metric } from 'fachi';
import { type Key, type Locale, message, nameOf } from '../i18n/messages';
import type { Names } from '../i18n/names';
import type { Correction, Touch, Values } from './model';

const titles: Record<keyof Values, Key> = {
  indicator: 'figures.indicator', label: 'figures.label', value: 'figures.value', unit: 'figures.unit', scope: 'figures.scope',
};

function word(name: keyof Values, value: Values[keyof Values] | undefined, names: Names, locale: Locale): string {
  if (value === null || value === undefined || value === '') return message(locale, 'corrections.nothing');
  if (name === 'indicator') return names.indicator(String(value));
  if (name === 'scope') return nameOf(locale, 'scope', String(value));
  if (name === 'unit') return nameOf(locale, 'unit', String(value));
  return typeof value === 'number' ? value.toLocaleString(locale, { maximumFractionDigits: 10 }) : value;
}

/** Which day, in the reader's own time; nothing where a file held no date. */
function day(at: string, locale: Locale): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleDateString(locale === 'zh' ? 'zh-CN' : 'en-GB');
}

/** By whom and when, as far as is known. */
export const signature = ({ by, at }: Correction, locale: Locale): string => [by, day(at, locale)].filter(Boolean).join(message(locale, 'punctuation.comma'));

/** Each changed field with what was read and what it is now. */
export function changes({ was, correction }: Touch, metric: Metric, names: Names, locale: Locale): string[] {
  if (correction.act !== 'change') return [];
  return (Object.keys(was) as (keyof Values)[]).map((name) =>
    message(locale, 'corrections.from', {
      field: message(locale, titles[name]), before: word(name, was[name], names, locale), after: word(name, metric[name], names, locale),
    }));
}

export function touchedBy(touch: Touch, metric: Metric, names: Names, locale: Locale): string {
  const fields = changes(touch, metric, names, locale).join(message(locale, 'punctuation.semicolon'));
  const what = [nameOf(locale, 'touched', touch.correction.act), fields].filter(Boolean).join(message(locale, 'punctuation.colon'));
  const who = signature(touch.correction, locale);
  return who ? message(locale, 'corrections.signed', { what, who }) : what;
}
