/** What a person can say about the reading, and take back; loaded with the first thing that says it. */
import { type ReadonlySignal, batch, computed, signal } from '@preact/signals';
import { report, source } from '../app/session';
import { type Act, type Correction, type Values, correct, difference } from './model';
import { type Place, keyOf, placeAt, placeOf } from './place';
import { type Said, corrected, correcting, entries, ignoredKeys } from './said';

correcting.value = correct;

/** How many steps can be taken back. */
const STEPS = 200;

const past = signal<readonly ReadonlyMap<string, Correction>[]>([]);

/** Who corrects, as that person wants to be called; stays in this page. */
export const author = signal('');

export const canUndo: ReadonlySignal<boolean> = computed(() => past.value.length > 0);

export function ignore(key: string): void {
  ignoredKeys.value = new Set(ignoredKeys.value).add(key);
}

export function unignore(key: string): void {
  const rest = new Set(ignoredKeys.value);
  rest.delete(key);
  ignoredKeys.value = rest;
}

function step(edit: (next: Map<string, Correction>) => void): void {
  const next = new Map(entries.value);
  edit(next);
  batch(() => {
    past.value = [...past.value, entries.value].slice(-STEPS);
    entries.value = next;
  });
}

const said = (place: Place, act: Act, values: Partial<Values>, label: string): Correction =>
  ({ place, act, values, label, by: author.peek().trim(), at: new Date().toISOString() });

const metricOf = (id: string) => corrected.peek()!.metrics.find((metric) => metric.id === id)!;
const readOf = (id: string) => report.peek()!.metrics.find((metric) => metric.id === id);

/** Where a row's correction is kept: at its own place, whether the core or a person found it. */
function placeOfRow(id: string): Place {
  const touch = corrected.peek()!.touches.get(id);
  return touch?.correction.place ?? placeOf(source.peek(), report.peek()!.metrics, readOf(id)!);
}

function put(id: string, act: Act, values: Partial<Values>, label = metricOf(id).label): void {
  const place = placeOfRow(id);
  step((next) => next.set(keyOf(place), said(place, act, values, label)));
}

/** The row is right as it was read. */
export const confirm = (id: string): void => put(id, 'confirm', {});

/** The row is as `values` say; where they say what was read, it is confirmed. */
export function change(id: string, values: Values): void {
  const read = readOf(id);
  if (corrected.peek()!.touches.get(id)?.correction.act === 'add' || !read) return put(id, 'add', values, values.label);
  const different = difference(read, values);
  put(id, Object.keys(different).length > 0 ? 'change' : 'confirm', different, values.label);
}

/** The row is no figure of this report; an added one just goes. */
export function drop(id: string): void {
  if (corrected.peek()!.touches.get(id)?.correction.act === 'add') restore(id);
  else put(id, 'drop', {});
}

/** Words of the text are a figure that was not read. */
export function add(span: { start: number; end: number }, values: Values): void {
  const place = placeAt(source.peek(), span);
  step((next) => next.set(keyOf(place), said(place, 'add', values, values.label)));
}

/** The row as it was read. */
export function restore(id: string): void {
  const place = placeOfRow(id);
  remove([keyOf(place)]);
}

/** Forgets corrections, by the keys of their places. */
export const remove = (keys: readonly string[]): void => step((next) => keys.forEach((key) => next.delete(key)));

/** Takes the last step back. */
export function undo(): void {
  const before = past.value.at(-1);
  if (!before) return;
  batch(() => {
    past.value = past.value.slice(0, -1);
    entries.value = before;
  });
}

/** What was said at an earlier visit: the beginning, with no step to take back. */
export function begin({ corrections: said, ignored: keys }: Said): void {
  batch(() => {
    past.value = [];
    entries.value = new Map(said.map((correction) => [keyOf(correction.place), correction]));
    ignoredKeys.value = new Set(keys);
  });
}

/** Adds what was said before: at a place that has a correction already, the one that comes wins. */
export function join({ corrections: more, ignored: keys }: Said): void {
  batch(() => {
    step((next) => more.forEach((correction) => next.set(keyOf(correction.place), correction)));
    ignoredKeys.value = new Set([...ignoredKeys.value, ...keys]);
  });
}
