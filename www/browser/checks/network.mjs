/** Once it says so the page needs no network any more; what could not be loaded is told, and comes when the network is back. */
import assert from 'node:assert/strict';
import { caught, listen } from '../catch.mjs';
import { button, click, lines, middle, notice, paste, row, settled, text, until, view, words } from '../page.mjs';
import { report } from '../texts.mjs';

const views = ['figures', 'findings', 'coverage', 'documents', 'summary', 'problems', 'overview'];

/** Where everything that is drawn stands, and how it looks. */
const drawn = () => [...document.querySelectorAll('.page *')].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  const { color, backgroundColor, borderTopWidth, fontSize } = getComputedStyle(one);
  return [one.tagName, x, y, width, height, color, backgroundColor, borderTopWidth, fontSize].join(' ');
});

/** What the Tab key comes to, in order. */
async function stops(tab) {
  await tab.evaluate(() => document.querySelector('.skip').focus());
  const found = [];
  for (let count = 0; count < 60; count++) {
    const stop = await tab.evaluate(() => {
      const one = document.activeElement;
      return one.closest('.page') && (one.id || one.getAttribute('role') || one.getAttribute('aria-label') || one.textContent.trim());
    });
    if (!stop) break;
    // What can be scrolled is a stop in Firefox.
    if (stop !== 'tree') found.push(stop);
    await tab.press('Tab');
  }
  return found;
}

/** Every part that is not there from the start is opened for the first time. */
async function openAll(tab) {
  for (const id of views) {
    await view(tab, id);
    assert.ok(await tab.evaluate(() => document.querySelector('#view').childElementCount > 1), id);
  }
  await tab.evaluate(() => document.querySelector('.cm-content .figure').scrollIntoView({ block: 'center' }));
  const { x, y } = await tab.evaluate(middle, '.cm-content .figure');
  await tab.move(x, y - 3);
  await tab.move(x, y);
  await until(tab, 'the card', () => document.querySelector('.card'));
  await view(tab, 'figures');
  await click(tab, row, report.figure);
  await click(tab, button, text('corrections.change'));
  await until(tab, 'the form', () => document.querySelector('dialog[open]'));
  await click(tab, button, text('corrections.cancel'));
  await listen(tab);
  await click(tab, button, text('export.quotation'));
  await caught(tab, 'clip');
  await click(tab, button, 'English');
  await until(tab, 'English', () => document.documentElement.lang === 'en');
  await settled(tab);
}

export const network = [
  {
    name: 'nothing moves and no stop of the Tab key changes when the other parts come from the network',
    needs: 'chords',
    async run(tab, site) {
      const head = [text('app.skip'), text('app.open'), text('export.title'), 'English', text('outline.title'), 'treeitem', 'text'];
      site.withhold((method, path) => method === 'HEAD' || path.includes('/later'));
      let before;
      try {
        await tab.open(site.url);
        await paste(tab, report.text);
        await settled(tab);
        await view(tab, 'overview');
        before = await tab.evaluate(drawn);
        assert.deepEqual((await stops(tab)).slice(0, 8), [...head, 'tab-overview']);
      } finally {
        site.withhold(null);
      }
      await view(tab, 'figures');
      assert.deepEqual((await stops(tab)).slice(0, 10), [...head, 'tab-figures', text('figures.search'), text('figures.filter')]);
      await view(tab, 'overview');
      assert.deepEqual(await tab.evaluate(drawn), before);
    },
  },
  {
    name: 'once it says that all of it is here, the page works without a network',
    async run(tab, site) {
      await tab.open(site.url);
      await until(tab, 'the invitation', () => document.querySelector('.empty'));
      await tab.evaluate(() => document.querySelector('.local .link').click());
      await until(tab, 'that it is all here', (said) => document.querySelector('dialog[open] [role=status]')?.textContent === said, text('privacy.whole'));
      await click(tab, button, text('notice.close'));
      site.withhold(() => true);
      try {
        await paste(tab, report.text);
        await settled(tab);
        await openAll(tab);
      } finally {
        assert.deepEqual(site.withhold(null), []);
      }
      assert.equal(await tab.evaluate(notice), null);
    },
  },
  {
    name: 'a view that can\'t be loaded is told in a sentence, nothing is lost, and it comes when the network is back',
    expects: /support\.js|ERR_|NetworkError|network|Load failed|Failed to load/i,
    async run(tab, site) {
      site.withhold((method, path) => method === 'HEAD' || path.includes('/later'));
      try {
        await tab.open(site.url);
        await paste(tab, report.text);
        await settled(tab);
        const before = await tab.evaluate(lines);
        await tab.evaluate(() => { document.getElementById('tab-figures').focus(); document.getElementById('tab-figures').click(); });
        assert.equal(await until(tab, 'the sentence', notice), words.zh['error.not_loaded']);
        assert.ok(await tab.evaluate(() => document.querySelector('#tab-overview[aria-selected=true]') && document.querySelector('.overview')));
        assert.deepEqual(await tab.evaluate(lines), before);
      } finally {
        site.withhold(null);
      }
      await view(tab, 'figures');
      assert.equal(await tab.evaluate(() => getComputedStyle(document.querySelector('.grid')).overflowY), 'auto', 'it has its looks');
      assert.equal(await tab.evaluate(notice), null);
    },
  },
];
