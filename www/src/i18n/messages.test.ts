// The two languages say the same things.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import { message, nameOf, preferred } from './messages';
import zh from './zh.json';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('messages', () => {
  it('have the same keys in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it('fill in the same values in both languages', () => {
    for (const [key, text] of Object.entries(zh)) {
      expect(placeholders(en[key as keyof typeof en]), key).toEqual(placeholders(text));
    }
  });

  it('are never empty', () => {
    for (const text of [...Object.values(zh), ...Object.values(en)]) expect(text.trim()).not.toBe('');
  });

  it('are all used, by key or by the name of their group', () => {
    const folder = new URL('../', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
    const source = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    const used = (key: string) => source.includes(`'${key}'`) || source.includes(`, '${key.split('.')[0]}', `) || source.includes(`named('${key.split('.')[0]}'`) || source.includes(`t(\`${key.split('.')[0]}.$`);
    expect(Object.keys(zh).filter((key) => !used(key))).toEqual([]);
  });

  it('take values and leave an unknown one visible', () => {
    expect(message('zh', 'figures.count', { count: 3 })).toBe('读出数据 3 个');
    expect(message('en', 'figures.count')).toBe('Figures read: {count}');
  });

  it('show a value of an open enum that is not known yet', () => {
    expect(nameOf('en', 'scope', 'target')).toBe('target');
    expect(nameOf('zh', 'scope', 'brand_new')).toBe('brand_new');
  });

  it('follow the first language that the browser asks for', () => {
    expect(preferred(['zh-TW', 'en'])).toBe('zh');
    expect(preferred(['en-GB', 'zh-CN'])).toBe('en');
    expect(preferred(['de'])).toBe('en');
    expect(preferred([])).toBe('zh');
  });
});
