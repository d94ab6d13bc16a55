/** Findings in the text: an underline where each is to be mended, and a flag in the margin of its line. */
import { RangeSet, type Range, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter, gutters } from '@codemirror/view';
import type { Span } from 'fachi';
import type { Place } from './marks';

/** What the text shows of a finding. */
export interface Flagged {
  id: string;
  severity: string;
  /** For those who can't see the underline. */
  label: string;
  span: Span;
}

interface Flags {
  marks: DecorationSet;
  margin: RangeSet<GutterMarker>;
}

export const setFindings = StateEffect.define<readonly Flagged[]>();

class Flag extends GutterMarker {
  constructor(private readonly severity: string, private readonly label: string) {
    super();
  }

  override eq(other: Flag): boolean {
    return this.severity === other.severity && this.label === other.label;
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement('span');
    dom.className = `flag ${this.severity}`;
    dom.role = 'img';
    dom.ariaLabel = this.label;
    dom.title = this.label;
    return dom;
  }
}

/** From the gravest down. */
const gravity = ['error', 'warning', 'note'];
const rank = (severity: string): number => (gravity.indexOf(severity) + gravity.length + 1) % (gravity.length + 1);

export function flagsOf(findings: readonly Flagged[], doc: Text): Flags {
  const marks: Range<Decoration>[] = [];
  const lines = new Map<number, Flagged[]>();
  for (const finding of findings) {
    const { start, end } = finding.span;
    if (start >= end || end > doc.length) continue;
    marks.push(Decoration.mark({ class: `slip ${finding.severity}`, finding: finding.id }).range(start, end));
    const line = doc.lineAt(start).from;
    lines.set(line, [...(lines.get(line) ?? []), finding]);
  }
  const margin = [...lines].map(([line, list]) => {
    const [gravest] = [...list].sort((one, other) => rank(one.severity) - rank(other.severity));
    return new Flag(gravest!.severity, list.map(({ label }) => label).join('\n')).range(line);
  });
  return { marks: RangeSet.of(marks, true), margin: RangeSet.of<GutterMarker>(margin, true) };
}

export const findingField = StateField.define<Flags>({
  create: ({ doc }) => flagsOf([], doc),
  update(flags, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFindings)) return flagsOf(effect.value, transaction.newDoc);
    if (!transaction.docChanged) return flags;
    return { marks: flags.marks.map(transaction.changes), margin: flags.margin.map(transaction.changes) };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ marks }) => marks),
    gutter({ class: 'flags', markers: (view) => view.state.field(field).margin }),
    gutters({ fixed: false }),
  ],
});

/** The findings at a position, both ends included. */
export function findingsAt(marks: DecorationSet, position: number): string[] {
  const found: string[] = [];
  marks.between(position, position, (_from, _to, { spec }) => { found.push(spec.finding as string); });
  return found;
}

/** The next finding from a position, around the end if need be. */
export function findingFrom(marks: DecorationSet, position: number, step: 1 | -1): Place | null {
  const places: Place[] = [];
  for (const cursor = marks.iter(); cursor.value; cursor.next()) places.push({ from: cursor.from, to: cursor.to });
  if (step < 0) places.reverse();
  return places.find(({ from }) => (step > 0 ? from > position : from < position)) ?? places[0] ?? null;
}
