// The file of corrections, written and read again.
import { describe, expect, it } from 'vitest';
import { fileOf, readFile } from './file';
import type { Correction } from './model';

const change: Correction = {
  place: { text: '312件', before: '其中涉外公证', after: '', nth: 0 }, act: 'change', values: { indicator: null, value: -3.5 },
  label: '涉外公证', by: '甲', at: '2026-11-24T00:00:00.000Z',
};
const addition: Correction = { ...change, act: 'add', values: { indicator: null, label: '方案', value: 3, unit: '个', scope: 'report' } };
const said = { corrections: [change, addition], ignored: ['sum:报名'] };
const identity = { title: { text: '云河县报告' }, region: { name: '云河县' }, year: 2023 } as never;
const file = fileOf(said, identity);
const read = (value: unknown) => readFile(JSON.stringify(value));
const broken = { code: 'broken_corrections' };

describe('the file of corrections', () => {
  it('comes back as it went', () => {
    expect(file.about).toEqual({ title: '云河县报告', region: '云河县', year: 2023 });
    expect(read(file)).toEqual(said);
    expect(read({ format: 'fachi-report', corrections: file })).toEqual(said);
    expect(readFile(`\ufeff${JSON.stringify(fileOf({ corrections: [], ignored: [] }, null))}`)).toEqual({ corrections: [], ignored: [] });
  });

  it('is refused where it is another thing, or of a later edition', () => {
    for (const text of ['', 'PK', '[]', 'null', '"x"', '{}', '{"format":"other"}']) expect(readFile(text), text).toEqual({ code: 'no_corrections' });
    expect(read({ ...file, version: 2 })).toEqual({ code: 'newer_corrections' });
  });

  it('is refused whole where a field is not what it should be', () => {
    const bad: unknown[] = [
      { ...change, act: 'explode' }, { ...change, place: { ...change.place, nth: -1 } }, { ...change, place: { ...change.place, text: '' } },
      { ...change, values: { value: '3' } }, { ...change, values: { value: null } }, { ...change, values: null }, { ...change, label: 3 },
      { ...addition, values: { label: '方案' } }, null, [], 'x',
    ];
    for (const one of bad) expect(read({ ...file, corrections: [change, one] }), JSON.stringify(one)).toEqual(broken);
    for (const ignored of [null, [1], {}]) expect(read({ ...file, ignored })).toEqual(broken);
    expect(read({ ...file, version: '1' })).toEqual(broken);
    expect(read({ ...file, corrections: {} })).toEqual(broken);
  });

  it('leaves out what it does not know', () => {
    const more = { ...change, extra: 1, values: { ...change.values, extra: 2 }, place: { ...change.place, extra: 3 } };
    expect(read({ ...file, corrections: [more] })).toEqual({ corrections: [change], ignored: said.ignored });
  });
});
