// The orders of the table.
import type { Catalog, Metric } from 'fachi';
import { describe, expect, it } from 'vitest';
import { type Order, comparison, turned } from './order';

const figure = (value: number, unit: string, indicator: string | null) => ({ value, unit, indicator }) as Metric;
const metrics = [figure(3, '件', 'b'), figure(1, '人', null), figure(3, '', 'a'), figure(9, '件', 'c'), figure(2, '人', 'z')];
const catalog = { areas: [], requirements: [], indicators: [{ id: 'a', name: '安置' }, { id: 'b', name: '办理' }, { id: 'c', name: '采纳' }] } as unknown as Catalog;
const sorted = (order: Order) => metrics.map((_, index) => index).sort(comparison(metrics, catalog, 'zh', order));

describe('orders', () => {
  it('are those of the text, of value, of indicator and of unit', () => {
    expect(sorted({ by: 'place', down: false })).toEqual([0, 1, 2, 3, 4]);
    expect(sorted({ by: 'place', down: true })).toEqual([4, 3, 2, 1, 0]);
    expect(sorted({ by: 'value', down: true })).toEqual([3, 0, 2, 4, 1]);
    expect(sorted({ by: 'value', down: false })).toEqual([1, 4, 0, 2, 3]);
  });

  it('leave what has no indicator or unit to the end, either way', () => {
    expect(sorted({ by: 'indicator', down: false })).toEqual([2, 0, 3, 4, 1]);
    expect(sorted({ by: 'indicator', down: true })).toEqual([4, 3, 0, 2, 1]);
    expect(sorted({ by: 'unit', down: false })).toEqual([3, 0, 4, 1, 2]);
    expect(sorted({ by: 'unit', down: true })).toEqual([4, 1, 3, 0, 2]);
  });

  it('turn at a second click, and begin with the biggest value', () => {
    expect(turned({ by: 'place', down: false }, 'value')).toEqual({ by: 'value', down: true });
    expect(turned({ by: 'value', down: true }, 'value')).toEqual({ by: 'value', down: false });
    expect(turned({ by: 'value', down: true }, 'unit')).toEqual({ by: 'unit', down: false });
  });
});
