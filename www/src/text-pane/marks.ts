/** A report to the marks in its text: every heading, title and figure, as CodeMirror decorations. */
import { RangeSet, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet } from '@codemirror/view';
import type { Metric, Report, Span } from 'fachi';

/** A place in the text. */
export type Place = { from: number; to: number };

const heading = Decoration.mark({ class: 'mark heading' });
const title = Decoration.mark({ class: 'mark title' });
const current = Decoration.mark({ class: 'current', attributes: { 'aria-current': 'true' } });

/** What of a report is marked. */
type Marked = Pick<Report, 'identity' | 'sections' | 'documents'> & { metrics: readonly Metric[] };

/** The marks of a report over a text of `length`; `classes` names the look of each area. */
export function decorate(report: Marked, classes: Map<string, string>, length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const add = (mark: Decoration, { start, end }: Span): void => {
    // A mark without length, or beyond the text, would be the core's mistake: the rest is shown all the same.
    if (start < end && end <= length) ranges.push(mark.range(start, end));
  };
  if (report.identity.title) add(heading, report.identity.title.span);
  for (const { span } of report.sections) add(heading, span);
  for (const { spans } of report.documents) for (const span of spans) add(title, span);
  for (const { id, span, area } of report.metrics) {
    const look = (area && classes.get(area)) ?? '';
    add(Decoration.mark({ class: `mark figure ${look}`.trim(), metric: id }), span);
  }
  return RangeSet.of(ranges, true);
}

/** The mark of the place that is selected. */
export function currentMark(place: Place | null): DecorationSet {
  return place && place.from < place.to ? RangeSet.of(current.range(place.from, place.to)) : RangeSet.empty;
}

/** Where a figure stands now, after the edits since it was read. */
export function placeOf(marks: DecorationSet, metric: string): Place | null {
  for (const cursor = marks.iter(); cursor.value; cursor.next()) {
    if (cursor.value.spec.metric === metric) return { from: cursor.from, to: cursor.to };
  }
  return null;
}

/** The figure at a position, both ends included. */
export function metricAt(marks: DecorationSet, position: number): string | null {
  let found: string | null = null;
  marks.between(position, position, (_from, _to, { spec }) => {
    found = (spec.metric as string | undefined) ?? found;
    return found === null ? undefined : false;
  });
  return found;
}
