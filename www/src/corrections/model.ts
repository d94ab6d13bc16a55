/** The figures as the core read them, put right by a person: what was changed, and what it was before. */
import type { Catalog, Metric, Report, Span } from 'fachi';
import { type Place, match, spansOf } from './place';

export type Act = 'confirm' | 'change' | 'drop' | 'add';

/** What a person can say of a figure. */
export type Values = Pick<Metric, 'indicator' | 'label' | 'value' | 'unit' | 'scope'>;

/** What one person said of one figure. */
export interface Correction {
  place: Place;
  act: Act;
  /** Of a change what is new, of an addition all of it. */
  values: Partial<Values>;
  /** What it counts, to be told from others where its figure is gone. */
  label: string;
  by: string;
  /** When, as an ISO date and time. */
  at: string;
}

/** How a row came to differ from the reading. */
export interface Touch {
  correction: Correction;
  /** What the core had read of what was changed. */
  was: Partial<Values>;
}

export interface Corrected {
  /** As they are after the corrections, in the order of the text; dropped ones are still there, and touched. */
  metrics: readonly Metric[];
  touches: ReadonlyMap<string, Touch>;
  /** Those whose figure is not in this text. */
  orphans: readonly Correction[];
}

const kinds: Record<string, Metric['kind']> = { amount: 'amount', rate: 'rate', points: 'change', duration: 'duration' };

const kindOf = (catalog: Catalog | null, unit: string): Metric['kind'] =>
  kinds[catalog?.units.find(({ id }) => id === unit)?.kind ?? ''] ?? 'count';

const areaOf = (catalog: Catalog | null, indicator: string | null): string | null =>
  catalog?.indicators.find(({ id }) => id === indicator)?.area ?? null;

function changed(metric: Metric, values: Partial<Values>, catalog: Catalog | null): Metric {
  const next = { ...metric, ...values };
  if (values.indicator) next.area = areaOf(catalog, values.indicator) ?? metric.area;
  if (values.indicator !== undefined) Object.assign(next, { certain: true, alternatives: [] });
  if (values.unit !== undefined) next.kind = metric.kind === 'change' ? 'change' : kindOf(catalog, values.unit);
  if (values.value !== undefined) Object.assign(next, { upper: null, bound: 'exact' });
  return next;
}

const before = (metric: Metric, values: Partial<Values>): Partial<Values> =>
  Object.fromEntries(Object.keys(values).map((name) => [name, metric[name as keyof Values]]));

const inside = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The figure that a person made of words of the text. */
function added({ values, place }: Correction, span: Span, id: string, { report, source, catalog }: Reading): Metric {
  const section = report.sections.filter(({ body, span: heading }) => inside(body, span) || inside(heading, span)).at(-1);
  const neighbour = report.metrics.find(({ sentence }) => inside(sentence, span));
  return {
    id, span, text: source.slice(span.start, span.end), source: 'text', value: 0, upper: null, unit: '', direction: null, base: null,
    bound: 'exact', label: place.text, action: null, subject: null, indicator: null, alternatives: [], certain: true, cue: null,
    partOf: null, year: report.identity.year, scope: 'report', section: section?.id ?? null, sentence: neighbour?.sentence ?? span,
    ...values, kind: kindOf(catalog, values.unit ?? ''), area: areaOf(catalog, values.indicator ?? null) ?? section?.area ?? null,
  };
}

export interface Reading {
  report: Report;
  source: string;
  catalog: Catalog | null;
}

export function correct(reading: Reading, corrections: readonly Correction[]): Corrected {
  const { report, source, catalog } = reading;
  if (corrections.length === 0) return { metrics: report.metrics, touches: new Map(), orphans: [] };
  const touches = new Map<string, Touch>();
  const orphans: Correction[] = [];
  const next = new Map<string, Metric>();
  const more: Metric[] = [];
  const put = (metric: Metric, correction: Correction): void => {
    touches.set(metric.id, { correction, was: before(metric, correction.values) });
    next.set(metric.id, changed(metric, correction.values, catalog));
  };
  const found = match(source, report.metrics, corrections.filter(({ act }) => act !== 'add').map(({ place }) => place));
  for (const correction of corrections) {
    const { place, act } = correction;
    if (act !== 'add') {
      const metric = found.get(place);
      if (metric) put(metric, correction);
      else orphans.push(correction);
      continue;
    }
    const span = spansOf(source, place)[place.nth];
    const read = span && report.metrics.find((metric) => overlap(metric.span, span));
    // The core has come to read it by itself: there can't be two figures at one place.
    if (read) put(read, correction);
    else if (span) {
      const metric = added(correction, span, `a${more.length + 1}`, reading);
      more.push(metric);
      touches.set(metric.id, { correction, was: {} });
    } else orphans.push(correction);
  }
  const metrics = report.metrics.map((metric) => next.get(metric.id) ?? metric).concat(more);
  if (more.length > 0) metrics.sort((a, b) => a.span.start - b.span.start);
  return { metrics, touches, orphans };
}

/** What differs from the figure as it is: nothing else is kept of what a form holds. */
export function difference(metric: Metric, values: Values): Partial<Values> {
  const entries = Object.entries(values).filter(([name, value]) => metric[name as keyof Values] !== value);
  return Object.fromEntries(entries);
}
