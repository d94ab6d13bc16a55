// Rows of the table of figures, made from metrics.
import type { Catalog, Metric, Report } from 'fachi';
import { describe, expect, it } from 'vitest';
import { type Table, rowsOf } from './rows';
import { forestOf, itemsOf } from './tree';

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
    metric({ id: 'm3', partOf: 'm1', value: 41, indicator: 'society.newer', area: 'newer', scope: 'brand_new' as never }),
  ],
} as unknown as Report;
const catalog = {
  areas: [{ id: 'rules', name: '制度' }, { id: 'society', name: '普法' }],
  indicators: [{ id: 'society.aid', area: 'society', name: '法律援助案件数' }],
  requirements: [],
} as unknown as Catalog;
const table: Table = {
  report, catalog, locale: 'zh', form: 'written', corrected: { metrics: report.metrics, touches: new Map(), orphans: [] }, forest: forestOf(report.metrics),
  ...itemsOf(forestOf(report.metrics), report.metrics.length, { keep: null, compare: (a, b) => a - b, isOpen: () => true }),
};
const rows = rowsOf(table);

describe('rows', () => {
  it('take their names from the catalog and the headings from the report', () => {
    expect(rows.at(0)).toEqual({
      index: 0, level: 1, position: 1, size: 2, parts: 1, open: true, context: false, share: null, act: null, touched: null,
      id: 'm1', main: '410件', also: null, label: '法律援助案件', detail: '县中心 · 受理', indicator: '法律援助案件数', certain: true,
      area: '普法', look: 'area-1', scope: null, section: '(一)普法',
    });
  });

  it('name the scope only where it is not the report\'s own', () => {
    expect(rows.at(2)).toMatchObject({ scope: '目标', also: '≥ 95%', indicator: null, certain: false, section: null, look: '' });
    expect(rowsOf({ ...table, locale: 'en' }).at(2).scope).toBe('target');
  });

  it('show ids and values that they do not know yet as they stand', () => {
    expect(rows.at(1)).toMatchObject({ indicator: 'society.newer', area: 'newer', scope: 'brand_new', look: '' });
    expect(rowsOf({ ...table, catalog: null }).at(0)).toMatchObject({ indicator: 'society.aid', area: 'society' });
  });

  it('stand below their total with their share of it', () => {
    expect(rows.at(1)).toMatchObject({ id: 'm3', level: 2, share: 0.1 });
  });

  it('say what a person did', () => {
    const correction = { place: {} as never, act: 'change' as const, values: { value: 9 }, label: '', by: '甲', at: 'no date' };
    const touches = new Map([['m1', { correction, was: { value: 410, indicator: null } }]]);
    const row = rowsOf({ ...table, corrected: { ...table.corrected, touches } }).at(0);
    expect(row.act).toBe('change');
    expect(row.main).toBe('410 件');
    expect(row.touched).toBe('已更改：数值由“410”改为“410”；指标由“（无）”改为“法律援助案件数”（甲）');
  });

  it('are found by the figure', () => {
    expect(rows.count).toBe(3);
    expect(rows.indexOf('m2')).toBe(2);
    expect(rows.indexOf('m9')).toBe(-1);
  });
});
