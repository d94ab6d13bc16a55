// Values as they are shown.
import { describe, expect, it } from 'vitest';
import { exact, shown } from './value';

type Figure = Parameters<typeof exact>[1];
const figure = (text: string, value: number, unit: string, more: Partial<Figure> = {}): Figure => ({
  text, value, unit, upper: null, bound: 'exact', direction: null, base: null, ...more,
});

describe('exact', () => {
  it('adds nothing to words that already say it', () => {
    expect(exact('zh', figure('154项', 154, '项'))).toBeNull();
    expect(exact('zh', figure('4,867件', 4867, '件'))).toBeNull();
    expect(exact('zh', figure('1 5起', 15, '起'))).toBeNull();
    expect(exact('zh', figure('3.2个百分点', 3.2, 'pp'))).toBeNull();
    expect(exact('zh', figure('11大类', 11, '类'))).toBeNull();
    expect(exact('zh', figure('97.6%', 97.6, '%'))).toBeNull();
  });

  it('multiplies out and groups digits', () => {
    expect(exact('zh', figure('1.36亿元', 136_000_000, '元'))).toBe('136,000,000 元');
    expect(exact('zh', figure('15万件', 150_000, '件'))).toBe('150,000 件');
    expect(exact('zh', figure('4.87‰', 0.487, '%'))).toBe('0.487%');
    expect(exact('en', figure('三分之一', 33.33333333, '%'))).toBe('33.33333333%');
    expect(exact('zh', figure('两期', 2, '期'))).toBe('2 期');
  });

  it('shows how the text bounds the value', () => {
    expect(exact('zh', figure('2000余条', 2000, '条', { bound: 'over' }))).toBe('> 2,000 条');
    expect(exact('zh', figure('95%', 95, '%', { bound: 'at_least' }))).toBe('≥ 95%');
    expect(exact('zh', figure('3—5个', 3, '个', { upper: 5 }))).toBe('3–5 个');
  });

  it('shows which way a change went, and against what', () => {
    const change = { direction: 'up', base: 'previous_year' } as const;
    expect(exact('zh', figure('12.3%', 12.3, '%', change))).toBe('比上年 增 12.3%');
    expect(exact('en', figure('20%', 20, '%', { direction: 'down', base: '2021' }))).toBe('on 2021 down 20%');
  });

  it('bears a bound that it does not know', () => {
    expect(exact('zh', figure('5个', 5, '个', { bound: 'new' as never }))).toBeNull();
  });
});

describe('shown', () => {
  const fines = figure('286.4万元', 2_864_000, '元');
  it('puts the chosen form first and what it leaves out below', () => {
    expect(shown('zh', fines, 'written')).toEqual({ main: '286.4万元', also: '2,864,000 元' });
    expect(shown('zh', fines, 'exact')).toEqual({ main: '2,864,000 元', also: '286.4万元' });
    expect(shown('zh', fines, 'scaled')).toEqual({ main: '286.4 万元', also: null });
    expect(shown('zh', figure('4867件', 4867, '件'), 'exact')).toEqual({ main: '4,867 件', also: null });
  });

  it('counts in 万 and 亿 without the dust of division', () => {
    const main = (value: number, unit = '元', upper: number | null = null) => shown('zh', figure('', value, unit, { upper }), 'scaled').main;
    expect([1e4, 9999, 123_456_789, 136_000_000, -25_000, 0].map((value) => main(value))).toEqual(['1 万元', '9,999 元', '1.23456789 亿元', '1.36 亿元', '-2.5 万元', '0 元']);
    expect(main(70_001, '件', 140_000_000)).toBe('7.0001 万–1.4 亿件');
    expect(main(97.6, '%')).toBe('97.6%');
    expect(main(1.1 * 3e4, '')).toBe('3.3 万');
  });

  it('keeps bounds and changes in every form', () => {
    const change = figure('增长1.2万件', 12_000, '件', { bound: 'over', direction: 'up', base: 'previous_year' });
    expect(shown('zh', change, 'scaled').main).toBe('比上年 增 > 1.2 万件');
    expect(shown('en', change, 'exact').main).toBe('on the year before up > 12,000 件');
  });
});
