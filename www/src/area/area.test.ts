// Every area of the catalog has its own underline.
import { readFileSync } from 'node:fs';
import { catalog } from 'fachi';
import { describe, expect, it } from 'vitest';
import { areaClasses } from './area';

const css = readFileSync(new URL('area.css', import.meta.url), 'utf8');
const property = (rule: string, name: string, otherwise: string) => new RegExp(`text-decoration-${name}: ([^;]+);`).exec(rule)?.[1] ?? otherwise;

describe('the look of areas', () => {
  it('is another underline for every area of the catalog, even without colour', () => {
    const classes = [...areaClasses(catalog('zh')).values()];
    expect(classes.length).toBeGreaterThan(0);
    const lines = classes.map((name) => {
      const rule = new RegExp(`\\.${name} \\{([^}]*)\\}`).exec(css)?.[1];
      expect(rule, name).toBeDefined();
      return `${property(rule!, 'style', 'solid')} ${property(rule!, 'thickness', '1px')}`;
    });
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('is none before the catalog has come', () => {
    expect(areaClasses(null).size).toBe(0);
  });
});
