/** What Lighthouse says of the built page, in Chromium: a row of the table that `cargo xtask bench` prints. */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromiumPath, quiet } from '../browser/engines.mjs';
import { serve } from '../browser/server.mjs';

const chromePath = chromiumPath();
const chrome = await launch({ ...(chromePath && { chromePath }), chromeFlags: ['--headless', ...quiet] }).catch((error) => error.message.split('\n')[0]);
if (typeof chrome === 'string') {
  console.log(`| Lighthouse: not measured, no Chromium (${chrome}) | – | – |`);
  process.exit();
}
const site = await serve();
const { lhr } = await lighthouse(site.url, { port: chrome.port, onlyCategories: ['accessibility', 'best-practices'], logLevel: 'error' });
await chrome.kill();
site.stop();

const scores = Object.values(lhr.categories).map(({ score }) => Math.round(score * 100));
console.log(`| Lighthouse: accessibility, best practices | ${scores.join(', ')} | 100, 100 |`);
const slips = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0);
for (const { id, title } of slips) console.error(`Lighthouse: ${id}: ${title}`);
