/** How an area looks: the same underline under its figures in the text and in the table. */
import type { Catalog } from 'fachi';

/** The class of each area, by its place in the catalog: area.css holds as many underlines as the catalog has areas. */
export function areaClasses(catalog: Catalog | null): Map<string, string> {
  return new Map((catalog?.areas ?? []).map(({ id }, index) => [id, `area-${index}`]));
}
