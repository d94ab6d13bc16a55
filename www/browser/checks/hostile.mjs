/** Texts that mean ill, or are far larger than any report: shown as text, and the page stays usable. */
import assert from 'node:assert/strict';
import { analyze } from 'fachi';
import { click, lines, middle, overflow, paste, settled, until, view } from '../page.mjs';

const traps = [
  '澄溪县2023年法治政府建设年度报告<img src=x onerror="window.trapped=1">',
  '一、<script>window.trapped=1</script>主要成效',
  '印发《javascript:window.trapped=1//<a href="javascript:window.trapped=1">办法</a>》，受理=cmd|\'/C calc\'!A0案件410件，其中<b>甲</b>案件400件、\u202e乙案件\u202c9件。',
  '二、存在的不足<iframe srcdoc="<script>parent.trapped=1</script>">',
  '一是<svg onload="window.trapped=1">执法力量不足；二是\u2067普法方式单一\u2069。',
  '三、下一步安排',
  '加强"onmouseover="window.trapped=1"执法力量。',
];
const report = traps.join('\n');
const ids = ['overview', 'figures', 'findings', 'coverage', 'documents', 'summary', 'problems'];

/** Elements that only markup in the text could have made. */
const foreign = () => [...document.querySelectorAll('#app :is(img:not([class^=cm-]), script, iframe, object, embed, a[href^="javascript"], b b)')].map((one) => one.outerHTML);

/** Types a character and tells how long it took to be seen. */
async function answers(tab) {
  await tab.evaluate(() => document.querySelector('.cm-content').focus());
  await tab.press('Home');
  const before = (await tab.evaluate(lines)).length;
  const start = Date.now();
  await tab.press('Enter');
  await until(tab, 'the new line is seen', (count) => document.querySelectorAll('.cm-line').length > count || document.querySelector('.cm-line').textContent === '', before);
  return Date.now() - start;
}

export const hostile = [
  {
    name: 'markup, addresses of scripts and marks that turn the writing are shown as text in every view',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, report);
      await settled(tab);
      for (const id of ids) {
        await view(tab, id);
        await until(tab, `${id} is drawn`, () => document.querySelector('#view').textContent.length > 0);
        assert.deepEqual(await tab.evaluate(foreign), [], id);
      }
      await view(tab, 'documents');
      const titles = await tab.evaluate(() => [...document.querySelectorAll('.documents .title')].map((one) => one.textContent));
      assert.deepEqual(titles, analyze(report).documents.map(({ title }) => `《${title}》`));
      assert.ok((await tab.evaluate(lines))[0].includes('<img src=x onerror='));
      const { x, y } = await tab.evaluate(middle, '.cm-content .figure');
      await tab.move(x, y - 5);
      await tab.move(x, y);
      await until(tab, 'the card', () => document.querySelector('.card'));
      assert.deepEqual(await tab.evaluate(foreign), [], 'the card');
      assert.equal(await tab.evaluate(() => window.trapped ?? 'no'), 'no');
    },
  },
  {
    name: 'a line of 200 000 characters is shown, and the page answers',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, '受理案件410件，办结《办法》规定的案件400件；', 9_000);
      await settled(tab);
      const took = await answers(tab);
      await settled(tab);
      assert.ok(took < 5_000, `the page took ${took} ms for a key`);
      assert.equal(await tab.evaluate(overflow), 0);
      return `a key was seen after ${took} ms`;
    },
  },
  {
    name: '100 000 figures are listed, and every view opens',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, '一、成效\n受理案件410件，其中刑事案件400件、民事案件9件，办结《办法》规定的案件300件。\n', 25_000);
      await settled(tab);
      let slowest = 0;
      for (const id of ids) {
        const start = Date.now();
        await view(tab, id);
        await until(tab, `${id} is drawn`, () => document.querySelector('#view').textContent.length > 0);
        slowest = Math.max(slowest, Date.now() - start);
      }
      assert.ok(slowest < 5_000, `a view took ${slowest} ms`);
      await click(tab, middle, '[role=tab]');
      return `the slowest view took ${slowest} ms`;
    },
  },
];
