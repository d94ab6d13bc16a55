/** Every view shows what the package reads, and every place in it leads to the text. */
import assert from 'node:assert/strict';
import { analyze } from 'fachi';
import { click, current, lines, middle, sampled, settled, text, until, view } from '../page.mjs';
import { sample } from '../texts.mjs';

const expected = analyze(sample);
const slice = ({ start, end }) => sample.slice(start, end);
/** A mark's words without the line breaks that part its pieces. */
const flat = (words) => words.replaceAll('\n', '');

const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent.trim());
async function leads(tab, selector, span) {
  await click(tab, middle, selector);
  assert.equal(await until(tab, 'the place is shown', current), flat(slice(span)));
  assert.ok(await tab.evaluate(() => document.activeElement.matches('.cm-content')), 'the caret is in the text');
}

const opened = async (tab, site, id) => {
  await sampled(tab, site);
  await view(tab, id);
};

export const views = [
  {
    name: 'the tabs are walked with the arrows, and the view follows',
    async run(tab, site) {
      await sampled(tab, site);
      await tab.evaluate(() => document.querySelector('[role=tab][aria-selected=true]').focus());
      const names = await tab.evaluate(texts, '[role=tab]');
      for (const name of [...names.slice(1), names[0]]) {
        await tab.press('ArrowRight');
        await until(tab, `the tab ${name}`, (wanted) => {
          const tab = document.activeElement;
          const panel = document.getElementById(tab.getAttribute('aria-controls'));
          return tab.textContent.trim() === wanted && tab.ariaSelected === 'true' && panel.getAttribute('aria-labelledby') === tab.id;
        }, name);
      }
      assert.equal(await tab.evaluate(() => document.querySelectorAll('[role=tab][tabindex="0"]').length), 1);
    },
  },
  {
    name: 'the outline has every heading, and Enter leads to the section',
    async run(tab, site) {
      await sampled(tab, site);
      // Where the window is narrow the headings are folded away at first.
      await tab.evaluate(() => document.querySelector('.outline [aria-expanded=false].button')?.click());
      await until(tab, 'the outline', () => document.querySelector('[role=tree]'));
      assert.equal((await tab.evaluate(texts, '[role=treeitem]')).length, expected.sections.length);
      await tab.evaluate(() => document.querySelector('[role=treeitem][tabindex="0"]').focus());
      await tab.press('End');
      await tab.press('Enter');
      assert.equal(await until(tab, 'the heading is shown', current), slice(expected.sections.at(-1).span));
    },
  },
  {
    name: 'the overview tells whose report it is, its figures by area and what it lacks',
    async run(tab, site) {
      await sampled(tab, site);
      const { identity, summary, coverage } = expected;
      assert.equal(await tab.evaluate(() => document.querySelector('.identity h2').textContent), identity.title.text);
      assert.equal((await tab.evaluate(texts, '.headline b')).length, summary.headline.length);
      const counts = (await tab.evaluate(texts, '.areas td:last-child')).map(Number);
      assert.equal(counts.reduce((all, count) => all + count, 0), expected.metrics.filter(({ area }) => area).length);
      assert.deepEqual(counts, counts.toSorted((one, other) => other - one));
      const mandated = coverage.requirements.filter(({ level }) => level === 'mandated');
      assert.equal((await tab.evaluate(texts, '.overview .requirement')).length, mandated.length);
      const place = expected.metrics.find(({ id }) => id === summary.headline[0]);
      if (place) await leads(tab, '.headline .link', place.span);
    },
  },
  {
    name: 'the brief is copied at a click',
    async run(tab, site) {
      await sampled(tab, site);
      const brief = await tab.evaluate(() => document.querySelector('.brief').textContent);
      assert.equal(brief, expected.summary.brief);
      await click(tab, middle, '.overview section .button');
      await until(tab, 'it is said', () => document.querySelector('.copied').textContent !== '');
      assert.equal(await tab.evaluate(() => document.querySelector('.copied').textContent), text('panel.copied'));
    },
  },
  {
    name: 'every document is listed, and each mention leads to its place',
    async run(tab, site) {
      await opened(tab, site, 'documents');
      const titles = await tab.evaluate(texts, '.documents .title');
      assert.deepEqual(titles, expected.documents.map(({ title }) => `《${title}》`));
      await leads(tab, '.documents .title .link', expected.documents[0].spans[0]);
    },
  },
  {
    name: 'the contents asked for are listed with their evidence, and the core indicators',
    async run(tab, site) {
      await opened(tab, site, 'coverage');
      const { requirements, indicators } = expected.coverage;
      assert.equal((await tab.evaluate(texts, '.requirement')).length, requirements.length);
      assert.equal((await tab.evaluate(texts, '.chips .met')).length, indicators.given.length);
      assert.equal((await tab.evaluate(texts, '.chips .missing')).length, indicators.lacking.length);
      assert.ok(requirements.length > 0);
      await leads(tab, '.requirement .link', requirements.find(({ level, evidence }) => level === 'mandated' && evidence).evidence);
    },
  },
  {
    name: 'the summary is as long as one asks, and each sentence leads to its place',
    async run(tab, site) {
      await opened(tab, site, 'summary');
      const sentences = expected.summary.sentences;
      assert.deepEqual(await tab.evaluate(texts, '.summary li > span'), sentences.map((sentence) => sentence.text.trim()));
      await tab.evaluate(() => document.querySelector('.summary input').focus());
      await tab.press('Home');
      await until(tab, 'one sentence', () => document.querySelectorAll('.summary li').length === 1);
      await tab.press('ArrowRight');
      await until(tab, 'two sentences', () => document.querySelectorAll('.summary li').length === 2);
      await leads(tab, '.summary li .link', analyze(sample, { summarySentences: 2 }).summary.sentences[0].span);
    },
  },
  {
    name: 'problems stand with the plans that take them up, and those without stand out',
    async run(tab, site) {
      await opened(tab, site, 'problems');
      const { problems, plans } = expected;
      assert.ok(problems.length > 0 && plans.length > 0, 'the sample has problems and plans');
      assert.deepEqual(await tab.evaluate(texts, '.problems > ul:first-of-type > li > .link'), problems.map((one) => one.text.trim()));
      const open = problems.filter(({ id }) => !plans.some(({ answers }) => answers.includes(id)));
      assert.equal((await tab.evaluate(texts, '.problems .gap')).length, open.length);
      await leads(tab, '.problems .link', problems[0].span);
    },
  },
  {
    name: 'that the text stays here is told with how to check it',
    async run(tab, site) {
      await sampled(tab, site);
      await click(tab, middle, '.overview .local .link');
      await until(tab, 'the dialog', () => document.querySelector('dialog[open]'));
      assert.match(await tab.evaluate(() => document.querySelector('dialog code').textContent), /^connect-src 'self'$/);
      await tab.press('Escape');
      await until(tab, 'the dialog is gone', () => !document.querySelector('dialog[open]'));
    },
  },
  {
    name: 'typing changes the views, and a new text the whole of them',
    async run(tab, site) {
      await opened(tab, site, 'documents');
      await tab.evaluate(() => document.querySelector('.cm-content').focus());
      await tab.type('《新文件》');
      await until(tab, 'the new title', () => document.querySelector('.documents .title')?.textContent === '《新文件》');
      await settled(tab);
      assert.ok((await tab.evaluate(lines))[0].startsWith('《新文件》'));
    },
  },
];
