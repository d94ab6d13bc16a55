// Core indicators by area.
import type { Catalog, Coverage, Metric } from 'fachi';
import { expect, it } from 'vitest';
import { byArea } from './indicators';

const coverage = {
  areas: [{ id: 'rules', metrics: 3, indicators: 2, characters: 400 }, { id: 'newer', metrics: 0, indicators: 0, characters: 0 }],
  indicators: { given: ['rules.made'], lacking: ['rules.filed', 'newer.thing'] },
  requirements: [],
} as Coverage;
const metrics = [{ id: 'm1', indicator: null }, { id: 'm2', indicator: 'rules.made' }, { id: 'm3', indicator: 'rules.made' }] as Metric[];
const catalog = {
  areas: [{ id: 'rules', name: '制度' }],
  indicators: [{ id: 'rules.made', area: 'rules', name: '制定数' }, { id: 'rules.filed', area: 'rules', name: '备案数' }],
} as Catalog;

it('names what is given, with its first figure, and what lacks', () => {
  const [rules, newer] = byArea(coverage, metrics, catalog);
  expect(rules).toEqual({
    id: 'rules', name: '制度', metrics: 3, characters: 400,
    given: [{ id: 'rules.made', name: '制定数', metric: metrics[1] }],
    lacking: [{ id: 'rules.filed', name: '备案数', metric: null }],
  });
  expect(newer).toMatchObject({ name: 'newer', lacking: [{ name: 'newer.thing' }] });
});
