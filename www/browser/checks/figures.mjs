/** The tree table: totals and parts, orders, filters, search, forms of values; with 100 000 figures, too. */
import assert from 'node:assert/strict';
import { analyze, catalog } from 'fachi';
import { click, middle, paste, row, rowCount, selectedRow, settled, until, view, words } from '../page.mjs';
import { report, small } from '../texts.mjs';

const { zh } = words;

async function opened(tab, site, text = small) {
  await tab.open(site.url);
  await paste(tab, text);
  await settled(tab);
  await view(tab, 'figures');
}

/** What the drawn rows say, in their order. */
const drawn = () => [...document.querySelectorAll('.grid .row')]
  .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex)
  .map((one) => `${' '.repeat(one.ariaLevel - 1)}${one.querySelector('.value b').textContent}`);

const shows = (tab, what, expected) => until(tab, what, (list) => {
  const rows = [...document.querySelectorAll('.grid .row')].sort((a, b) => a.ariaRowIndex - b.ariaRowIndex);
  return JSON.stringify(rows.map((one) => `${' '.repeat(one.ariaLevel - 1)}${one.querySelector('.value b').textContent}`)) === JSON.stringify(list);
}, expected);

/** Makes a choice in the field with this title, as a reader does. */
const choose = (tab, title, value) => tab.evaluate(({ name, chosen }) => {
  const label = [...document.querySelectorAll('.toolbar label')].find((one) => one.querySelector('span').textContent === name);
  const field = label.querySelector('select');
  if (![...field.options].some((option) => option.value === chosen)) throw new Error(`no ${chosen} in ${name}`);
  field.value = chosen;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}, { name: title, chosen: value });

const seek = (tab, text) => tab.evaluate((typed) => {
  const field = document.querySelector('.toolbar input[type=search]');
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}, text);

const expand = (tab) => click(tab, middle, '.toolbar [aria-controls=filters]');
const all = ['1874件', ' 312件', ' 25件', '286.4万元', '90场', '9000人次', '60次'];

export const figures = [
  {
    name: 'totals close and open by keyboard, and tell the share of their parts',
    async run(tab, site) {
      await opened(tab, site);
      await shows(tab, 'parts below their total', all);
      assert.match(await tab.evaluate(() => document.querySelector('[aria-posinset="1"][aria-level="2"] .value').textContent), /16\.6%/);
      await tab.evaluate(() => document.querySelector('.grid .row[tabindex="0"]').focus());
      await tab.press('ArrowDown');
      await until(tab, 'the first part is selected', () => document.activeElement.ariaLevel === '2');
      await tab.press('ArrowLeft');
      await until(tab, 'its total is selected', () => document.activeElement.ariaExpanded === 'true');
      await tab.press('ArrowLeft');
      await shows(tab, 'the parts are gone', ['1874件', '286.4万元', '90场', '9000人次', '60次']);
      assert.equal(await tab.evaluate(() => document.activeElement.ariaExpanded), 'false');
      await tab.press('ArrowRight');
      await shows(tab, 'the parts are back', all);
      await tab.press('ArrowRight');
      await until(tab, 'the first part is selected', () => document.activeElement.ariaPosInSet === '1' && document.activeElement.ariaLevel === '2');
      await tab.press('End');
      await until(tab, 'the end', () => document.activeElement.querySelector('.value b').textContent === '60次');
      await tab.press('Home');
      await until(tab, 'the beginning', () => document.activeElement.querySelector('.value b').textContent === '1874件');
      await tab.shot('tree');
    },
  },
  {
    name: 'a part chosen in the text opens its total, and a click closes it',
    async run(tab, site) {
      await opened(tab, site);
      await click(tab, middle, '.grid .twisty');
      await until(tab, 'closed', () => document.querySelector('.grid .row[aria-expanded]').ariaExpanded === 'false');
      await tab.evaluate(() => document.querySelectorAll('.cm-content .figure')[1].scrollIntoView());
      const place = await tab.evaluate(() => {
        const box = document.querySelectorAll('.cm-content .figure')[1].getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
      await tab.click(place.x, place.y);
      await until(tab, 'the part has a row again', () => document.querySelector('.grid [aria-selected=true] .value b')?.textContent === '312件');
      // Also where a part is selected: the total takes its place.
      await click(tab, middle, '.grid .twisty');
      await until(tab, 'closed', () => document.querySelector('.grid .row[aria-expanded]').ariaExpanded === 'false');
      assert.equal(await tab.evaluate(selectedRow), '1874件');
    },
  },
  {
    name: 'rows are sorted by value, unit, indicator and place, parts among themselves',
    async run(tab, site) {
      await opened(tab, site);
      const head = (column) => click(tab, middle, `.grid .head > :nth-child(${column}) button`);
      await click(tab, middle, '.grid .head > :nth-child(1) button:nth-child(1)');
      await shows(tab, 'the biggest value first', ['286.4万元', '9000人次', '1874件', ' 312件', ' 25件', '90场', '60次']);
      assert.equal(await tab.evaluate(() => document.querySelector('.grid .head [aria-sort]').ariaSort), 'descending');
      await click(tab, middle, '.grid .head > :nth-child(1) button:nth-child(1)');
      await shows(tab, 'the smallest first', ['60次', '90场', '1874件', ' 25件', ' 312件', '9000人次', '286.4万元']);
      await head(3);
      await until(tab, 'by indicator', () => document.querySelector('.grid .head > :nth-child(3)').ariaSort === 'ascending');
      // The one without an indicator is the last.
      assert.equal((await tab.evaluate(drawn)).at(-1), '9000人次');
      await expand(tab);
      await choose(tab, zh['figures.order'], 'unit');
      await until(tab, 'by unit', () => document.querySelector('.grid .head > :nth-child(1)').ariaSort === 'ascending');
      await choose(tab, zh['figures.order'], 'place');
      await shows(tab, 'as in the text', all);
    },
  },
  {
    name: 'filters and search leave what the package says they should',
    async run(tab, site) {
      await opened(tab, site, report.text);
      const { metrics, sections } = analyze(report.text);
      const names = new Map(catalog('zh').indicators.map(({ id, name }) => [id, name]));
      await expand(tab);
      const kept = async (what, test) => {
        const expected = metrics.filter(test).length;
        assert.ok(expected > 0 && expected < metrics.length, `${what}: ${expected}`);
        const said = zh['figures.shown'].replace('{count}', expected).replace('{total}', metrics.length);
        await until(tab, `${what}: ${said}`, (sentence) => document.querySelector('.toolbar .shown').textContent === sentence, said);
      };
      const most = (of) => {
        const counts = new Map();
        for (const metric of metrics) if (of(metric) !== null) counts.set(of(metric), (counts.get(of(metric)) ?? 0) + 1);
        return [...counts].sort((a, b) => b[1] - a[1])[0][0];
      };
      for (const [field, of] of [['area', ({ area }) => area], ['indicator', ({ indicator }) => indicator], ['kind', ({ kind }) => kind]]) {
        const value = most(of);
        await choose(tab, zh[`figures.${field}`], value);
        await kept(field, (metric) => of(metric) === value);
        await choose(tab, zh[`figures.${field}`], '');
      }
      const section = most(({ section: id }) => id);
      const below = new Set([section]);
      for (const { id, parent } of sections) if (below.has(parent)) below.add(id);
      await choose(tab, zh['figures.section'], section);
      await kept('section', (metric) => below.has(metric.section));
      await tab.shot('filters');
      await choose(tab, zh['figures.section'], '');
      const word = metrics.find(({ label }) => label.length >= 2).label.slice(0, 2);
      await seek(tab, word);
      await kept(`“${word}”`, (metric) => [report.text.slice(metric.sentence.start, metric.sentence.end), metric.label, metric.subject, metric.action, names.get(metric.indicator)]
        .join('\n').normalize('NFKC').includes(word));
      await seek(tab, '没有这几个字');
      await until(tab, 'the sentence', (sentence) => document.querySelector('.figures .none')?.textContent === sentence, zh['figures.unmatched']);
      await seek(tab, '');
      await until(tab, 'all of them', (count) => Number(document.querySelector('.grid')?.ariaRowCount) === count + 1, metrics.length);
    },
  },
  {
    name: 'values are shown as written, exactly, and in 万 and 亿',
    async run(tab, site) {
      await opened(tab, site);
      await choose(tab, zh['figures.form'], 'exact');
      await shows(tab, 'exact', ['1,874 件', ' 312 件', ' 25 件', '2,864,000 元', '90 场', '9,000 人次', '60 次']);
      await choose(tab, zh['figures.form'], 'scaled');
      await until(tab, 'in 万', () => [...document.querySelectorAll('.grid .value b')].some((value) => value.textContent === '286.4 万元'));
      await choose(tab, zh['figures.form'], 'written');
      await shows(tab, 'as written', all);
    },
  },
  {
    name: '100 000 figures are searched, sorted and walked without delay',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, '公证36件，', 100_000);
      await settled(tab);
      await view(tab, 'figures');
      assert.equal(await tab.evaluate(rowCount), 100_000);
      const time = async (what, act) => {
        const start = Date.now();
        await act();
        const took = Date.now() - start;
        assert.ok(took < 5000, `${what} took ${took} ms`);
        return took;
      };
      const times = [
        await time('search', async () => {
          await seek(tab, '37');
          await until(tab, 'nothing', () => document.querySelector('.figures .none'));
          await seek(tab, '');
          await until(tab, 'everything', () => document.querySelector('.grid')?.ariaRowCount === '100001');
        }),
        await time('sorting', async () => {
          await click(tab, middle, '.grid .head button');
          await until(tab, 'sorted', () => document.querySelector('.grid .head [aria-sort]').ariaSort === 'descending');
        }),
        await time('walking', async () => {
          await tab.evaluate(() => document.querySelector('.grid .row[tabindex="0"]').focus());
          await tab.press('End');
          await until(tab, 'the end', () => document.activeElement.ariaRowIndex === '100001');
        }),
        await time('confirming', async () => {
          await tab.press(' ');
          await until(tab, 'confirmed', () => document.querySelector('.grid .row[aria-selected=true] .touch.confirm'));
        }),
      ];
      assert.ok(await tab.evaluate(() => document.querySelectorAll('.grid .row').length) < 80, 'only rows in sight are drawn');
      return `${times.join(', ')} ms`;
    },
  },
  {
    name: 'a row chosen in the table is the figure that is marked in the text, in every order',
    async run(tab, site) {
      await opened(tab, site, report.text);
      await click(tab, middle, '.grid .head button');
      await click(tab, row, report.figure);
      await until(tab, 'the mark', (figure) => document.querySelector('.cm-content [aria-current=true]')?.textContent === figure, report.figure);
    },
  },
];
