// Totals and their parts as rows.
import type { Metric } from 'fachi';
import { describe, expect, it } from 'vitest';
import { type Wish, forestOf, itemsOf, share } from './tree';

const figure = (id: string, partOf: string | null = null, value = 0, more: Partial<Metric> = {}) => ({ id, partOf, value, unit: '件', kind: 'count', ...more }) as Metric;
const metrics = [figure('m1', null, 10), figure('m2', 'm1', 3), figure('m3', 'm1', 7), figure('m4', 'm3', 2), figure('m5', null, 4)];
const forest = forestOf(metrics);
const plain: Wish = { keep: null, compare: (a, b) => a - b, isOpen: () => true };
const rows = (wish: Partial<Wish>, of = forest) =>
  itemsOf(of, metrics.length, { ...plain, ...wish }).items.map(({ index, level, context }) => `${' '.repeat(level - 1)}${metrics[index]!.id}${context ? '?' : ''}`);

describe('the tree', () => {
  it('puts parts below their total', () => {
    expect(rows({})).toEqual(['m1', ' m2', ' m3', '  m4', 'm5']);
    expect(itemsOf(forest, 5, plain).items[2]).toEqual({ index: 2, level: 2, position: 2, size: 2, parts: 1, open: true, context: false });
  });

  it('hides the parts of what is closed', () => {
    expect(rows({ isOpen: (index) => index !== 2 })).toEqual(['m1', ' m2', ' m3', 'm5']);
    expect(rows({ isOpen: () => false })).toEqual(['m1', 'm5']);
  });

  it('sorts brothers among themselves', () => {
    expect(rows({ compare: (a, b) => b - a })).toEqual(['m5', 'm1', ' m3', '  m4', ' m2']);
  });

  it('keeps the totals of what is kept, for context', () => {
    expect(rows({ keep: (index) => index === 3 })).toEqual(['m1?', ' m3?', '  m4']);
    const { items, kept } = itemsOf(forest, 5, { ...plain, keep: (index) => index === 1 });
    expect(kept).toBe(1);
    expect(items[0]).toMatchObject({ parts: 1, context: true });
    expect(itemsOf(forest, 5, { ...plain, keep: () => false })).toEqual({ items: [], kept: 0 });
  });

  it('bears parts of what is not there, rings, and parts before their total', () => {
    const odd = forestOf([figure('a', 'z'), figure('b', 'c'), figure('c', 'b'), figure('d', 'd'), figure('e', 'f'), figure('f')]);
    expect(itemsOf(odd, 6, plain).items.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(odd.parents.get(4)).toBe(5);
  });

  it('is made of 100 000 figures in a chain or side by side', () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => figure(`m${i}`, i === 0 ? null : `m${i - 1}`));
    expect(itemsOf(forestOf(chain), chain.length, plain).items).toHaveLength(100_000);
    const row = chain.map(({ id }) => figure(id, id === 'm0' ? null : 'm0'));
    expect(itemsOf(forestOf(row), row.length, plain).items).toHaveLength(100_000);
  });

  it('tells the share of a part of its total, where that means something', () => {
    expect(share(metrics[1]!, metrics[0])).toBe(0.3);
    expect(share(metrics[1]!, undefined)).toBeNull();
    expect(share(metrics[0]!, metrics[1])).toBeNull();
    expect(share(figure('x', 'm1', 3, { unit: '人' }), metrics[0])).toBeNull();
    expect(share(figure('x', 'm1', 3, { kind: 'rate', unit: '%' }), figure('y', null, 9, { kind: 'rate', unit: '%' }))).toBeNull();
    expect(share(figure('x', 'm1', 0), figure('y', null, 0))).toBeNull();
  });
});
