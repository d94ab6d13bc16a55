/** What the checks do with the page and ask of it; the functions given to `evaluate` run inside it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`../src/i18n/${name}.json`, import.meta.url), 'utf8'));
export const words = { zh: { ...read('zh'), ...read('zh-later') }, en: read('en') };

/** Asks the page until the answer is truthy. */
export async function until(tab, what, ask, argument) {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const answer = await tab.evaluate(ask, argument);
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 40));
  }
  assert.fail(`waited in vain: ${what}`);
}

/** The text in the pane is the newest one and has been read, or refused. */
export const settled = (tab) => until(tab, 'the text is read', () => {
  const panel = document.querySelector('.panel');
  return panel ? panel.getAttribute('aria-busy') === 'false' : document.querySelector('.empty') !== null;
});

/** Pastes a text, many times over if asked: drivers are slow to carry a long one. */
export async function paste(tab, text, times = 1) {
  await until(tab, 'the editor is there', () => document.querySelector('.cm-content') !== null);
  await tab.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted.text.repeat(pasted.times));
    const target = document.querySelector('.cm-content');
    target.focus();
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    // Given to the constructor, Firefox would leave it empty.
    Object.defineProperty(event, 'clipboardData', { value: clipboardData });
    target.dispatchEvent(event);
  }, { text, times });
  await until(tab, 'the paste has come', () => document.querySelector('.panel'));
}

/** Drops a file: `bytes`, or `size` bytes of a text. */
export const drop = (tab, file) => tab.evaluate(({ name, bytes, size }) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes ? Uint8Array.from(bytes) : 'a'.repeat(size)], name));
  for (const type of ['dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }
}, file);

/** Opens the page with the sample in it. */
export async function sampled(tab, site) {
  await tab.open(site.url);
  await until(tab, 'the invitation', () => document.querySelector('.empty'));
  await click(tab, button, words.zh['app.sample']);
  await until(tab, 'the sample has come', () => document.querySelector('.panel'));
  await settled(tab);
}

/** A message of the page in Chinese. */
export const text = (key) => words.zh[key];

/** Opens a view by its tab. */
export async function view(tab, id) {
  await tab.evaluate((name) => document.getElementById(`tab-${name}`).click(), id);
  await until(tab, `the view ${id} is open`, (name) => {
    const busy = document.querySelector('.panel').ariaBusy === 'true';
    return !busy && document.getElementById(`tab-${name}`).ariaSelected === 'true';
  }, id);
}

/** Clicks in the middle of what `find` gives, with the pointer. */
export async function click(tab, find, argument) {
  const { x, y } = await tab.evaluate(find, argument);
  await tab.click(x, y);
}

/** The middle of the first element that a selector finds, brought into view. */
export const middle = (selector) => {
  const found = document.querySelector(selector);
  found.scrollIntoView({ block: 'center' });
  const box = found.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** The middle of the button with these words. */
export const button = (label) => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === label);
  const box = found.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Scrolls the table to the row of a figure and gives its middle. */
export const row = async (figure) => {
  const grid = document.querySelector('[role=treegrid]');
  for (grid.scrollTop = 0; ; grid.scrollTop += grid.clientHeight / 2) {
    await new Promise((drawn) => setTimeout(drawn, 120));
    const found = [...grid.querySelectorAll('.row')].find((one) => one.querySelector('.value b').textContent === figure);
    if (found) {
      found.scrollIntoView({ block: 'center' });
      await new Promise((drawn) => setTimeout(drawn, 100));
      const box = found.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight) throw new Error(`no row of ${figure}`);
  }
};

/** Rows that the table has, drawn or not. */
export const rowCount = () => {
  const grid = document.querySelector('[role=treegrid]');
  return grid ? Number(grid.getAttribute('aria-rowcount')) - 1 : 0;
};

/** The figure that is marked as current and wholly in view in the text. */
export const current = () => {
  const marks = [...document.querySelectorAll('.cm-content [aria-current=true]')];
  const frame = document.querySelector('.cm-scroller').getBoundingClientRect();
  const seen = marks.every((mark) => {
    const box = mark.getBoundingClientRect();
    return box.top >= frame.top && box.bottom <= frame.bottom;
  });
  return marks.length > 0 && seen ? marks.map((mark) => mark.textContent).join('') : null;
};

/** The value in the row that is selected. */
export const selectedRow = () => document.querySelector('[role=treegrid] [aria-selected=true] .value b')?.textContent ?? null;

export const notice = () => document.querySelector('.notice span')?.textContent ?? null;
export const lines = () => [...document.querySelectorAll('.cm-line')].map((line) => line.textContent);
/** Part of the page that can only be reached by scrolling sideways. */
export const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
