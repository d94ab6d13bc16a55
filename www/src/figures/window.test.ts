// Which rows are in sight.
import { describe, expect, it } from 'vitest';
import { rowForKey, scrollFor, visibleRows } from './window';

const view = { top: 5000, height: 500, rowHeight: 50, count: 100_000, active: -1 };
const range = (first: number, end: number) => Array.from({ length: end - first }, (_, i) => first + i);

describe('visibleRows', () => {
  it('draws what is in view and six rows around it, of however many', () => {
    expect(visibleRows(view)).toEqual(range(94, 116));
  });

  it('stops at both ends', () => {
    expect(visibleRows({ ...view, top: 0 })).toEqual(range(0, 16));
    expect(visibleRows({ ...view, top: 50 * 99_990 })).toEqual(range(99_984, 100_000));
    expect(visibleRows({ ...view, top: 0, count: 0 })).toEqual([]);
  });

  it('draws nothing of rows that are gone', () => {
    expect(visibleRows({ ...view, count: 3, active: 7 })).toEqual([]);
  });

  it('keeps the row with the focus, before or after the rest', () => {
    expect(visibleRows({ ...view, active: 2 })).toEqual([2, ...range(94, 116)]);
    expect(visibleRows({ ...view, active: 500 })).toEqual([...range(94, 116), 500]);
    expect(visibleRows({ ...view, active: 100 })).toEqual(range(94, 116));
  });
});

describe('scrollFor', () => {
  it('leaves a row that is in view where it is', () => {
    expect(scrollFor(100, view, 'edge')).toBe(5000);
    expect(scrollFor(109, view, 'middle')).toBe(5000);
  });

  it('scrolls just enough for the next row, and to the middle for a far one', () => {
    expect(scrollFor(110, view, 'edge')).toBe(5050);
    expect(scrollFor(99, view, 'edge')).toBe(4950);
    expect(scrollFor(1000, view, 'middle')).toBe(49_775);
    expect(scrollFor(1, view, 'middle')).toBe(0);
  });
});

describe('rowForKey', () => {
  it('moves by rows, pages and to the ends, and stays inside', () => {
    expect(rowForKey('ArrowDown', 4, 10, 5)).toBe(5);
    expect(rowForKey('ArrowUp', 0, 10, 5)).toBe(0);
    expect(rowForKey('PageDown', 4, 10, 5)).toBe(9);
    expect(rowForKey('PageUp', 9, 10, 5)).toBe(4);
    expect(rowForKey('Home', 7, 10, 5)).toBe(0);
    expect(rowForKey('End', 7, 10, 5)).toBe(9);
  });

  it('knows no other keys', () => {
    expect(rowForKey('a', 4, 10, 5)).toBeNull();
    expect(rowForKey('ArrowLeft', 4, 10, 5)).toBeNull();
  });
});
