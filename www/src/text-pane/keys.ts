/**
 * The keys of the text: CodeMirror's standard ones, listed here because its own list brings the indentation of programming languages
 * and their parser along.
 */
import * as to from '@codemirror/commands';
import { EditorSelection, type StateCommand, findClusterBreak } from '@codemirror/state';
import type { KeyBinding } from '@codemirror/view';

/** A new line begins with the white space that stands before the caret's words: Chinese indents by two wide spaces. */
export const breakLine: StateCommand = ({ state, dispatch }) => {
  const changed = state.changeByRange(({ from, to: end }) => {
    const line = state.doc.lineAt(from);
    const [indent] = /^\s*/.exec(line.text.slice(0, from - line.from))!;
    return { changes: { from, to: end, insert: state.lineBreak + indent }, range: EditorSelection.cursor(from + 1 + indent.length) };
  });
  dispatch(state.update(changed, { scrollIntoView: true, userEvent: 'input' }));
  return true;
};

/** Takes out what is marked, else one character as a reader counts them, or the line break. */
const take = (forward: boolean): StateCommand => ({ state, dispatch }) => {
  const { doc } = state;
  const changed = state.changeByRange((range) => {
    let { from, to } = range;
    if (range.empty) {
      const line = doc.lineAt(from);
      const inLine = line.from + findClusterBreak(line.text, from - line.from, forward);
      const at = inLine === from ? Math.max(0, Math.min(doc.length, from + (forward ? 1 : -1))) : inLine;
      [from, to] = forward ? [from, at] : [at, to];
    }
    return from === to ? { range } : { changes: { from, to }, range: EditorSelection.cursor(from) };
  });
  if (changed.changes.empty) return false;
  const how = state.selection.main.empty ? (forward ? 'forward' : 'backward') : 'selection';
  dispatch(state.update(changed, { scrollIntoView: true, userEvent: `delete.${how}` }));
  return true;
};
export const takeBefore = take(false);
export const takeAfter = take(true);

/** What every text field on a Mac knows. */
const mac: readonly KeyBinding[] = [
  { mac: 'Cmd-ArrowLeft', run: to.cursorLineBoundaryLeft, shift: to.selectLineBoundaryLeft, preventDefault: true },
  { mac: 'Cmd-ArrowRight', run: to.cursorLineBoundaryRight, shift: to.selectLineBoundaryRight, preventDefault: true },
  { mac: 'Cmd-ArrowUp', run: to.cursorDocStart, shift: to.selectDocStart },
  { mac: 'Cmd-ArrowDown', run: to.cursorDocEnd, shift: to.selectDocEnd },
  { mac: 'Ctrl-ArrowUp', run: to.cursorPageUp, shift: to.selectPageUp },
  { mac: 'Ctrl-ArrowDown', run: to.cursorPageDown, shift: to.selectPageDown },
  { mac: 'Mod-Backspace', run: to.deleteLineBoundaryBackward, preventDefault: true },
  { mac: 'Mod-Delete', run: to.deleteLineBoundaryForward, preventDefault: true },
  { mac: 'Ctrl-b', run: to.cursorCharLeft, shift: to.selectCharLeft, preventDefault: true },
  { mac: 'Ctrl-f', run: to.cursorCharRight, shift: to.selectCharRight },
  { mac: 'Ctrl-p', run: to.cursorLineUp, shift: to.selectLineUp },
  { mac: 'Ctrl-n', run: to.cursorLineDown, shift: to.selectLineDown },
  { mac: 'Ctrl-a', run: to.cursorLineStart, shift: to.selectLineStart },
  { mac: 'Ctrl-e', run: to.cursorLineEnd, shift: to.selectLineEnd },
  { mac: 'Ctrl-d', run: takeAfter },
  { mac: 'Ctrl-h', run: takeBefore },
  { mac: 'Ctrl-k', run: to.deleteToLineEnd },
  { mac: 'Ctrl-Alt-h', run: to.deleteGroupBackward },
  { mac: 'Ctrl-o', run: to.splitLine },
  { mac: 'Ctrl-t', run: to.transposeChars },
  { mac: 'Ctrl-v', run: to.cursorPageDown },
];

export const keys: readonly KeyBinding[] = [
  { key: 'ArrowLeft', run: to.cursorCharLeft, shift: to.selectCharLeft, preventDefault: true },
  { key: 'Mod-ArrowLeft', mac: 'Alt-ArrowLeft', run: to.cursorGroupLeft, shift: to.selectGroupLeft, preventDefault: true },
  { key: 'ArrowRight', run: to.cursorCharRight, shift: to.selectCharRight, preventDefault: true },
  { key: 'Mod-ArrowRight', mac: 'Alt-ArrowRight', run: to.cursorGroupRight, shift: to.selectGroupRight, preventDefault: true },
  { key: 'ArrowUp', run: to.cursorLineUp, shift: to.selectLineUp, preventDefault: true },
  { key: 'ArrowDown', run: to.cursorLineDown, shift: to.selectLineDown, preventDefault: true },
  { key: 'PageUp', run: to.cursorPageUp, shift: to.selectPageUp },
  { key: 'PageDown', run: to.cursorPageDown, shift: to.selectPageDown },
  { key: 'Home', run: to.cursorLineBoundaryBackward, shift: to.selectLineBoundaryBackward, preventDefault: true },
  { key: 'Mod-Home', run: to.cursorDocStart, shift: to.selectDocStart },
  { key: 'End', run: to.cursorLineBoundaryForward, shift: to.selectLineBoundaryForward, preventDefault: true },
  { key: 'Mod-End', run: to.cursorDocEnd, shift: to.selectDocEnd },
  { key: 'Enter', run: breakLine, shift: breakLine },
  { key: 'Mod-a', run: to.selectAll },
  { key: 'Backspace', run: takeBefore, shift: takeBefore, preventDefault: true },
  { key: 'Delete', run: takeAfter, preventDefault: true },
  { key: 'Mod-Backspace', mac: 'Alt-Backspace', run: to.deleteGroupBackward, preventDefault: true },
  { key: 'Mod-Delete', mac: 'Alt-Delete', run: to.deleteGroupForward, preventDefault: true },
  ...mac,
];
