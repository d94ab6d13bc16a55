// Figures put right by a person.
import { analyze, catalog as names } from 'fachi';
import { describe, expect, it } from 'vitest';
import { type Act, type Correction, type Values, correct, difference } from './model';
import { placeAt, placeOf } from './place';

const source = '全年办理公证1874件，其中涉外公证312件。制定方案若干。';
const report = analyze(source);
const catalog = names('zh');
const [total, part] = report.metrics as [typeof report.metrics[number], typeof report.metrics[number]];
const said = (place: Correction['place'], act: Act, values: Partial<Values> = {}): Correction =>
  ({ place, act, values, label: '公证', by: '', at: '2026-11-24T00:00:00.000Z' });
const at = (metric: typeof total) => placeOf(source, report.metrics, metric);
const few = source.indexOf('若干');
const addition = said(placeAt(source, { start: few, end: few + 2 }), 'add', { label: '方案', value: 3, unit: '个', indicator: null, scope: 'report' });
const after = (...corrections: Correction[]) => correct({ report, source, catalog }, corrections);

describe('corrections', () => {
  it('leave the reading as it is where there are none', () => {
    expect(after()).toEqual({ metrics: report.metrics, touches: new Map(), orphans: [] });
  });

  it('change what they say and nothing else, and keep what was read', () => {
    const { metrics, touches } = after(said(at(part), 'change', { value: 321, label: '涉外公证事项' }));
    expect(metrics[0]).toBe(total);
    expect(metrics[1]).toEqual({ ...part, value: 321, label: '涉外公证事项', upper: null, bound: 'exact' });
    expect(touches.get(part.id)).toMatchObject({ was: { value: 312, label: part.label } });
  });

  it('take the area of the new indicator and the kind of the new unit', () => {
    const { metrics: [metric] } = after(said(at(total), 'change', { indicator: 'decisions.contracts_reviewed', unit: '元' }));
    expect(metric).toMatchObject({ area: 'decisions', kind: 'amount', certain: true, alternatives: [] });
    expect(after(said(at(total), 'change', { indicator: null })).metrics[0]).toMatchObject({ indicator: null, area: total.area });
  });

  it('mark what is confirmed or dropped and leave it in its place', () => {
    const { metrics, touches } = after(said(at(total), 'confirm'), said(at(part), 'drop'));
    expect(metrics).toEqual(report.metrics);
    expect([...touches.values()].map(({ correction }) => correction.act)).toEqual(['confirm', 'drop']);
  });

  it('add a figure where its words stand', () => {
    const { metrics, touches } = after(addition);
    expect(metrics.map(({ id }) => id)).toEqual([total.id, part.id, 'a1']);
    expect(metrics[2]).toMatchObject({ text: '若干', value: 3, unit: '个', kind: 'count', label: '方案', span: { start: few, end: few + 2 } });
    expect(touches.get('a1')!.correction).toBe(addition);
  });

  it('put a figure that the core has come to read right, rather than in twice', () => {
    const { metrics, touches } = after({ ...addition, place: placeAt(source, part.span) });
    expect(metrics).toHaveLength(2);
    expect(metrics[1]).toMatchObject({ id: part.id, value: 3 });
    expect(touches.get(part.id)?.correction.act).toBe('add');
  });

  it('wait where their figure is not in the text', () => {
    const elsewhere = { source: '另一份报告共5项。', report: analyze('另一份报告共5项。'), catalog };
    const change = said(at(part), 'change', { value: 1 });
    expect(correct(elsewhere, [change, addition]).orphans).toEqual([change, addition]);
  });

  it('keep what differs only', () => {
    const { indicator, label, value, unit, scope } = part;
    expect(difference(part, { indicator, label, value, unit, scope })).toEqual({});
    expect(difference(part, { indicator: null, label, value: 5, unit, scope })).toEqual(indicator ? { indicator: null, value: 5 } : { value: 5 });
  });
});
