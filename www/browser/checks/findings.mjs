/** What doesn't add up: seen in the text, told in a card and in the list, mended, ignored. */
import assert from 'node:assert/strict';
import { analyze } from 'fachi';
import { click, current, lines, middle, paste, sampled, settled, text, until, view } from '../page.mjs';
import { sample } from '../texts.mjs';

const expected = analyze(sample);
const fixable = expected.findings.find(({ fixes }) => fixes.length > 0);
const draft = '全年清理文件143件，其中继续有效117件、修改9件、废止16件。';
const whole = () => document.querySelectorAll('.findings .finding').length;
const allText = async (tab) => (await tab.evaluate(lines)).join('\n');
const mended = (source, { span, text: put }) => source.slice(0, span.start) + put + source.slice(span.end);

export const findings = [
  {
    name: 'every finding is listed with its message, and marked in the text with line and flag',
    async run(tab, site) {
      assert.ok(fixable, 'the sample has a slip that can be mended');
      await sampled(tab, site);
      await view(tab, 'findings');
      const messages = await tab.evaluate(() => [...document.querySelectorAll('.findings .message')].map((one) => one.textContent));
      assert.deepEqual(messages, expected.findings.map(({ message }) => message));
      assert.equal(await tab.evaluate(() => document.querySelectorAll('.confirmed li').length), expected.confirmed.length);
      await click(tab, middle, '.findings .deeds:last-child .button');
      await until(tab, 'the place is shown', current);
      const seen = await tab.evaluate(() => ({
        slip: document.querySelector('.cm-content .slip') !== null,
        flag: document.querySelector('.flags .flag')?.ariaLabel ?? '',
        hidden: document.querySelector('.flags').closest('[aria-hidden=true]') !== null,
      }));
      assert.ok(seen.slip, 'an underline');
      assert.ok(expected.findings.some(({ message }) => seen.flag.includes(message)), `the flag says ${seen.flag}`);
      assert.equal(seen.hidden, false);
    },
  },
  {
    name: 'a mend changes the text as it says, and undo takes it back',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, draft);
      await settled(tab);
      await view(tab, 'findings');
      const [finding] = analyze(draft).findings;
      await until(tab, 'the slip', whole);
      await click(tab, middle, '.findings .mend');
      const after = mended(draft, finding.fixes[0]);
      await until(tab, 'the mend', (wanted) => document.querySelector('.cm-line').textContent === wanted, after);
      await settled(tab);
      assert.equal(await tab.evaluate(whole), analyze(after).findings.length);
      assert.equal(await tab.evaluate(() => document.querySelector('.notice span').textContent), text('notice.mended'));
      await click(tab, middle, '.notice .button');
      await until(tab, 'the text is back', (wanted) => document.querySelector('.cm-line').textContent === wanted, draft);
      await until(tab, 'the slip is back', whole);
    },
  },
  {
    name: 'what is ignored is gone from list and text, also after a new paste, and comes back',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, draft);
      await settled(tab);
      await view(tab, 'findings');
      await until(tab, 'the slip', whole);
      await click(tab, middle, '.findings .deeds:last-child .button:last-child');
      await until(tab, 'it is gone', () => document.querySelectorAll('.findings .finding, .cm-content .slip').length === 0);
      assert.ok(await tab.evaluate(() => document.activeElement.matches('.findings')), 'the focus stays in the list');
      await tab.evaluate(() => document.querySelector('.cm-content').focus());
      await tab.press('End');
      await tab.type('甲');
      await settled(tab);
      assert.equal(await tab.evaluate(() => document.querySelectorAll('.findings .finding, .cm-content .slip').length), 0);
      await click(tab, middle, '.findings summary');
      await click(tab, middle, '.findings details .button');
      await until(tab, 'it is back', () => document.querySelector('.findings .finding') && document.querySelector('.cm-content .slip'));
    },
  },
  {
    name: 'F8 leads to the next slip, and a key opens its card, mends it and comes back to the text',
    needs: 'chords',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, draft);
      await settled(tab);
      await until(tab, 'the slip', () => document.querySelector('.cm-content .slip'));
      await tab.press('F8');
      await until(tab, 'the slip is told', () => document.querySelector('.text-area [role=status]').textContent !== '');
      await tab.press('Alt+Enter');
      await until(tab, 'the card has the focus', () => document.activeElement.matches('.card'));
      const [finding] = analyze(draft).findings;
      assert.equal(await tab.evaluate(() => document.querySelector('.card .message').textContent), finding.message);
      await tab.press('Escape');
      await until(tab, 'the card is gone', () => !document.querySelector('.card') && document.activeElement.matches('.cm-content'));
      await tab.press('Alt+Enter');
      await until(tab, 'the card again', () => document.activeElement.matches('.card'));
      for (let tabs = 0; tabs < 20 && !(await tab.evaluate(() => document.activeElement.matches('.card .mend'))); tabs++) await tab.press('Tab');
      await tab.press('Enter');
      await until(tab, 'the mend', (wanted) => document.querySelector('.cm-line').textContent === wanted, mended(draft, finding.fixes[0]));
      await until(tab, 'the caret is in the text', () => document.activeElement.matches('.cm-content'));
    },
  },
  {
    name: 'a card over a figure shows its words and its parts',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, '全年清理文件143件，其中继续有效117件、修改9件、废止17件。');
      await settled(tab);
      const { x, y } = await tab.evaluate(middle, '.cm-content .figure');
      await tab.move(x - 30, y + 60);
      await tab.move(x, y);
      await tab.move(x + 1, y);
      await until(tab, 'the card', () => document.querySelector('.card'));
      const card = await tab.evaluate(() => document.querySelector('.card').textContent);
      const [total] = analyze(await allText(tab)).metrics;
      assert.ok(card.includes(total.text) && card.includes(total.label), card);
      const parts = await tab.evaluate(() => [...document.querySelectorAll('.parts tbody td:last-child')].map((one) => one.textContent));
      assert.deepEqual(parts, ['117件', '9件', '17件']);
      assert.equal(await tab.evaluate(() => document.querySelector('.parts tfoot td:last-child').textContent), '143');
    },
  },
];
