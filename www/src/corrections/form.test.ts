// What a form begins with and what it reads.
import { describe, expect, it } from 'vitest';
import { around, guess, numberOf } from './form';

describe('the form of a row', () => {
  it('reads numbers as people type them, and nothing else', () => {
    expect(['4,867', ' １８７４ ', '-3.5', '.5', '0'].map(numberOf)).toEqual([4867, 1874, -3.5, 0.5, 0]);
    for (const typed of ['', '一百', '5件', '1e5', 'Infinity', '--1', '1.2.3', '0x10']) expect(numberOf(typed), typed).toBeNull();
  });

  it('begins with the digits of the marked words', () => {
    expect(guess('286.4万元')).toMatchObject({ value: 2_864_000, unit: '元' });
    expect(guess('1,874 件')).toMatchObject({ value: 1874, unit: '件' });
    expect(guess('若干')).toMatchObject({ value: 0, unit: '' });
    expect(guess('5件以上的很长的一句话')).toMatchObject({ value: 5, unit: '' });
  });

  it('quotes the sentence, cut where it is long', () => {
    const source = `甲。${'乙'.repeat(300)}5件${'丙'.repeat(300)}。`;
    const [before, words, after] = around(source, { start: 302, end: 304 }, { start: 2, end: source.length });
    expect([before.length, words, after.length]).toEqual([121, '5件', 121]);
    expect(around('共5件。', { start: 1, end: 3 }, { start: 0, end: 4 })).toEqual(['共', '5件', '。']);
  });
});
