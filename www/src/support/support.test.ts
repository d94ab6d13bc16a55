// The sentence for browsers that are too old.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';

const source = readFileSync(new URL('../../public/support.js', import.meta.url), 'utf8');

/** Runs the script in a made-up browser that has these features; tells whether the sentence is shown. */
function refuses(has: { supports: boolean; streams: boolean; findLast: boolean; firefox: boolean }): boolean {
  let shown = false;
  let marked = false;
  const element = { style: has.firefox ? { MozAppearance: '' } : {}, setAttribute: () => { marked = true; } };
  runInNewContext(source, {
    document: { documentElement: element, getElementById: () => ({ removeAttribute: () => { shown = true; } }) },
    HTMLScriptElement: has.supports ? { supports: () => true } : {},
    ...(has.streams && { TransformStream: class {} }),
    WebAssembly: {},
    Array: { prototype: has.findLast ? { findLast: () => {} } : {} },
  });
  expect(marked).toBe(shown);
  return shown;
}

describe('support.js', () => {
  it('is written in the syntax of 2009, so that old engines can run it', () => {
    expect(() => parse(source, { ecmaVersion: 5 })).not.toThrow();
    expect(() => parse('const a = 1', { ecmaVersion: 5 })).toThrow();
  });

  it('lets in Chromium 97, Firefox 102 and Safari 16', () => {
    expect(refuses({ supports: true, streams: true, findLast: true, firefox: false })).toBe(false);
    expect(refuses({ supports: true, streams: true, findLast: false, firefox: true })).toBe(false);
  });

  it('tells Chromium 96, Firefox 101 and Safari 15 that they are too old', () => {
    expect(refuses({ supports: true, streams: true, findLast: false, firefox: false })).toBe(true);
    expect(refuses({ supports: true, streams: false, findLast: false, firefox: true })).toBe(true);
    expect(refuses({ supports: false, streams: true, findLast: true, firefox: false })).toBe(true);
  });
});
