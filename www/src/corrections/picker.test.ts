// Which indicators are offered.
import { catalog as names } from 'fachi';
import { describe, expect, it } from 'vitest';
import { suggest } from './picker';

const zh = names('zh');
const ids = (query: string, near: string[] = [], catalog = zh) => suggest(catalog, query, near).map(({ id }) => id);

describe('the picker', () => {
  it('offers the runners-up first where nothing is typed', () => {
    const near = [zh.indicators[200]!.id, zh.indicators[5]!.id];
    expect(ids('', near).slice(0, 2)).toEqual(near);
    expect(ids('', near)).toHaveLength(40);
    expect(ids('', ['unknown']).length).toBe(40);
    expect(suggest(zh, '', [], 'society')[0]!.area).toBe('society');
  });

  it('finds an indicator by the beginning of its name first, by all its words, in either language, and by its id', () => {
    for (const { id, name } of zh.indicators) expect(ids(name)[0], name).toBe(id);
    expect(ids('公证').length).toBeGreaterThan(0);
    expect(ids('society notarisations')).toContain('society.notarisations');
    expect(ids('NOTARI', [], names('en'))).toContain('society.notarisations');
  });

  it('keeps runners-up first among what fits, and finds nothing for what is not there', () => {
    const all = ids('复议');
    expect(all.length).toBeGreaterThan(3);
    expect(ids('复议', [all[3]!])[0]).toBe(all[3]);
    expect(ids('没有这个指标')).toEqual([]);
    expect(ids('(.*)')).toEqual([]);
  });
});
