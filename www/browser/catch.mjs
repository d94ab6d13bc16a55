/** Holds what the page would put on the disk, the clipboard or paper: no driver can look there in every engine. */
import { until } from './page.mjs';

/** Done before the page makes anything. Downloads, copies and prints are kept in `window.caught`, the latest of each kind. */
export const listen = (tab) => tab.evaluate(() => {
  window.caught = {};
  let blob = null;
  URL.createObjectURL = (made) => {
    blob = made;
    return '#';
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    const { download: name } = this;
    const { type } = blob;
    blob.arrayBuffer().then((bytes) => {
      window.caught.file = { name, type, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
    });
  };
  const clipboard = {
    writeText: async (text) => { window.caught.clip = { text }; },
    write: async ([item]) => {
      const read = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : null);
      window.caught.clip = { text: await read('text/plain'), html: await read('text/html') };
    },
  };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  window.print = () => {
    const paper = document.querySelector('.paper');
    window.caught.print = {
      title: paper.querySelector('h1').textContent,
      rows: [...paper.querySelectorAll('td:first-child')].map((cell) => cell.textContent),
      touched: paper.querySelectorAll('.touched').length,
    };
    dispatchEvent(new Event('afterprint'));
  };
});

/** What was caught of a kind since it was last asked for: `file`, `clip` or `print`. */
export async function caught(tab, kind) {
  const found = await until(tab, `a ${kind}`, (which) => window.caught[which], kind);
  await tab.evaluate((which) => { delete window.caught[which]; }, kind);
  return found;
}

/** Gives a file to the field that asks for one. */
export const offer = (tab, field, name, content) => tab.evaluate(({ selector, called, text }) => {
  const input = document.querySelector(selector);
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], called));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}, { selector: field, called: name, text: content });
