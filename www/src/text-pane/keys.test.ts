// What Enter, Backspace and Delete do to the text.
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { breakLine, takeAfter, takeBefore } from './keys';

/** The text after a key, with | at the caret and [ ] around what is marked. */
function pressed(command: StateCommand, words: string): string {
  const [anchor, end] = [words.search(/[|[]/), words.indexOf(']') - 1];
  const selection = EditorSelection.range(anchor, end < 0 ? anchor : end);
  let state = EditorState.create({ doc: words.replace(/[|[\]]/g, ''), selection: EditorSelection.create([selection]) });
  command({ state, dispatch: (transaction) => { state = transaction.state; } });
  const { head } = state.selection.main;
  return `${state.sliceDoc(0, head)}|${state.sliceDoc(head)}`;
}

describe('Enter', () => {
  it('begins the new line as the old one begins, with wide spaces, too', () => {
    expect(pressed(breakLine, '　　受理410件。|调解5件。')).toBe('　　受理410件。\n　　|调解5件。');
    expect(pressed(breakLine, '受理|件')).toBe('受理\n|件');
  });

  it('leaves the indentation where the caret stands before or in it', () => {
    expect(pressed(breakLine, '|　　受理')).toBe('\n|　　受理');
    expect(pressed(breakLine, '　|　受理')).toBe('　\n　|　受理');
  });

  it('takes the place of what is marked', () => {
    expect(pressed(breakLine, '受[理41]0件')).toBe('受\n|0件');
  });
});

describe('Backspace and Delete', () => {
  it('take one character as a reader counts them', () => {
    expect(pressed(takeBefore, '受理|件')).toBe('受|件');
    expect(pressed(takeAfter, '受理|件')).toBe('受理|');
    expect(pressed(takeBefore, '甲👨‍👩‍👧|乙')).toBe('甲|乙');
    expect(pressed(takeAfter, '甲|𠮷乙')).toBe('甲|乙');
  });

  it('take the line break at the edge of a line, and nothing at the edges of the text', () => {
    expect(pressed(takeBefore, '受理\n|件')).toBe('受理|件');
    expect(pressed(takeAfter, '受理|\n件')).toBe('受理|件');
    expect(pressed(takeBefore, '|受理')).toBe('|受理');
    expect(pressed(takeAfter, '受理|')).toBe('受理|');
  });

  it('take what is marked', () => {
    expect(pressed(takeBefore, '受[理41]0件')).toBe('受|0件');
    expect(pressed(takeAfter, '受[理41]0件')).toBe('受|0件');
  });
});
