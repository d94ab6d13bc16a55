// The two languages say the same things.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import { message, nameOf, preferred } from './messages';
import start from './zh.json';
import later from './zh-later.json';

const zh = { ...start, ...later };

/** Whether a source says a message, by its key or by the name of its group. */
function uses(source: string, key: string): boolean {
  const group = key.split('.')[0];
  return [`'${key}'`, `, '${group}', `, `named('${group}'`, `t(\`${group}.$`].some((way) => source.includes(way));
}

/** The sources that the page loads at once: those that main.tsx imports, and what they import; `import()` is later. */
function fromTheStart(): string {
  const sources = new Map<string, string>();
  const read = (url: URL): void => {
    const file = ['', '.ts', '.tsx'].map((end) => `${url.href}${end}`).find((href) => /\.tsx?$/.test(href) && existsSync(new URL(href)));
    if (!file || sources.has(file)) return;
    const source = readFileSync(new URL(file), 'utf8');
    sources.set(file, source);
    for (const [, path] of source.matchAll(/^(?:import|export) (?!type)[^;]*?'(\.[^']+)';/gm)) read(new URL(path!, file));
  };
  read(new URL('../main.tsx', import.meta.url));
  return [...sources.values()].join('\n');
}

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
    expect(Object.keys(zh).filter((key) => !uses(source, key))).toEqual([]);
  });

  it('are there from the start where what is there from the start says them', () => {
    expect(Object.keys(later).filter((key) => uses(fromTheStart(), key))).toEqual([]);
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
