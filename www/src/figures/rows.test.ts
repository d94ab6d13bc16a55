// Rows of the table of figures, made from metrics.
import type { Catalog, Metric, Report } from 'fachi';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './rows';

const metric = (more: Partial<Metric>): Metric => ({
  id: 'm1', span: { start: 0, end: 4 }, text: '410件', source: 'text', value: 410, upper: null, unit: '件', kind: 'count',
  direction: null, base: null, bound: 'exact', label: '法律援助案件', action: null, subject: null, indicator: null, alternatives: [],
  certain: true, cue: null, area: null, partOf: null, year: 2023, scope: 'report', section: null, sentence: { start: 0, end: 4 }, ...more,
});
const report = {
  sections: [{ id: 's1', heading: '(一)普法' }],
  metrics: [
    metric({ indicator: 'society.aid', area: 'society', section: 's1', action: '受理', subject: '县中心' }),
    metric({ id: 'm2', text: '95%', value: 95, unit: '%', bound: 'at_least', scope: 'target', certain: false }),
    metric({ id: 'm3', indicator: 'society.newer', area: 'newer', scope: 'brand_new' as never }),
  ],
} as unknown as Report;
const catalog = {
  areas: [{ id: 'rules', name: '制度' }, { id: 'society', name: '普法' }],
  indicators: [{ id: 'society.aid', area: 'society', name: '法律援助案件数' }],
} as unknown as Catalog;
const rows = rowsOf(report, catalog, 'zh');

describe('rows', () => {
  it('take their names from the catalog and the headings from the report', () => {
    expect(rows.at(0)).toEqual({
      id: 'm1', written: '410件', exact: null, label: '法律援助案件', detail: '县中心 · 受理', indicator: '法律援助案件数', certain: true,
      area: '普法', look: 'area-1', scope: null, section: '(一)普法',
    });
  });

  it('name the scope only where it is not the report\'s own', () => {
    expect(rows.at(1)).toMatchObject({ scope: '目标', exact: '≥ 95%', indicator: null, certain: false, section: null, look: '' });
    expect(rowsOf(report, catalog, 'en').at(1).scope).toBe('target');
  });

  it('show ids and values that they do not know yet as they stand', () => {
    expect(rows.at(2)).toMatchObject({ indicator: 'society.newer', area: 'newer', scope: 'brand_new', look: '' });
    expect(rowsOf(report, null, 'zh').at(0)).toMatchObject({ indicator: 'society.aid', area: 'society' });
  });

  it('are found by the figure', () => {
    expect(rows.count).toBe(3);
    expect(rows.indexOf('m3')).toBe(2);
    expect(rows.indexOf('m9')).toBe(-1);
  });
});
