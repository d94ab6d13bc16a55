/**
 * Where a figure stands, told by its words and those around it inside its sentence: a name that holds when the text is read again,
 * edited elsewhere or pasted anew with other line breaks.
 */
import type { Metric, Span } from 'fachi';

export interface Place {
  /** The words themselves, as given. */
  text: string;
  before: string;
  after: string;
  /** Which of those with the same words, from 0. */
  nth: number;
}

type Quote = Omit<Place, 'nth'>;

/** How many characters around a figure name it. */
const BEFORE = 32;
const AFTER = 16;
/** How many must still be there when a sentence was edited. */
const NEAR_BEFORE = 8;
const NEAR_AFTER = 4;

/** Full-width forms and blanks make no difference, as they make none to the core. */
export const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '');

const ENDS = /[。！？!?]/;

/** Blanks don't count, so twice as many are looked at. */
function before(source: string, at: number): string {
  const words = source.slice(Math.max(0, at - 2 * BEFORE), at).split(ENDS).at(-1)!;
  return plain(words).slice(-BEFORE);
}

function after(source: string, at: number): string {
  return plain(source.slice(at, at + 2 * AFTER).split(ENDS)[0]!).slice(0, AFTER);
}

export const quote = (source: string, { start, end }: Span): Quote => ({
  text: source.slice(start, end), before: before(source, start), after: after(source, end),
});

export const keyOf = ({ text, before, after, nth }: Place): string => `${before}⟦${plain(text)}⟧${after}#${nth}`;

/** The place of one of the figures of a text. */
export function placeOf(source: string, metrics: readonly Metric[], metric: Metric): Place {
  const sought = quote(source, metric.span);
  const words = keyOf({ ...sought, nth: 0 });
  let nth = 0;
  for (const other of metrics) {
    if (other.id === metric.id) break;
    if (other.text === metric.text && keyOf({ ...quote(source, other.span), nth: 0 }) === words) nth += 1;
  }
  return { ...sought, nth };
}

/** The place of words that are no figure to the core. */
export function placeAt(source: string, span: Span): Place {
  const sought = quote(source, span);
  const nth = spansOf(source, sought).findIndex(({ start }) => start === span.start);
  return { ...sought, nth: Math.max(0, nth) };
}

/** Every place of some words between the same neighbours. */
export function spansOf(source: string, { text, before, after }: Quote): Span[] {
  const found: Span[] = [];
  if (text === '') return found;
  const last = before.at(-1);
  for (let start = source.indexOf(text); start >= 0; start = source.indexOf(text, start + text.length)) {
    // One look at the neighbour spares most of the work where the words are all over a long text.
    if (last !== undefined && plain(source.slice(Math.max(0, start - 4), start)).at(-1) !== last) continue;
    const span = { start, end: start + text.length };
    const here = quote(source, span);
    if (here.before === before && here.after === after) found.push(span);
  }
  return found;
}

const near = ({ text, before, after }: Quote): string => `${before.slice(-NEAR_BEFORE)}⟦${plain(text)}⟧${after.slice(0, NEAR_AFTER)}`;

/** Things under the words that are nearest to them. */
class Neighbours<T> {
  readonly #all = new Map<string, T[]>();

  add(words: Quote, thing: T): void {
    const list = this.#all.get(near(words));
    if (list) list.push(thing);
    else this.#all.set(near(words), [thing]);
  }

  /** The only one that stands there. */
  alone(words: Quote): T | undefined {
    const list = this.#all.get(near(words));
    return list?.length === 1 ? list[0] : undefined;
  }
}

/**
 * Which figure stands at which of the places: by all the words around it; else, where a sentence was edited, by the nearest ones,
 * if just one figure and one place have them.
 */
export function match(source: string, metrics: readonly Metric[], places: readonly Place[]): Map<Place, Metric> {
  const wanted = new Set(places.map(({ text }) => plain(text)));
  const known = new Map(places.map((place) => [keyOf(place), place]));
  const counts = new Map<string, number>();
  const found = new Map<Place, Metric>();
  const unclaimed = new Neighbours<Metric>();
  for (const metric of metrics) {
    if (!wanted.has(plain(metric.text))) continue;
    const words = quote(source, metric.span);
    const same = keyOf({ ...words, nth: 0 });
    const nth = counts.get(same) ?? 0;
    counts.set(same, nth + 1);
    const place = known.get(keyOf({ ...words, nth }));
    if (place) found.set(place, metric);
    else unclaimed.add(words, metric);
  }
  const lost = new Neighbours<Place>();
  for (const place of places) if (!found.has(place)) lost.add(place, place);
  for (const place of places) {
    const metric = unclaimed.alone(place);
    if (metric && lost.alone(place) === place) found.set(place, metric);
  }
  return found;
}
