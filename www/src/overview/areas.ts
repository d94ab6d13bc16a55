/** How many figures the report gives on each area, from the most to the least. */
import type { Catalog, Metric } from 'fachi';
import { areaClasses } from '../area/area';

export interface AreaBar {
  id: string;
  name: string;
  look: string;
  count: number;
  /** Of the longest bar, 0 to 1. */
  share: number;
}

export function areaBars(metrics: readonly Metric[], catalog: Catalog | null): AreaBar[] {
  const counts = new Map<string, number>();
  for (const { area } of metrics) if (area) counts.set(area, (counts.get(area) ?? 0) + 1);
  const looks = areaClasses(catalog);
  const names = new Map(catalog?.areas.map(({ id, name }) => [id, name]));
  // Areas of the catalog that the report says nothing on are shown too: a gap is news.
  for (const id of names.keys()) if (!counts.has(id)) counts.set(id, 0);
  const most = Math.max(1, ...counts.values());
  return [...counts]
    .map(([id, count]) => ({ id, name: names.get(id) ?? id, look: looks.get(id) ?? '', count, share: count / most }))
    .sort((one, other) => other.count - one.count);
}
