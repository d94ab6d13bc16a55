/** The row model: what the table shows of a figure. Rows are made when they come into view, so 100 000 figures cost nothing. */
import type { Catalog, Metric, Report } from 'fachi';
import { areaClasses } from '../area/area';
import { type Locale, nameOf } from '../i18n/messages';
import { exact } from './value';

export interface Row {
  id: string;
  /** The value as the text writes it. */
  written: string;
  exact: string | null;
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
}

export interface Rows {
  count: number;
  at(index: number): Row;
  /** The row of a figure, -1 where there is none. */
  indexOf(metric: string): number;
}

const namesOf = (list: readonly { id: string; name: string }[] = []) => new Map(list.map(({ id, name }) => [id, name]));

export function rowsOf(report: Report, catalog: Catalog | null, locale: Locale): Rows {
  const areas = namesOf(catalog?.areas);
  const indicators = namesOf(catalog?.indicators);
  const looks = areaClasses(catalog);
  const sections = new Map(report.sections.map(({ id, heading }) => [id, heading]));
  const places = new Map(report.metrics.map(({ id }, index) => [id, index]));
  const row = (metric: Metric): Row => ({
    id: metric.id,
    written: metric.text,
    exact: exact(locale, metric),
    label: metric.label,
    detail: [metric.subject, metric.action].filter(Boolean).join(' · '),
    indicator: metric.indicator && (indicators.get(metric.indicator) ?? metric.indicator),
    certain: metric.certain,
    area: metric.area && (areas.get(metric.area) ?? metric.area),
    look: (metric.area && looks.get(metric.area)) ?? '',
    scope: metric.scope === 'report' ? null : nameOf(locale, 'scope', metric.scope),
    section: metric.section && (sections.get(metric.section) ?? null),
  });
  return {
    count: report.metrics.length,
    at: (index) => row(report.metrics[index]!),
    indexOf: (metric) => places.get(metric) ?? -1,
  };
}
