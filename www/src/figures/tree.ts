/** Totals with their parts below them: the rows of the table in order, as far as they are kept and open. */
import type { Metric } from 'fachi';

/** Figures by their place in the list: those that are part of none, and the parts of each. */
export interface Forest {
  roots: readonly number[];
  parts: ReadonlyMap<number, readonly number[]>;
  parents: ReadonlyMap<number, number>;
}

/** A row of the table. */
export interface Item {
  /** Of the figure. */
  index: number;
  /** 1 for those that are part of none. */
  level: number;
  /** Among its brothers, from 1, and how many they are. */
  position: number;
  size: number;
  /** How many of its parts are rows, and whether they are shown. */
  parts: number;
  open: boolean;
  /** Here only because a part of it is kept. */
  context: boolean;
}

export function forestOf(metrics: readonly Pick<Metric, 'id' | 'partOf'>[]): Forest {
  const places = new Map(metrics.map(({ id }, index) => [id, index]));
  const parts = new Map<number, number[]>();
  const parents = new Map<number, number>();
  const roots: number[] = [];
  metrics.forEach(({ partOf }, index) => {
    const parent = partOf === null ? undefined : places.get(partOf);
    // A part may stand before its total, but a ring of parts must not make a row its own ancestor.
    if (parent === undefined || within(parents, parent, index)) return void roots.push(index);
    parents.set(index, parent);
    const list = parts.get(parent);
    if (list) list.push(index);
    else parts.set(parent, [index]);
  });
  return { roots, parts, parents };
}

/** The steps up are few: totals of totals of totals are where reports end. */
const DEEPEST = 32;

/** Whether `index` is `ancestor` or below it; what lies too deep counts as such. */
function within(parents: ReadonlyMap<number, number>, index: number, ancestor: number): boolean {
  let at: number | undefined = index;
  for (let steps = 0; at !== undefined && steps < DEEPEST; steps += 1) {
    if (at === ancestor) return true;
    at = parents.get(at);
  }
  return at !== undefined;
}

export interface Wish {
  /** Whether a figure is wanted; its totals come with it. */
  keep: ((index: number) => boolean) | null;
  compare(a: number, b: number): number;
  isOpen(index: number): boolean;
}

/** The kept figures, and those above them; the latter only for context. */
function keptOf({ parents }: Forest, count: number, keep: NonNullable<Wish['keep']>): { shown: Set<number>; kept: Set<number> } {
  const kept = new Set<number>();
  const shown = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    if (!keep(index)) continue;
    kept.add(index);
    for (let at: number | undefined = index; at !== undefined && !shown.has(at); at = parents.get(at)) shown.add(at);
  }
  return { shown, kept };
}

export function itemsOf(forest: Forest, count: number, { keep, compare, isOpen }: Wish): { items: Item[]; kept: number } {
  const filtered = keep && keptOf(forest, count, keep);
  const items: Item[] = [];
  const walk = (indices: readonly number[], level: number): void => {
    const shown = (filtered ? indices.filter((index) => filtered.shown.has(index)) : [...indices]).sort(compare);
    shown.forEach((index, position) => {
      const parts = forest.parts.get(index) ?? [];
      const rows = filtered ? parts.filter((part) => filtered.shown.has(part)).length : parts.length;
      const open = rows > 0 && isOpen(index);
      const context = filtered !== null && !filtered.kept.has(index);
      items.push({ index, level, position: position + 1, size: shown.length, parts: rows, open, context });
      if (open) walk(parts, level + 1);
    });
  };
  walk(forest.roots, 1);
  return { items, kept: filtered?.kept.size ?? count };
}

/** How much of its total a part is, where both count the same and the part is not the bigger one. */
export function share(part: Metric, total: Metric | undefined): number | null {
  if (!total || total.unit !== part.unit || total.kind !== part.kind || part.kind === 'rate' || part.kind === 'change') return null;
  return total.value > 0 && part.value >= 0 && part.value <= total.value ? part.value / total.value : null;
}
