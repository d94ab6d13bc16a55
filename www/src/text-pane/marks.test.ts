// Marks of figures, titles and headings over the text.
import { EditorState } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';
import type { Report } from 'fachi';
import { describe, expect, it } from 'vitest';
import { markField, placeNow, setCurrent, setMarks } from './mark-field';
import { decorate, metricAt, placeOf } from './marks';

const text = '一、概况。印发《工作要点》，受理410件，调解4867件。';
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const report = {
  identity: { title: null },
  sections: [{ id: 's1', span: span('一、概况') }],
  documents: [{ id: 'd1', spans: [span('《工作要点》')] }],
  metrics: [
    { id: 'm1', span: span('410件'), area: 'society' },
    { id: 'm2', span: span('4867件'), area: null },
  ],
} as unknown as Report;
const classes = new Map([['society', 'area-9']]);

function drawn(marks: DecorationSet, over: string): [string, string][] {
  const list: [string, string][] = [];
  for (const cursor = marks.iter(); cursor.value; cursor.next()) {
    list.push([over.slice(cursor.from, cursor.to), cursor.value.spec.class]);
  }
  return list;
}

const marks = decorate(report, classes, text.length);
const state = EditorState.create({ doc: text, extensions: markField }).update({ effects: setMarks.of(marks) }).state;

describe('marks', () => {
  it('cover headings, titles and figures with their own words, in the look of their area', () => {
    expect(drawn(marks, text)).toEqual([
      ['一、概况', 'mark heading'],
      ['《工作要点》', 'mark title'],
      ['410件', 'mark figure area-9'],
      ['4867件', 'mark figure'],
    ]);
  });

  it('leave out spans that are empty or beyond the text', () => {
    const odd = { identity: { title: null }, sections: [], documents: [], metrics: [
      { id: 'm1', span: { start: 3, end: 3 }, area: null },
      { id: 'm2', span: { start: 3, end: text.length + 1 }, area: null },
    ] } as unknown as Report;
    expect(decorate(odd, classes, text.length).size).toBe(0);
  });

  it('tell the figure at a position, and none at a title or plain text', () => {
    expect(metricAt(marks, span('410件').start)).toBe('m1');
    expect(metricAt(marks, span('4867件').end)).toBe('m2');
    expect(metricAt(marks, span('工作').start)).toBeNull();
    expect(metricAt(marks, text.length)).toBeNull();
  });

  it('move with edits, so that a figure is found where it stands now', () => {
    const edited = state.update({ changes: { from: 0, insert: '全年' } }).state;
    const place = placeOf(edited.field(markField).all, 'm2');
    expect(place && edited.sliceDoc(place.from, place.to)).toBe('4867件');
  });

  it('mark the selected place, and only that', () => {
    const chosen = state.update({ effects: setCurrent.of(placeOf(marks, 'm2')) }).state;
    expect(drawn(chosen.field(markField).current, text)).toEqual([['4867件', 'current']]);
    const none = chosen.update({ effects: setCurrent.of(null) }).state;
    expect(none.field(markField).current.size).toBe(0);
  });

  it('know no place of an id that is not there', () => {
    expect(placeOf(marks, 'm99')).toBeNull();
  });

  it('find a place of the report after edits before it, in it and around it', () => {
    const now = (changes: { from: number; to?: number; insert?: string }) => {
      const edited = state.update({ changes }).state;
      const { from, to } = placeNow(span('410件'), edited.field(markField));
      return edited.sliceDoc(from, to);
    };
    const { start, end } = span('410件');
    expect(now({ from: 0, insert: '全年' })).toBe('410件');
    expect(now({ from: start, insert: '约' })).toBe('410件');
    expect(now({ from: end, insert: '次' })).toBe('410件');
    expect(now({ from: start + 1, to: start + 2, insert: '2' })).toBe('420件');
    expect(now({ from: start - 1, to: end + 1 })).toBe('');
  });

  it('stand where the newest report has them', () => {
    const shorter = state.update({ changes: { from: 0, to: 5 } }).state.update({ effects: setMarks.of(marks) }).state;
    expect(placeNow({ start: 2, end: text.length }, shorter.field(markField))).toEqual({ from: 2, to: text.length - 5 });
  });
});
