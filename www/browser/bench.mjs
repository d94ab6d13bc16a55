/**
 * What the page costs its readers, in Chromium: rows of the table that `cargo xtask bench` prints. The first load, the time until
 * the page answers on a processor four times as slow, and the longest task while one types in a report of twenty pages.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { launchChromium } from './engines.mjs';
import { paste, settled, until, view } from './page.mjs';
import { PREFIX, serve } from './server.mjs';
import { reportsOf, sample } from './texts.mjs';

const SLOW = 4;
/** A printed page holds some nine hundred characters. */
const TWENTY_PAGES = reportsOf(20 * 900);
const WARM = 20;
const KEYS = 80;

const median = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1];

/** A page of its own, as `tab` of the checks. */
async function open(browser, { origin, url }, throttle = 1) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const loaded = new Set();
  page.on('response', (response) => loaded.add(response.url().slice((origin + PREFIX).length) || 'index.html'));
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ startTime, duration }) => startTime + duration))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url);
  return { page, loaded, evaluate: (run, argument) => page.evaluate(run, argument), close: () => context.close() };
}

/** Compressed as a host would send it: all that is asked for until the first report is on show. */
async function firstLoad(browser, site) {
  const tab = await open(browser, site);
  await paste(tab, sample);
  await settled(tab);
  const sizes = [...tab.loaded].map((path) => gzipSync(readFileSync(new URL(`../dist/${path}`, import.meta.url)), { level: 9 }).length);
  await tab.close();
  return sizes.reduce((all, size) => all + size, 0);
}

/** Milliseconds until the editor is there and no long task follows. */
async function interactive(browser, site) {
  const tab = await open(browser, site, SLOW);
  const ready = await until(tab, 'the editor', () => document.querySelector('.cm-content') && performance.now());
  await tab.page.waitForTimeout(1500);
  const end = Math.max(ready, ...await tab.evaluate(() => window.tasks));
  await tab.close();
  return end;
}

/**
 * The longest task of the page's own thread, in milliseconds of its processor time (so that a busy machine doesn't count), while one
 * types in the middle of the text.
 */
async function typing(browser, site, id) {
  const tab = await open(browser, site);
  await paste(tab, TWENTY_PAGES);
  await settled(tab);
  await view(tab, id);
  await tab.page.locator('.cm-content').focus();
  for (let down = 0; down < 20; down++) await tab.page.keyboard.press('ArrowDown');
  const keys = async (count) => {
    for (let key = 0; key < count; key++) {
      await tab.page.keyboard.press(`${key % 10}`);
      // In bursts, so that reports arrive between them and while the next keys fall.
      await tab.page.waitForTimeout(key % 4 === 3 ? 180 : 60);
    }
  };
  await keys(WARM);
  await browser.startTracing(tab.page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'blink'] });
  await keys(KEYS);
  await settled(tab);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await tab.close();
  const thread = ({ pid, tid }) => `${pid}:${tid}`;
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  return Math.max(...traceEvents.filter((event) => /RunTask$/.test(event.name) && event.ph === 'X' && main.has(thread(event))).map(({ dur, tdur }) => (tdur ?? dur) / 1000));
}

/** The first line of what went wrong, for a machine without Chromium. */
const browser = await launchChromium().catch((error) => error.message.split('\n')[0]);
if (typeof browser === 'string') {
  console.log(`| page: not measured, no Chromium (${browser}) | – | – |`);
  process.exit();
}
const site = await serve();
const load = await firstLoad(browser, site);
const times = [];
for (let round = 0; round < 5; round++) times.push(await interactive(browser, site));
const longest = [];
for (const id of ['overview', 'figures']) longest.push(await typing(browser, site, id));
await browser.close();
site.stop();
console.log(`| page: first load with a report on show, gzip | ${(load / 1000).toFixed(1)} kB | ≤ 340 kB |`);
console.log(`| page: until it answers, processor ${SLOW} × slower | ${(median(times) / 1000).toFixed(2)} s | – |`);
console.log(`| page: longest task while typing in 20 pages, with the overview and with the figures | ${longest.map((one) => one.toFixed(0)).join(' and ')} ms | < 50 ms |`);
