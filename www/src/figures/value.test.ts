// Values as they are shown.
import { describe, expect, it } from 'vitest';
import { exact } from './value';

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
