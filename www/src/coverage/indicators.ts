/** The core indicators of each area: those that the report gives, and those that it lacks. */
import type { Catalog, Coverage, Metric } from 'fachi';

export interface Named {
  id: string;
  name: string;
  /** The first figure that reports it. */
  metric: Metric | null;
}

export interface AreaIndicators {
  id: string;
  name: string;
  metrics: number;
  characters: number;
  given: Named[];
  lacking: Named[];
}

export function byArea({ areas, indicators }: Coverage, metrics: readonly Metric[], catalog: Catalog | null): AreaIndicators[] {
  const known = new Map(catalog?.indicators.map((indicator) => [indicator.id, indicator]));
  const names = new Map(catalog?.areas.map(({ id, name }) => [id, name]));
  const first = new Map<string, Metric>();
  for (const metric of metrics) if (metric.indicator && !first.has(metric.indicator)) first.set(metric.indicator, metric);
  const pick = (ids: readonly string[], area: string): Named[] => ids
    .filter((id) => (known.get(id)?.area ?? id.split('.')[0]) === area)
    .map((id) => ({ id, name: known.get(id)?.name ?? id, metric: first.get(id) ?? null }));
  return areas.map(({ id, metrics: count, characters }) => ({
    id, name: names.get(id) ?? id, metrics: count, characters, given: pick(indicators.given, id), lacking: pick(indicators.lacking, id),
  }));
}
