// Exports, opened again by other people's readers and held against the report.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import { type Report, analyze, catalog as names } from 'fachi';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { readFile } from '../corrections/file';
import { type Correction, correct } from '../corrections/model';
import { placeAt, placeOf } from '../corrections/place';
import { csv, toCsv } from './csv';
import { json } from './json';
import { markdown } from './markdown';
import type { Material } from './material';
import { sheetOf } from './sheet';

const hostile = '印发《<a href="javascript:alert(1)">办法</a>》，受理=cmd|\'/C calc\'!A0案件410件，其中<b>甲</b>案件400件、"乙",案件9件。气温-3.5%。\r\n@SUM(A1)案件3件\u202e。';
const source = `澄溪县2023年法治政府建设年度报告\n一、成效\n全年办理公证1874件，其中涉外公证312件。罚没款286.4万元，增长12.3%。\n${hostile}\n`;
const read = analyze(source);
// Slips and contents, whatever the core finds by itself.
const report: Report = {
  ...read,
  findings: [
    { id: 'f1', rule: 'sum', group: 'arithmetic', severity: 'error', message: '1343 ≠ 1339 | <b>', metrics: [], span: { start: 0, end: 1 }, related: [], stated: 1343, expected: 1339, fixes: [], key: 'k1' },
    { id: 'f2', rule: 'sum', group: 'text', severity: 'note', message: '重复', metrics: [], span: { start: 0, end: 1 }, related: [], stated: null, expected: null, fixes: [], key: 'k2' },
  ],
  coverage: { ...read.coverage, requirements: [{ id: 'causes', level: 'mandated', status: 'missing', evidence: null }, { id: 'addressees', level: 'expected', status: 'met', evidence: null }] },
  summary: { ...read.summary, brief: '# 全年[办理](javascript:x)公证1874件。' },
};
const said = (place: Correction['place'], more: Partial<Correction>): Correction =>
  ({ place, act: 'confirm', values: {}, label: '公证', by: '=甲', at: '2026-11-24T08:00:00.000Z', ...more });
const at = (text: string) => placeOf(source, report.metrics, report.metrics.find((metric) => metric.text === text)!);
const calm = source.indexOf('成效');
const corrections = [
  said(at('1874件'), {}),
  said(at('312件'), { act: 'change', values: { value: 321, label: '@涉外公证' } }),
  said(at('9件'), { act: 'drop' }),
  said(placeAt(source, { start: calm, end: calm + 2 }), { act: 'add', values: { value: 7, unit: '项', label: '成效', indicator: null, scope: 'report' } }),
];
const catalog = names('zh');
const corrected = correct({ report, source, catalog }, corrections);
const from: Material = { report, source, catalog, locale: 'zh', corrected, said: { corrections, ignored: ['k2'] } };
const titles = { brief: '简述', findings: '核对', contents: '必备内容', figures: '数据' };

describe('.csv', () => {
  const text = csv(from);
  const rows = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  const row = (id: string) => rows.find((one) => one['编号'] === id)!;

  it('has the mark that Excel needs, and every figure with its value', () => {
    expect(text.startsWith('\ufeff编号,')).toBe(true);
    expect(rows.map((one) => one['编号'])).toEqual(corrected.metrics.map(({ id }) => id));
    for (const metric of corrected.metrics.filter(({ id }) => corrected.touches.get(id)?.correction.act !== 'drop')) {
      expect(Number(row(metric.id)['数值'])).toBe(metric.value);
      expect(row(metric.id)['原文']).toBe(metric.text);
      expect(Number(row(metric.id)['起'])).toBe(metric.span.start);
    }
  });

  it('says what a person did with which rows', () => {
    expect(rows.filter((one) => one['人工处理'] !== '').map((one) => [one['原文'], one['人工处理']])).toEqual([
      ['成效', '人工添加'], ['1874件', '已确认'], ['312件', '已更改'], ['9件', '已删去'],
    ]);
    const changed = rows.find((one) => one['原文'] === '312件')!;
    expect(changed['更改内容']).toBe('数值由“312”改为“321”；内容由“涉外公证”改为“@涉外公证”');
    expect(rows.find((one) => one['原文'] === '9件')!['数值']).toBe('');
  });

  it('holds no cell that a spreadsheet would run', () => {
    for (const one of rows) {
      for (const [title, cell] of Object.entries(one)) {
        if (!/^-?[\d.,]+%?$/.test(cell)) expect(cell, title).not.toMatch(/^[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/);
      }
    }
    expect(rows.find((one) => one['原文'] === '312件')!['内容']).toBe("'@涉外公证");
    expect(rows.find((one) => one['原文'] === '312件')!['署名与日期']).toBe("'=甲、2026/11/24");
  });

  it('defuses text only: numbers stay numbers, and cells come back as they were', () => {
    const cells = ['=1+1', '+1', '-1', '-3.5%', '-cmd', '@a', '\t=1', ' =1', '\u202e=1', '＝1', '甲"乙",丙', '两\r\n行', ' 空 ', '', null, -5, 0.1, 1e21, 1.5e-7];
    const [, back] = parse(toCsv(['x'], [cells]), { bom: true, relax_column_count: true }) as string[][];
    expect(back).toEqual([
      "'=1+1", "'+1", '-1', '-3.5%', "'-cmd", "'@a", "'\t=1", "' =1", "'\u202e=1", "'＝1", '甲"乙",丙', '两\r\n行', ' 空 ', '', '', '-5', '0.1',
      '1000000000000000000000', '0.00000015',
    ]);
  });
});

describe('.json', () => {
  const file = JSON.parse(json(from));
  const schema = JSON.parse(readFileSync(new URL('../../../pkg/report.schema.json', import.meta.url), 'utf8'));

  it('holds the report as it was read, of the shape that the schema tells', () => {
    const valid = new Ajv({ strict: false, validateFormats: false }).compile({ ...schema, $ref: '#/definitions/Report', properties: undefined });
    expect(valid(file.report), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...file.report, metrics: [{}] })).toBe(false);
    expect(file.report).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it('holds the figures put right, says which were touched, and the corrections to load again', () => {
    expect(file.figures.map(({ touched, ...metric }: { touched: unknown }) => metric)).toEqual(JSON.parse(JSON.stringify(corrected.metrics)));
    const touched = file.figures.filter((one: { touched: unknown }) => one.touched);
    expect(touched.map((one: { text: string; touched: { act: string; was: object } }) => [one.text, one.touched.act, one.touched.was])).toEqual([
      ['成效', 'add', {}], ['1874件', 'confirm', {}], ['312件', 'change', { value: 312, label: '涉外公证' }], ['9件', 'drop', {}],
    ]);
    expect(readFile(JSON.stringify(file.corrections))).toEqual(from.said);
  });
});

describe('.md', () => {
  const text = markdown(from, titles);
  const tokens = marked.lexer(text);
  const table = tokens.find(({ type }) => type === 'table') as { header: { text: string }[]; rows: { text: string }[][] };
  const plain = (cell: string) => (marked.parseInline(cell) as string).replace(/<\/?del>/g, '').replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

  it('has every figure in its table, and says which rows a person touched', () => {
    expect(table.rows.map(([words]) => plain(words!.text))).toEqual(corrected.metrics.map((metric) => metric.text));
    expect(table.rows.map((cells) => plain(cells[5]!.text)).filter(Boolean).map((cell) => cell.slice(0, 3))).toEqual(['人工添', '已确认', '已更改', '已删去'].map((one) => one.slice(0, 3)));
    expect(table.rows[corrected.metrics.findIndex((metric) => metric.text === '312件')]![2]!.text).toMatch(/^— /);
  });

  it('has the brief, the slips and the demanded contents', () => {
    expect(tokens.filter(({ type }) => type === 'heading').map((token) => (token as { text: string }).text)).toEqual([report.identity.title!.text, '简述', '核对', '必备内容', '数据']);
    const html = marked.parse(text) as string;
    expect(html).toContain('<strong>有误</strong> 1343 ≠ 1339 | &lt;b&gt;');
    expect(html).toContain('（已忽略）重复');
    expect(html).toContain('<strong>未见</strong> ');
  });

  it('makes nothing of what the text holds but text', () => {
    const html = marked.parse(text) as string;
    expect(html).not.toMatch(/<(a|img|script|b|code|em|iframe)\b/);
    expect(html).toContain('[办理](javascript:x)');
    const nasty = '<img onerror=x> [a](b) ![c](d) `e` **f** _g_ | # h\n- i\nhttps://x.y www.x.y a@b.c &amp; \\| ~~j~~ $k$';
    const one = markdown({ ...from, report: { ...report, summary: { ...report.summary, brief: nasty } } }, titles);
    const paragraph = /<p>(&lt;img.*?)<\/p>/s.exec(marked.parse(one) as string)?.[1];
    expect(paragraph).toBe('&lt;img onerror=x&gt; [a](b) ![c](d) `e` **f** _g_ | # h - i https://x.y www.x.y a@b.c &amp;amp; \\| ~~j~~ $k$');
  });
});

describe('the page to hand in', () => {
  it('tells whose report it is, and leaves out what is not known', () => {
    const sheet = sheetOf(from);
    expect(sheet.facts).toContainEqual(['年度', '2023']);
    expect(sheet.rows.filter(({ touched }) => touched)).toHaveLength(4);
    expect(sheet.contents).toHaveLength(1);
    expect(sheet.notes[0]).toContain(`共 ${corrected.metrics.length} 个，其中人工处理 4 个`);
    const bare = sheetOf({ ...from, report: { ...report, identity: { title: null, region: null, kind: null, year: null, issuer: null, publishedOn: null } } });
    expect([bare.title, bare.facts]).toEqual(['未见标题', []]);
  });
});
