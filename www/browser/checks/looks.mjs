/** Languages, colours and sizes; the pictures are for people to look at. */
import assert from 'node:assert/strict';
import { button, click, overflow, paste, settled, until, view, words } from '../page.mjs';
import { report } from '../texts.mjs';

async function opened(tab, site) {
  await tab.open(site.url);
  await paste(tab, report.text);
  await settled(tab);
}

const background = () => getComputedStyle(document.body).backgroundColor;

export const looks = [
  {
    name: 'the page speaks the other language at a click, and the text stays',
    async run(tab, site) {
      await opened(tab, site);
      const text = () => document.querySelector('.cm-line').textContent;
      const before = await tab.evaluate(text);
      await click(tab, button, 'English');
      await until(tab, 'English', () => document.documentElement.lang === 'en' && document.querySelector('.panel').ariaBusy === 'false');
      const said = await tab.evaluate(() => document.querySelector('.tabs').textContent);
      assert.ok(said.includes(words.en['figures.title']), said);
      assert.equal(await tab.evaluate(() => document.title), words.en['app.title']);
      assert.equal(await tab.evaluate(text), before);
      await tab.shot('english');
    },
  },
  {
    name: 'the page is dark where the reader wants it dark',
    needs: 'dark',
    async run(tab, site) {
      await opened(tab, site);
      await tab.dark(false);
      const light = await tab.evaluate(background);
      await tab.dark(true);
      await until(tab, 'dark', (before) => getComputedStyle(document.body).backgroundColor !== before, light);
      await tab.shot('dark');
      await tab.dark(false);
    },
  },
  ...[[360, 740, 'phone'], [700, 450, 'zoomed to 200 %']].map(([width, height, name]) => ({
    name: `nothing is cut off at ${width} × ${height} (${name})`,
    needs: 'exactSize',
    async run(tab, site) {
      await opened(tab, site);
      await tab.size(width, height);
      await until(tab, 'the size', (wanted) => innerWidth === wanted, width);
      assert.equal(await tab.evaluate(overflow), 0);
      const seen = (selector) => {
        const part = document.querySelector(selector);
        return getComputedStyle(part).visibility === 'visible' ? part.clientHeight : 0;
      };
      assert.ok(await tab.evaluate(seen, '.cm-scroller') >= 300, 'the text is in front');
      await view(tab, 'figures');
      assert.equal(await tab.evaluate(overflow), 0);
      assert.ok(await tab.evaluate(seen, '[role=treegrid]') >= 300, 'the figures are in front');
      assert.equal(await tab.evaluate(seen, '.cm-scroller'), 0);
      await tab.shot(name.split(' ')[0]);
    },
  })),
];
