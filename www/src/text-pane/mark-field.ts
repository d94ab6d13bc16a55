/** Keeps the marks in the editor's state: they move with every edit until the next report replaces them. */
import { StateEffect, StateField } from '@codemirror/state';
import { type DecorationSet, EditorView } from '@codemirror/view';
import { currentMark, placeOf } from './marks';

/** The marks of a new report. */
export const setMarks = StateEffect.define<DecorationSet>();
/** The id of the figure that is selected. */
export const setCurrent = StateEffect.define<string | null>();

export interface Marks {
  all: DecorationSet;
  current: DecorationSet;
}

export const markField = StateField.define<Marks>({
  create: () => ({ all: currentMark(null), current: currentMark(null) }),
  update(marks, transaction) {
    let { all, current } = marks;
    if (transaction.docChanged) {
      all = all.map(transaction.changes);
      current = current.map(transaction.changes);
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) all = effect.value;
      if (effect.is(setCurrent)) current = currentMark(effect.value === null ? null : placeOf(all, effect.value));
    }
    return all === marks.all && current === marks.current ? marks : { all, current };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ all }) => all),
    EditorView.decorations.from(field, ({ current }) => current),
  ],
});
