/**
 * Chromium and Firefox through Playwright: the system's own where they are installed, else what Playwright has.
 *
 * Every engine gives the same small tab, so that a check is written once: `open`, `evaluate`, `click` at and `move` to a point, `type`, `press`,
 * `size`, `dark`, `shot`, and `problems`: all that went wrong unseen (console, uncaught errors, requests to other origins). What
 * only some drivers can do a check names in `needs`: run a script `before` the page's, open it `without` a file, and so on.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, firefox } from 'playwright-core';
import { webkitgtk } from './webkitgtk.mjs';

const installed = (...paths) => paths.find((path) => existsSync(path));

/** As root, in a container, without the browser's own chatter. */
export const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync',
];

export const chromiumPath = () => installed('/usr/bin/chromium', '/usr/bin/google-chrome');

export async function launchChromium() {
  const executablePath = chromiumPath();
  return chromium.launch({ args: quiet, ...(executablePath && { executablePath }) });
}

async function launchFirefox() {
  const executablePath = installed('/usr/bin/firefox-esr', '/usr/bin/firefox');
  // A Firefox that Playwright didn't build speaks through this channel only.
  return firefox.launch(executablePath ? { channel: 'moz-firefox', executablePath } : {});
}

/** For a picture, Playwright puts this style into the page; the policy refuses it, and Firefox says so with its hash. */
const SHUTTER = createHash('sha256').update('body {}').digest('base64');

async function playwright(launch, { origin }) {
  const browser = await launch();
  let page = null;
  let problems = [];
  const watch = () => {
    problems = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(`console: ${message.text()}`));
    page.on('pageerror', ({ message }) => message.includes(SHUTTER) || problems.push(`uncaught: ${message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) problems.push(`request: ${url}`);
    });
    page.on('response', (response) => response.status() >= 400 && problems.push(`${response.status()}: ${response.url()}`));
  };
  return {
    async open(url, { before, without } = {}) {
      await page?.context().close();
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN' });
      page = await context.newPage();
      watch();
      if (before) await page.addInitScript(before);
      if (without) await page.route(without, (route) => route.abort());
      await page.goto(url);
    },
    evaluate: (run, argument) => page.evaluate(run, argument),
    click: (x, y) => page.mouse.click(x, y),
    move: (x, y) => page.mouse.move(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    size: (width, height) => page.setViewportSize({ width, height }),
    // The channel to a Firefox that Playwright didn't build has no word for this.
    dark: browser.browserType() === chromium ? (on) => page.emulateMedia({ colorScheme: on ? 'dark' : 'light' }) : null,
    shot: (path) => page.screenshot({ path }),
    // A file that really goes to the disk; the channel to Firefox has no word for this, either.
    download: browser.browserType() === chromium && (async (act) => {
      const [file] = await Promise.all([page.waitForEvent('download'), act()]);
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    }),
    problems: async () => problems,
    before: true,
    without: true,
    chords: true,
    exactSize: true,
    close: () => browser.close(),
  };
}

/** Each gives a tab, or throws where the engine isn't there. */
export const engines = {
  chromium: (site) => playwright(launchChromium, site),
  firefox: (site) => playwright(launchFirefox, site),
  webkitgtk,
};
