// Which figures are wanted.
import { analyze, catalog as names } from 'fachi';
import { describe, expect, it } from 'vitest';
import { correct } from '../corrections/model';
import { placeOf } from '../corrections/place';
import { type Filter, NONE, choices, everything, wanted } from './filter';

const source = '一、普法\n全年办理公证1874件，其中涉外公证312件。\n(一)宣传\n举办讲座25场。\n二、执法\n罚没款286.4万元。计划明年开展检查90次。';
const report = analyze(source);
const catalog = names('zh');
const metrics = report.metrics;
const corrected = correct({ report, source, catalog }, [
  { place: placeOf(source, metrics, metrics[1]!), act: 'confirm', values: {}, label: '', by: '', at: '' },
]);
function found(filter: Partial<Filter>): string[] {
  const test = wanted({ ...everything, ...filter }, report, source, corrected, catalog);
  return metrics.filter((metric) => test?.(metric) ?? true).map(({ text }) => text);
}

describe('filters', () => {
  it('want everything where nothing is chosen', () => {
    expect(wanted(everything, report, source, corrected, catalog)).toBeNull();
    expect(wanted({ ...everything, words: ' ' }, report, source, corrected, catalog)).toBeNull();
    expect(choices({ ...everything, words: '甲' })).toBe(0);
    expect(choices({ ...everything, area: 'rules', state: 'touched' })).toBe(2);
  });

  it('find words in the row, its indicator and its sentence, whatever their width', () => {
    expect(found({ words: '涉外公证' })).toEqual(['1874件', '312件']);
    expect(found({ words: '涉外 ３１２' })).toEqual(['1874件', '312件']);
    expect(found({ words: '讲座' })).toEqual(['25场']);
    expect(found({ words: '2864000' })).toEqual(['286.4万元']);
    expect(found({ words: '没有这话' })).toEqual([]);
    expect(found({ words: '.*' })).toEqual([]);
  });

  it('choose by area, kind, scope and indicator, and by having none', () => {
    expect(found({ kind: 'amount' })).toEqual(['286.4万元']);
    expect(found({ scope: 'target' })).toEqual(['90次']);
    expect(found({ indicator: 'society.notarisations' })).toEqual(['1874件']);
    expect(found({ indicator: NONE })).toEqual(metrics.filter(({ indicator }) => indicator === null).map(({ text }) => text));
    expect(found({ area: 'enforcement', kind: 'amount' })).toEqual(['286.4万元']);
    expect(found({ area: 'nowhere' })).toEqual([]);
  });

  it('choose a section with those below it', () => {
    const [first, inner] = report.sections;
    expect(found({ section: first!.id })).toEqual(['1874件', '312件', '25场']);
    expect(found({ section: inner!.id })).toEqual(['25场']);
    expect(found({ section: NONE })).toEqual([]);
  });

  it('choose by what a person has done', () => {
    expect(found({ state: 'touched' })).toEqual(['312件']);
    expect(found({ state: 'untouched' })).not.toContain('312件');
    expect(found({ state: 'uncertain' })).toEqual(metrics.filter(({ id, certain }) => !certain && !corrected.touches.has(id)).map(({ text }) => text));
  });
});
