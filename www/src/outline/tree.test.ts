// The tree of headings.
import type { Section } from 'fachi';
import { describe, expect, it } from 'vitest';
import { rowAt, rowsOf, stepFor } from './tree';

const section = (id: string, parent: string | null, start: number): Section => ({
  id, parent, level: parent ? 2 : 1, ordinal: null, heading: `标题${id}`, title: id, area: null,
  span: { start, end: start + 2 }, body: { start: start + 2, end: start + 10 },
});
const sections = [section('s1', null, 0), section('s2', 's1', 10), section('s3', 's1', 20), section('s4', null, 30)];
const ids = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.section.id);
const all = rowsOf(sections, new Set());
const closed = rowsOf(sections, new Set(['标题s1']));

describe('the outline', () => {
  it('shows all headings of a short report, and hides what is under a closed one', () => {
    expect(ids(all)).toEqual(['s1', 's2', 's3', 's4']);
    expect(ids(closed)).toEqual(['s1', 's4']);
    expect(all.map(({ place, siblings }) => `${place}/${siblings}`)).toEqual(['1/2', '1/2', '2/2', '2/2']);
  });

  it('opens only the upper ones of very many', () => {
    const many = Array.from({ length: 100 }, (_, i) => [section(`a${i}`, null, i * 20), section(`b${i}`, `a${i}`, i * 20 + 10)]).flat();
    expect(rowsOf(many, new Set())).toHaveLength(100);
    expect(rowsOf(many, new Set(['标题a7']))).toHaveLength(101);
  });

  it('tells the section of a position', () => {
    expect(rowAt(all, 25)).toBe(2);
    expect(rowAt(closed, 25)).toBe(0);
    expect(rowAt([], 25)).toBe(-1);
  });

  it('is walked as trees are', () => {
    expect(stepFor('ArrowDown', all, 3)).toEqual({ to: 3 });
    expect(stepFor('ArrowRight', all, 0)).toEqual({ to: 1 });
    expect(stepFor('ArrowRight', closed, 0)).toBe('turn');
    expect(stepFor('ArrowLeft', all, 0)).toBe('turn');
    expect(stepFor('ArrowLeft', all, 2)).toEqual({ to: 0 });
    expect(stepFor('ArrowLeft', all, 3)).toBeNull();
    expect(stepFor('End', all, 0)).toEqual({ to: 3 });
    expect(stepFor('a', all, 0)).toBeNull();
    expect(stepFor('Home', [], 0)).toBeNull();
  });
});
