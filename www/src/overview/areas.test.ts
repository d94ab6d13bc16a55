// Bars of areas.
import type { Catalog, Metric } from 'fachi';
import { expect, it } from 'vitest';
import { areaBars } from './areas';

const metrics = [{ area: 'society' }, { area: null }, { area: 'newer' }, { area: 'society' }] as Metric[];
const catalog = { areas: [{ id: 'rules', name: '制度' }, { id: 'society', name: '普法' }] } as Catalog;

it('counts figures by area, the most first, and shows gaps and areas not known yet', () => {
  expect(areaBars(metrics, catalog)).toEqual([
    { id: 'society', name: '普法', look: 'area-1', count: 2, share: 1 },
    { id: 'newer', name: 'newer', look: '', count: 1, share: 0.5 },
    { id: 'rules', name: '制度', look: 'area-0', count: 0, share: 0 },
  ]);
  expect(areaBars([], null)).toEqual([]);
});
