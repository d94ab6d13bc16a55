/** The orders of the table: by place, value, indicator or unit. Equal rows stay in the order of the text. */
import type { Catalog, Metric } from 'fachi';
import type { Locale } from '../i18n/messages';
import { namesIn } from '../i18n/names';

export const columns = ['place', 'value', 'indicator', 'unit'] as const;
export type Column = (typeof columns)[number];

export interface Order {
  by: Column;
  down: boolean;
}

/** The order after a click on a column: the other way round where it is sorted by that already; numbers begin with the biggest. */
export function turned({ by, down }: Order, column: Column): Order {
  return { by: column, down: by === column ? !down : column === 'value' };
}

/** The rank of each word as the language sorts them; what is empty or unknown comes last, whichever way. */
function ranks(entries: readonly (readonly [string, string])[], locale: Locale): Map<string, number> {
  const { compare } = new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en');
  return new Map([...entries].sort(([, a], [, b]) => compare(a, b)).map(([id], rank) => [id, rank]));
}

type Compare = (a: number, b: number) => number;

function byRank(keys: readonly (string | null)[], known: ReadonlyMap<string, number>, sign: number): Compare {
  const found = keys.map((key) => (key === null || key === '' ? undefined : known.get(key)));
  return (a, b) => {
    const [left, right] = [found[a], found[b]];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return sign * (left - right);
  };
}

export function comparison(metrics: readonly Metric[], catalog: Catalog | null, locale: Locale, { by, down }: Order): Compare {
  const sign = down ? -1 : 1;
  const value: Compare = (a, b) => metrics[a]!.value - metrics[b]!.value;
  const place: Compare = (a, b) => a - b;
  if (by === 'place') return (a, b) => sign * place(a, b);
  if (by === 'value') return (a, b) => sign * value(a, b) || place(a, b);
  if (by === 'indicator') {
    const names = namesIn(catalog);
    const used = [...new Set(metrics.map(({ indicator }) => indicator ?? ''))].filter(Boolean);
    const compare = byRank(metrics.map(({ indicator }) => indicator), ranks(used.map((id) => [id, names.indicator(id)]), locale), sign);
    return (a, b) => compare(a, b) || place(a, b);
  }
  const used = [...new Set(metrics.map(({ unit }) => unit))];
  const compare = byRank(metrics.map(({ unit }) => unit), ranks(used.map((unit) => [unit, unit]), locale), sign);
  // Within a unit values can be compared: the biggest first.
  return (a, b) => compare(a, b) || value(b, a) || place(a, b);
}
