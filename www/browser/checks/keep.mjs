/** Nothing is stored unless the reader asks; what was kept comes back with a sentence, and one button wipes it. */
import assert from 'node:assert/strict';
import { button, click, lines, middle, paste, row, settled, text, until, view } from '../page.mjs';
import { small } from '../texts.mjs';

/** Everything that a page can store on a machine. */
const stored = async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split(';').filter(Boolean),
  ...('databases' in indexedDB ? await indexedDB.databases() : []).map(({ name }) => name),
  ...(window.caches ? await caches.keys() : []),
  ...(navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : []).map(({ scope }) => scope),
];

async function worked(tab, site) {
  await tab.open(site.url);
  // A driver may hand the same profile to every check.
  await tab.evaluate(() => localStorage.clear());
  await paste(tab, small);
  await settled(tab);
  await view(tab, 'figures');
  await click(tab, row, '90场');
  await tab.press(' ');
  await until(tab, 'confirmed', () => document.querySelector('.grid .touch.confirm'));
}

const list = async (tab) => {
  await click(tab, middle, '.toolbar [aria-haspopup=dialog]');
  await until(tab, 'the list', () => document.querySelector('dialog[open]'));
};

async function reload(tab) {
  await tab.evaluate(() => {
    window.isOld = true;
    setTimeout(() => location.reload());
  });
  const isNew = () => !window.isOld && document.querySelector('.cm-content') !== null;
  // While the page goes nobody answers.
  for (let tries = 0; !(await tab.evaluate(isNew).catch(() => false)); tries += 1) {
    assert.ok(tries < 200, 'the page does not come back');
    await new Promise((done) => setTimeout(done, 100));
  }
  // What listened for problems went with the old page, and so did the language that a driver without one was given.
  await tab.evaluate(() => {
    window.__problems ??= [];
    document.querySelector('button[lang=zh-CN]')?.click();
  });
}

export const keep = [
  {
    name: 'nothing is stored while nobody asks for it',
    async run(tab, site) {
      await worked(tab, site);
      await list(tab);
      assert.deepEqual(await tab.evaluate(stored), []);
      await click(tab, button, text('notice.close'));
      await tab.evaluate(() => { window.dispatchEvent(new Event('pagehide')); });
      assert.deepEqual(await tab.evaluate(stored), []);
    },
  },
  {
    name: 'what was asked to be kept comes back with a sentence, and is wiped by one button',
    async run(tab, site) {
      await worked(tab, site);
      await list(tab);
      await click(tab, middle, 'dialog [type=checkbox]');
      await until(tab, 'it is kept', () => localStorage.length === 1);
      assert.deepEqual(await tab.evaluate(stored), ['fachi']);
      await click(tab, button, text('notice.close'));
      await reload(tab);
      await until(tab, 'the sentence', (sentence) => [...document.querySelectorAll('.notice span')].some((one) => one.textContent === sentence), text('keep.restored'));
      await settled(tab);
      assert.deepEqual(await tab.evaluate(lines), small.split('\n'));
      await view(tab, 'figures');
      await until(tab, 'the correction', () => document.querySelector('.grid .touch.confirm'));
      await tab.shot('restored');
      await click(tab, button, text('keep.wipe'));
      await until(tab, 'it is wiped', () => localStorage.length === 0);
      await tab.evaluate(() => document.querySelector('.cm-content').focus());
      await tab.type('甲');
      await settled(tab);
      assert.deepEqual(await tab.evaluate(stored), []);
    },
  },
  {
    name: 'what is damaged is said to be, and can be wiped',
    async run(tab, site) {
      await tab.open(site.url);
      await tab.evaluate(() => localStorage.setItem('fachi', '{"format":"fachi-corrections","version":1,"text":5}'));
      await reload(tab);
      await until(tab, 'the sentence', (sentence) => [...document.querySelectorAll('.notice span')].some((one) => one.textContent === sentence), text('keep.damaged'));
      await click(tab, button, text('keep.wipe'));
      await until(tab, 'it is wiped', () => localStorage.length === 0);
    },
  },
];
