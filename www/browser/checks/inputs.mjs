/** Odd texts and files: one clear sentence each, and what the reader had is still there. */
import assert from 'node:assert/strict';
import { button, click, drop, lines, notice, paste, rowCount, settled, until, view, words } from '../page.mjs';

const { zh } = words;
const draft = '全年办理公证1874件。';
const identity = () => document.querySelector('.identity')?.textContent ?? null;

/** A text that is no report is read all the same. */
const plain = (name, text, shown = text) => ({
  name: `${name} is read, and not taken for a report`,
  async run(tab, site) {
    await tab.open(site.url);
    await paste(tab, text);
    await settled(tab);
    assert.equal(await tab.evaluate(identity), zh['identity.none']);
    assert.equal(await tab.evaluate(notice), null);
    // Drivers mend half a character on its way out of the page.
    assert.equal((await tab.evaluate(lines)).join('\n').toWellFormed(), shown);
  },
});

const refused = (name, file, code) => ({
  name: `${name} is refused with a sentence, and the text stays`,
  async run(tab, site) {
    await tab.open(site.url);
    await paste(tab, draft);
    await settled(tab);
    await drop(tab, file);
    await until(tab, 'the sentence', (sentence) => document.querySelector('.notice span')?.textContent === sentence, zh[`error.${code}`]);
    assert.deepEqual(await tab.evaluate(lines), [draft]);
    assert.equal(await tab.evaluate(() => document.querySelector('.panel').getAttribute('aria-busy')), 'false');
    if (code === 'not_text') await tab.shot('refused');
  },
});

export const inputs = [
  {
    name: 'the empty page says what to do, and asks for nothing',
    async run(tab, site) {
      await tab.open(site.url);
      await until(tab, 'the invitation', () => document.querySelector('.empty'));
      const said = await tab.evaluate(() => document.querySelector('.empty').textContent);
      for (const key of ['empty.what', 'empty.then', 'app.open', 'app.sample', 'app.local']) assert.ok(said.includes(zh[key]), key);
      assert.equal(await tab.evaluate(() => document.querySelector('.panel, .identity')), null);
      await tab.shot('empty');
    },
  },
  plain('a text of five characters', '法治很重要'),
  plain('English', 'The quick brown fox jumps over the lazy dog.'),
  plain('a lone surrogate', '甲\ud800乙', '甲\ufffd乙'),
  plain('markup', '<img src=x onerror="document.title=1">\njavascript:alert(1)'),
  refused('a binary file', { name: 'a.txt', bytes: [0x50, 0x4b, 3, 4, 0, 0, 0] }, 'not_text'),
  refused('a file of 20 MB', { name: 'a.txt', size: 20_000_000 }, 'too_large'),
  refused('a file in an unknown encoding', { name: 'a.txt', bytes: [0xb7, 0xa8, 0xff, 0xff, 0x80] }, 'undecodable'),
  {
    name: 'a pasted NUL is refused with a sentence, and reading goes on when it is gone',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, `${draft}\0`);
      await until(tab, 'the sentence', (sentence) => document.querySelector('.notice span')?.textContent === sentence, zh['error.not_text']);
      assert.ok((await tab.evaluate(lines))[0].startsWith(draft));
      await tab.press('Backspace');
      await until(tab, 'the sentence goes', () => !document.querySelector('.notice'));
      await view(tab, 'figures');
      assert.equal(await tab.evaluate(rowCount), 1);
    },
  },
  {
    name: 'a core that does not load is told in a sentence, and the text stays',
    needs: 'without',
    expects: /wasm|fetch|NetworkError|ERR_FAILED/i,
    async run(tab, site) {
      await tab.open(site.url, { without: '**/*.wasm' });
      await paste(tab, draft);
      await until(tab, 'the sentence', (sentence) => document.querySelector('.notice span')?.textContent === sentence, zh['error.not_ready']);
      assert.deepEqual(await tab.evaluate(lines), [draft]);
    },
  },
  {
    name: 'a worker that breaks is told in a sentence, and the text stays',
    needs: 'without',
    expects: /worker|ERR_FAILED/i,
    async run(tab, site) {
      await tab.open(site.url, { without: '**/*.worker-*.js' });
      await paste(tab, draft);
      await until(tab, 'the sentence', (sentence) => document.querySelector('.notice span')?.textContent === sentence, zh['error.worker_crashed']);
      assert.deepEqual(await tab.evaluate(lines), [draft]);
    },
  },
  {
    name: 'a dropped GB18030 file takes the place of the text, and undo brings the text back',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, draft);
      await drop(tab, { name: '报告.txt', bytes: [0xb7, 0xa8, 0xd6, 0xce] });
      await until(tab, 'the file', () => document.querySelector('.cm-line').textContent === '法治');
      await click(tab, button, zh['notice.undo']);
      await until(tab, 'the text is back', (text) => document.querySelector('.cm-line').textContent === text, draft);
    },
  },
  {
    name: 'the sample is one click away and is recognised',
    async run(tab, site) {
      await tab.open(site.url);
      await until(tab, 'the invitation', () => document.querySelector('.empty'));
      await click(tab, button, zh['app.sample']);
      await until(tab, 'the sample has come', () => document.querySelector('.panel'));
      await settled(tab);
      assert.match(await tab.evaluate(identity), /澄溪县.*2023/);
      await view(tab, 'figures');
      assert.ok(await tab.evaluate(rowCount) > 60);
      await tab.shot('sample');
    },
  },
];
