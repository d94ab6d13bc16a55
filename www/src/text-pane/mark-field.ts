/** Keeps the marks in the editor's state: they move with every edit until the next report replaces them. */
import { type ChangeDesc, ChangeSet, StateEffect, StateField } from '@codemirror/state';
import { type DecorationSet, EditorView } from '@codemirror/view';
import type { Span } from 'fachi';
import { type Place, currentMark } from './marks';

/** The marks of a new report. */
export const setMarks = StateEffect.define<DecorationSet>();
/** The place that is selected. */
export const setCurrent = StateEffect.define<Place | null>();

export interface Marks {
  all: DecorationSet;
  current: DecorationSet;
  /** What was edited since the report was read. */
  drift: ChangeDesc;
}

export const markField = StateField.define<Marks>({
  create: ({ doc }) => ({ all: currentMark(null), current: currentMark(null), drift: ChangeSet.empty(doc.length).desc }),
  update(marks, transaction) {
    let { all, current, drift } = marks;
    if (transaction.docChanged) {
      all = all.map(transaction.changes);
      current = current.map(transaction.changes);
      drift = drift.composeDesc(transaction.changes.desc);
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) {
        all = effect.value;
        drift = ChangeSet.empty(transaction.newDoc.length).desc;
      }
      if (effect.is(setCurrent)) current = currentMark(effect.value);
    }
    return all === marks.all && current === marks.current && drift === marks.drift ? marks : { all, current, drift };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ all }) => all),
    EditorView.decorations.from(field, ({ current }) => current),
  ],
});

/** Where a place of the report stands now. */
export function placeNow({ start, end }: Span, { drift }: Marks): Place {
  const [from, to] = [Math.min(start, drift.length), Math.min(end, drift.length)];
  // What is typed at its edges is not its own; of one that was deleted a point is left.
  return { from: drift.mapPos(from, 1), to: Math.max(drift.mapPos(from, 1), drift.mapPos(to, -1)) };
}
