/** The row model: what the table shows of a figure. Rows are made when they come into view, so 100 000 figures cost little. */
import type { Catalog, Metric, Report } from 'fachi';
import { areaClasses } from '../area/area';
import { touchedBy } from '../corrections/describe';
import type { Act, Corrected } from '../corrections/model';
import { type Locale, nameOf } from '../i18n/messages';
import { namesIn } from '../i18n/names';
import { type Forest, type Item, share } from './tree';
import { type Form, shown } from './value';

export interface Row extends Item {
  id: string;
  /** The value in the form that the reader chose, and what that form leaves out. */
  main: string;
  also: string | null;
  label: string;
  /** Whose, and what was done: what tells the label from its like. */
  detail: string;
  indicator: string | null;
  certain: boolean;
  area: string | null;
  look: string;
  /** Only where the figure isn't this report's own for its year. */
  scope: string | null;
  section: string | null;
  /** Of its total, between 0 and 1. */
  share: number | null;
  /** What a person did with the row, and the sentence that says it. */
  act: Act | null;
  touched: string | null;
}

export interface Rows {
  count: number;
  /** How many figures are wanted; rows may be more, for totals of the wanted, and fewer, for parts of what is closed. */
  kept: number;
  total: number;
  at(index: number): Row;
  item(index: number): Item;
  metric(index: number): Metric;
  /** The row of a figure, -1 where there is none. */
  indexOf(metric: string): number;
}

export interface Table {
  report: Report;
  corrected: Corrected;
  catalog: Catalog | null;
  locale: Locale;
  form: Form;
  forest: Forest;
  items: readonly Item[];
  kept: number;
}

export function rowsOf({ report, corrected, catalog, locale, form, forest, items, kept }: Table): Rows {
  const { metrics, touches } = corrected;
  const names = namesIn(catalog);
  const looks = areaClasses(catalog);
  const sections = new Map(report.sections.map(({ id, heading }) => [id, heading]));
  /** Made when a row is first sought: most readings pass without. */
  let places: Map<string, number> | undefined;
  const row = (item: Item): Row => {
    const metric = metrics[item.index]!;
    const touch = touches.get(metric.id);
    // Where a person put the value right, the words of the text no longer say it.
    const changed = touch !== undefined && ('value' in touch.was || 'unit' in touch.was);
    const { main, also } = shown(locale, metric, changed && form === 'written' ? 'exact' : form);
    return {
      ...item,
      id: metric.id,
      main,
      also,
      label: metric.label,
      detail: [metric.subject, metric.action].filter(Boolean).join(' · '),
      indicator: metric.indicator && names.indicator(metric.indicator),
      certain: metric.certain,
      area: metric.area && names.area(metric.area),
      look: (metric.area && looks.get(metric.area)) ?? '',
      scope: metric.scope === 'report' ? null : nameOf(locale, 'scope', metric.scope),
      section: metric.section && (sections.get(metric.section) ?? null),
      share: share(metric, metrics[forest.parents.get(item.index) ?? -1]),
      act: touch?.correction.act ?? null,
      touched: touch ? touchedBy(touch, metric, names, locale) : null,
    };
  };
  return {
    count: items.length,
    kept,
    total: metrics.length,
    at: (index) => row(items[index]!),
    item: (index) => items[index]!,
    metric: (index) => metrics[items[index]!.index]!,
    indexOf: (metric) => {
      places ??= new Map(items.map(({ index }, place) => [metrics[index]!.id, place]));
      return places.get(metric) ?? -1;
    },
  };
}
