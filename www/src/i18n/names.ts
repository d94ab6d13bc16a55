/** Names that the core's catalog gives to ids; an id that it doesn't know shows as it stands. */
import type { Catalog } from 'fachi';

export interface Names {
  indicator(id: string): string;
  area(id: string): string;
  requirement(id: string): string;
}

const nothing: Names = { indicator: (id) => id, area: (id) => id, requirement: (id) => id };
const made = new WeakMap<Catalog, Names>();

const lookup = (list: readonly { id: string; name: string }[]) => {
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return (id: string): string => names.get(id) ?? id;
};

export function namesIn(catalog: Catalog | null): Names {
  if (!catalog) return nothing;
  const names = made.get(catalog)
    ?? { indicator: lookup(catalog.indicators), area: lookup(catalog.areas), requirement: lookup(catalog.requirements) };
  made.set(catalog, names);
  return names;
}
