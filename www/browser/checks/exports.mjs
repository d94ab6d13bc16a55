/** What leaves the page: files, paper, clipboard; each opened again by another's reader and held against the package. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import { analyze, catalog } from 'fachi';
import { marked } from 'marked';
import { caught, listen } from '../catch.mjs';
import { button, click, paste, row, settled, text, until, view } from '../page.mjs';
import { sample, titled as report } from '../texts.mjs';

const schema = JSON.parse(readFileSync(new URL('../../../pkg/report.schema.json', import.meta.url), 'utf8'));
const isReport = new Ajv({ strict: false, validateFormats: false }).compile({ ...schema, $ref: '#/definitions/Report', properties: undefined });

/** A report whose words would be formulas, markup or columns of their own. */
const hostile = [
  '澄溪县2023年法治政府建设年度报告', '一、=HYPERLINK("x")', '受理=cmd|\'/C calc\'!A0案件410件，其中@SUM(A1)案件9件、"乙",案件3件。',
  '印发《<img src=x onerror=alert(1)>办法》，[点此](javascript:alert(1))投诉\u202e25件\u202c，气温-3.5度。', '',
].join('\n');

async function opened(tab, site, words = report.text) {
  await tab.open(site.url);
  await paste(tab, words);
  await settled(tab);
  await view(tab, 'figures');
  await listen(tab);
}

/** Takes something from the menu. */
async function take(tab, which) {
  await click(tab, button, text('export.title'));
  await until(tab, 'the menu', () => document.querySelector('[role=menu]:not([hidden])'));
  await tab.evaluate((label) => {
    [...document.querySelectorAll('[role=menuitem]')].find((one) => one.textContent === label).click();
  }, text(`export.${which}`));
}

/** Confirms one row and drops the next. */
async function touch(tab) {
  await tab.evaluate(() => document.querySelector('.grid .row[tabindex="0"]').focus());
  await tab.press('ArrowDown');
  await until(tab, 'a row is selected', () => document.activeElement.ariaSelected === 'true');
  const selected = () => document.activeElement.dataset.metric;
  const first = await tab.evaluate(selected);
  await tab.press(' ');
  await until(tab, 'it is confirmed', () => document.querySelector('.grid .touch.confirm'));
  await tab.press('ArrowDown');
  await until(tab, 'the next is selected', (before) => document.activeElement.dataset.metric !== before, first);
  const second = await tab.evaluate(selected);
  await tab.press('Delete');
  await until(tab, 'it is dropped', () => document.querySelector('.grid .touch.drop'));
  return { confirmed: first, dropped: second };
}

const rowsOf = (csv) => parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
const tableOf = (markdown) => marked.lexer(markdown).find(({ type }) => type === 'table');
/** What a reader of the Markdown sees in a cell. */
const seen = (cell) => marked.parseInline(cell.text).replace(/<\/?del>/g, '').replace(/&(#39|quot|lt|gt|amp);/g, (_, name) => ({ '#39': "'", quot: '"', lt: '<', gt: '>', amp: '&' })[name]);

export const exports = [
  {
    name: 'the .csv is the report, and says which rows a person touched',
    async run(tab, site) {
      await opened(tab, site);
      const { metrics, identity } = analyze(report.text);
      const { confirmed, dropped } = await touch(tab);
      await take(tab, 'csv');
      const file = await caught(tab, 'file');
      assert.ok(file.name.endsWith('.csv') && file.name.startsWith(identity.title.text.slice(0, 4)), file.name);
      assert.ok(file.text.startsWith('\ufeff'), 'Excel needs the mark');
      const rows = rowsOf(file.text);
      assert.deepEqual(rows.map((one) => one[text('export.id')]), metrics.map(({ id }) => id));
      for (const [index, metric] of metrics.entries()) {
        const one = rows[index];
        assert.equal(one[text('figures.value')], metric.id === dropped ? '' : String(metric.value), metric.id);
        assert.equal(one[text('export.words')], metric.text);
        assert.equal(one[text('export.indicatorId')], metric.indicator ?? '');
        assert.equal(one[text('export.sentence')].replace(/^'/, ''), report.text.slice(metric.sentence.start, metric.sentence.end).trim());
        const how = { [confirmed]: text('touched.confirm'), [dropped]: text('touched.drop') }[metric.id] ?? '';
        assert.equal(one[text('export.touched')], how, metric.id);
      }
    },
  },
  {
    name: 'the .json is the report as the schema tells it, with the figures put right',
    async run(tab, site) {
      await opened(tab, site);
      const { confirmed, dropped } = await touch(tab);
      await take(tab, 'json');
      const file = JSON.parse((await caught(tab, 'file')).text);
      assert.ok(isReport(file.report), JSON.stringify(isReport.errors));
      assert.deepEqual(file.report, analyze(report.text, { locale: 'zh', summarySentences: 8 }));
      assert.deepEqual(file.figures.filter(({ touched }) => touched).map(({ id, touched }) => [id, touched.act]), [[confirmed, 'confirm'], [dropped, 'drop']]);
      assert.equal(file.corrections.corrections.length, 2);
    },
  },
  {
    name: 'the .md holds every figure in a table, the brief, the slips and what is demanded',
    async run(tab, site) {
      await opened(tab, site, sample);
      const { metrics, identity, summary, findings, coverage } = analyze(sample, { locale: 'zh' });
      const requirements = new Map(catalog('zh').requirements.map(({ id, name }) => [id, name]));
      await touch(tab);
      await take(tab, 'markdown');
      const { text: markdown } = await caught(tab, 'file');
      const table = tableOf(markdown);
      assert.deepEqual(table.rows.map(([words]) => seen(words)), metrics.map((metric) => metric.text.replace(/\s+/g, ' ')));
      assert.equal(table.rows.filter((cells) => cells[5].text !== '').length, 2);
      const html = marked.parse(markdown);
      assert.ok(html.includes(`<h1>${identity.title.text}</h1>`));
      assert.ok(html.includes(`<p>${summary.brief}</p>`), summary.brief);
      const items = marked.lexer(markdown).filter(({ type }) => type === 'list').flatMap(({ items: list }) => list.map((item) => seen({ text: item.text })));
      assert.ok(findings.length > 0, 'the sample has a slip');
      for (const { message, severity } of findings) assert.ok(items.includes(`<strong>${text(`severity.${severity}`)}</strong> ${message}`), message);
      const mandated = coverage.requirements.filter(({ level }) => level === 'mandated');
      assert.ok(mandated.length > 0);
      for (const { status, id } of mandated) assert.ok(items.includes(`<strong>${text(`status.${status}`)}</strong> ${requirements.get(id)}`), id);
    },
  },
  {
    name: 'the printed page tells whose report it is, every figure, and what a person touched',
    async run(tab, site) {
      await opened(tab, site);
      const { metrics, identity } = analyze(report.text);
      await touch(tab);
      await take(tab, 'print');
      const { rows, title, touched } = await caught(tab, 'print');
      assert.equal(title, identity.title.text);
      assert.deepEqual(rows, metrics.map((metric) => metric.text));
      assert.equal(touched, 2);
      assert.equal(await tab.evaluate(() => document.querySelector('.paper')), null, 'nothing is left of it');
    },
  },
  {
    name: 'a row, the table and a figure with its quotation are copied',
    async run(tab, site) {
      await opened(tab, site);
      const { metrics, identity, sections } = analyze(report.text);
      await click(tab, row, report.figure);
      await click(tab, button, text('export.quotation'));
      const chosen = await tab.evaluate(() => document.querySelector('.grid [aria-selected=true]').dataset.metric);
      const metric = metrics.find(({ id }) => id === chosen);
      const { text: quoted } = await caught(tab, 'clip');
      const heading = sections.find(({ id }) => id === metric.section)?.heading ?? '';
      for (const part of [report.text.slice(metric.sentence.start, metric.sentence.end).trim(), identity.title.text, String(identity.year), heading, metric.label]) {
        assert.ok(quoted.includes(part), `${part} in ${quoted}`);
      }
      await click(tab, button, text('export.row'));
      const one = await caught(tab, 'clip');
      assert.equal(one.text.split('\t')[0], String(metric.value));
      await take(tab, 'table');
      const all = await caught(tab, 'clip');
      const [head, ...rows] = all.text.split('\n').map((line) => line.split('\t'));
      assert.equal(head[0], text('figures.value'));
      assert.deepEqual(rows.map(([value]) => Number(value)).sort((a, b) => a - b), metrics.map(({ value }) => value).sort((a, b) => a - b));
      const cells = await tab.evaluate((html) => {
        const made = new DOMParser().parseFromString(html, 'text/html');
        return [...made.querySelectorAll('tr')].map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent));
      }, all.html);
      assert.deepEqual(cells, [head, ...rows]);
    },
  },
  {
    name: 'hostile words leave the page as text only',
    async run(tab, site) {
      await opened(tab, site, hostile);
      const { metrics } = analyze(hostile);
      assert.ok(metrics.length >= 4, `${metrics.length} figures`);
      await take(tab, 'csv');
      const rows = rowsOf((await caught(tab, 'file')).text);
      assert.equal(rows.length, metrics.length);
      for (const [title, cell] of rows.flatMap((one) => Object.entries(one))) {
        if (!/^-?\d[\d.,]*%?$/.test(cell)) assert.doesNotMatch(cell, /^[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]*[=+\-@\t]/, title);
      }
      await take(tab, 'markdown');
      const html = marked.parse((await caught(tab, 'file')).text);
      assert.doesNotMatch(html, /<(a|img|script|iframe)\b/);
      await take(tab, 'table');
      const { html: table, text: plain } = await caught(tab, 'clip');
      assert.doesNotMatch(table, /<(?!\/?(table|tr|td)>)/);
      assert.equal(plain.split('\n').length, metrics.length + 1);
      for (const cell of plain.split(/[\t\n]/)) assert.ok(/^-?[\d.]+$/.test(cell) || !/^[=+\-@]/.test(cell), cell);
    },
  },
  {
    name: 'a file really comes to the disk, under a name that tells whose report it is',
    needs: 'download',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, report.text);
      await settled(tab);
      const { name, bytes } = await tab.download(() => take(tab, 'csv'));
      assert.ok(name.endsWith('.csv'));
      assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      assert.equal(rowsOf(bytes.toString('utf8')).length, analyze(report.text).metrics.length);
    },
  },
  {
    name: 'the menu is walked with the keyboard, opened and closed by its keys',
    needs: 'chords',
    async run(tab, site) {
      await opened(tab, site);
      await tab.evaluate(() => document.querySelector('.cm-content').focus());
      await tab.press('ControlOrMeta+s');
      const on = (which) => until(tab, which, (label) => document.activeElement.textContent === label, text(`export.${which}`));
      await on('csv');
      await tab.press('ArrowDown');
      await on('json');
      await tab.press('End');
      await on('corrections');
      await tab.press('ArrowDown');
      await on('csv');
      await tab.press('Escape');
      await until(tab, 'closed', () => document.querySelector('[role=menu]').hidden && document.activeElement.matches('[aria-haspopup=menu]'));
      await tab.press('ControlOrMeta+s');
      await on('csv');
      await tab.press('Enter');
      assert.match((await caught(tab, 'file')).name, /\.csv$/);
      await tab.press('ControlOrMeta+p');
      await caught(tab, 'print');
    },
  },
];
