/** The main job with the keyboard alone: paste a draft, find the slip, jump to it, mend it, take the figures out. */
import assert from 'node:assert/strict';
import { analyze } from 'fachi';
import { current, settled, until } from '../page.mjs';

const draft = '全年清理文件143件，其中继续有效117件、修改9件、废止16件。';

/** Presses Tab until the focus is where it is wanted. */
async function reach(tab, what, there, argument) {
  for (let stops = 0; stops < 60; stops++) {
    if (await tab.evaluate(there, argument)) return;
    await tab.press('Tab');
  }
  assert.fail(`Tab does not lead to ${what}`);
}

const focused = (selector) => document.activeElement.matches(selector);

/** Keeps what the page saves as files, which drivers put in different places. */
const keepFiles = () => {
  window.files = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.files.push(blob);
    return create.call(URL, blob);
  };
};

export const keyboard = [
  {
    name: 'the main job is done with the keyboard alone: paste, find the slip, jump, mend, export',
    needs: 'chords',
    async run(tab, site) {
      const [slip] = analyze(draft).findings;
      const [{ span, text }] = slip.fixes;
      const after = draft.slice(0, span.start) + text + draft.slice(span.end);

      await tab.open(site.url);
      await tab.evaluate(keepFiles);
      await until(tab, 'the editor', () => document.querySelector('.cm-content'));
      // Where there is a mouse the caret is there already.
      await reach(tab, 'the text', focused, '.cm-content');
      await tab.type(draft);
      await tab.press('ControlOrMeta+a');
      await tab.press('ControlOrMeta+x');
      await until(tab, 'the text is cut', () => document.querySelector('.empty'));
      await tab.press('ControlOrMeta+v');
      await until(tab, 'the text is pasted', (words) => document.querySelector('.cm-line').textContent === words, draft);
      await settled(tab);

      await reach(tab, 'the tabs', focused, '[role=tab]');
      for (let steps = 0; steps < 10 && !(await tab.evaluate(focused, '#tab-findings')); steps++) await tab.press('ArrowRight');
      await reach(tab, 'the way to the text', focused, '.findings .deeds .button:not(.mend)');
      await tab.press('Enter');
      assert.equal(await until(tab, 'the slip is shown', current), draft.slice(slip.span.start, slip.span.end));

      await tab.press('Alt+Enter');
      await until(tab, 'the card has the focus', focused, '.card');
      await reach(tab, 'the mend', focused, '.card .mend');
      await tab.press('Enter');
      await until(tab, 'the text is mended', (words) => document.querySelector('.cm-line').textContent === words, after);
      await settled(tab);
      assert.equal(await tab.evaluate(() => document.querySelectorAll('.findings .finding').length), analyze(after).findings.length);

      await tab.press('ControlOrMeta+s');
      await until(tab, 'the menu has the focus', focused, '[role=menuitem]');
      await tab.press('Enter');
      const saved = await until(tab, 'the file', async () => window.files[0] && { type: window.files[0].type, words: await window.files[0].text() });
      assert.match(saved.type, /csv/);
      for (const { text: figure } of analyze(after).metrics) assert.ok(saved.words.includes(figure), figure);
    },
  },
];
