/** Rows put right: confirmed, changed, added, dropped, each taken back; they follow the words, and are saved and loaded. */
import assert from 'node:assert/strict';
import { analyze, catalog } from 'fachi';
import { caught, listen, offer } from '../catch.mjs';
import { button, click, middle, paste, row, settled, text, until, view } from '../page.mjs';
import { barriers } from './everyone.mjs';
import { sample, small } from '../texts.mjs';

async function opened(tab, site) {
  await tab.open(site.url);
  await paste(tab, small);
  await settled(tab);
  await view(tab, 'figures');
}

/** Words of a row by its figure, null where it has none. */
const said = (figure) => {
  const found = [...document.querySelectorAll('.grid .row')].find((one) => one.querySelector('.value').textContent.includes(figure));
  return found ? { text: found.textContent, touched: found.querySelector('.touch')?.title ?? null, dropped: found.matches('.dropped') } : null;
};

/** Waits until the row of a figure says that this was done to it; null for nothing. */
const touched = (tab, figure, what) => until(tab, `${figure}: ${what}`, (wanted) => {
  const found = [...document.querySelectorAll('.grid .row')].find((one) => one.querySelector('.value').textContent.includes(wanted.figure));
  const title = found?.querySelector('.touch')?.title ?? null;
  return found && (wanted.what === null ? title === null : title?.startsWith(wanted.what));
}, { figure, what });

const press = async (tab, ...keys) => {
  for (const key of keys) await tab.press(key);
};

/** The field of the open form with this title. */
const fill = (tab, title, value) => tab.evaluate(({ name, typed }) => {
  const label = [...document.querySelectorAll('dialog label')].find((one) => one.textContent === name);
  const field = document.getElementById(label.htmlFor);
  field.value = typed;
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
}, { name: title, typed: value });

const form = (tab) => until(tab, 'the form', () => document.querySelector('dialog[open] form'));
const closed = (tab) => until(tab, 'the form is gone', () => !document.querySelector('dialog'));

/** Puts the selection of the text over some words. */
const mark = (tab, words) => tab.evaluate((sought) => {
  const content = document.querySelector('.cm-content');
  content.focus();
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(sought);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + sought.length);
    return;
  }
  throw new Error(`no ${sought}`);
}, words);

const { name: contracts, id: contractsId } = catalog('zh').indicators.find(({ id }) => id === 'decisions.contracts_reviewed');

/** Changes the row of 312件 to 321 cases of another indicator, by keyboard where the driver lets it. */
async function changed(tab) {
  await click(tab, row, '312件');
  await press(tab, 'Enter');
  await form(tab);
  await fill(tab, text('figures.indicator'), contracts);
  await tab.evaluate(() => document.querySelector('[role=combobox]').focus());
  await until(tab, 'the indicator is offered', (name) => document.querySelector('[role=option]')?.textContent.startsWith(name), contracts);
  await press(tab, 'Enter');
  await until(tab, 'the list is closed', () => !document.querySelector('[role=option]'));
  await fill(tab, text('figures.value'), '３２１');
  await fill(tab, text('figures.label'), '涉外公证事项');
  await fill(tab, text('corrections.by'), '甲');
  await tab.evaluate(() => document.querySelector('dialog button[type=submit]').focus());
  await press(tab, 'Enter');
  await closed(tab);
  await touched(tab, '312件', text('touched.change'));
}

export const corrections = [
  {
    name: 'a row is confirmed and dropped with a key, and a second press takes it back',
    async run(tab, site) {
      await opened(tab, site);
      await click(tab, row, '90场');
      await press(tab, ' ');
      await touched(tab, '90场', text('touched.confirm'));
      await press(tab, ' ');
      await touched(tab, '90场', null);
      await press(tab, 'Delete');
      await touched(tab, '90场', text('touched.drop'));
      assert.equal((await tab.evaluate(said, '90场')).dropped, true);
      await tab.shot('dropped');
      // With the pointer, below the table.
      await click(tab, button, text('corrections.drop'));
      await touched(tab, '90场', null);
      await click(tab, button, text('corrections.confirm'));
      await touched(tab, '90场', text('touched.confirm'));
    },
  },
  {
    name: 'a row is changed in a form, says what was changed by whom, and goes back as it was read',
    async run(tab, site) {
      await opened(tab, site);
      await changed(tab);
      const { text: words, touched: how } = await tab.evaluate(said, '312件');
      for (const part of [contracts, '涉外公证事项', '321 件']) assert.ok(words.includes(part), `${part} in ${words}`);
      for (const part of ['“312”改为“321”', '“涉外公证”改为“涉外公证事项”', '甲']) assert.ok(how.includes(part), `${part} in ${how}`);
      assert.equal(await tab.evaluate(() => document.activeElement.closest('.row')?.querySelector('.value b').textContent ?? null), '321 件', 'the focus is back in the table');
      await tab.shot('changed');
      await click(tab, button, text('corrections.restore'));
      await touched(tab, '312件', null);
      assert.ok(!(await tab.evaluate(said, '312件')).text.includes(contracts));
    },
  },
  {
    name: 'a value that is no number is not taken, and Escape leaves the row as it is',
    async run(tab, site) {
      await opened(tab, site);
      await click(tab, row, '90场');
      await press(tab, 'Enter');
      await form(tab);
      await fill(tab, text('figures.value'), '一百');
      await click(tab, button, text('corrections.save'));
      await until(tab, 'the sentence', (sentence) => document.querySelector('dialog [role=alert]')?.textContent === sentence, text('corrections.notNumber'));
      assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true');
      await tab.evaluate(() => document.querySelector('[role=combobox]').focus());
      await press(tab, 'ArrowDown');
      await until(tab, 'the list', () => document.querySelector('[role=option]'));
      await press(tab, 'Escape');
      await until(tab, 'only the list is closed', () => !document.querySelector('[role=option]') && document.querySelector('dialog[open]'));
      await press(tab, 'Escape');
      await closed(tab);
      await touched(tab, '90场', null);
    },
  },
  {
    name: 'words marked in the text become a row, and go again',
    async run(tab, site) {
      await opened(tab, site);
      await mark(tab, '成效');
      await until(tab, 'they can be added', (label) => [...document.querySelectorAll('button')].some((one) => one.textContent === label && !one.disabled), text('corrections.add'));
      await click(tab, button, text('corrections.add'));
      await form(tab);
      assert.equal(await tab.evaluate(() => document.querySelector('dialog mark').textContent), '成效');
      await fill(tab, text('figures.value'), '7');
      await fill(tab, text('figures.unit'), '项');
      await fill(tab, text('figures.label'), '成效');
      await click(tab, button, text('corrections.save'));
      await closed(tab);
      await touched(tab, '成效', text('touched.add'));
      assert.equal(await tab.evaluate(() => document.querySelector('.grid .row .value b').textContent), '成效', 'in the order of the text');
      await until(tab, 'it is selected in the text', () => document.querySelector('.cm-content [aria-current=true]')?.textContent === '成效');
      await tab.shot('added');
      await click(tab, button, text('corrections.remove'));
      await until(tab, 'the row is gone', () => ![...document.querySelectorAll('.grid .value')].some((value) => value.textContent.includes('成效')));
    },
  },
  {
    name: 'corrections follow the words: through an edit elsewhere, through a new paste, and wait where their figure is gone',
    async run(tab, site) {
      await opened(tab, site);
      await changed(tab);
      await tab.evaluate(() => document.querySelector('.cm-content').focus());
      await press(tab, 'ArrowUp', 'ArrowUp', 'Home');
      await tab.type('另有3项。');
      await until(tab, 'the edit is read', () => document.querySelector('.panel').ariaBusy === 'false' && [...document.querySelectorAll('.grid b')].some((one) => one.textContent === '3项'));
      await touched(tab, '312件', text('touched.change'));
      // The same report again, broken into other lines, in a pane that was empty in between.
      await tab.evaluate(() => getSelection().selectAllChildren(document.querySelector('.cm-content')));
      await until(tab, 'all is marked', () => getSelection().toString().length > 50);
      await press(tab, 'Backspace');
      await until(tab, 'the pane is empty', () => document.querySelector('.empty'));
      await paste(tab, small.replace('其中涉外', '其中\n涉外'));
      await settled(tab);
      await touched(tab, '312件', text('touched.change'));
      await tab.evaluate(() => getSelection().selectAllChildren(document.querySelector('.cm-content')));
      await until(tab, 'all is marked', () => getSelection().toString().length > 50);
      await press(tab, 'Backspace');
      await until(tab, 'the pane is empty', () => document.querySelector('.empty'));
      await paste(tab, '办理另一类案件5件。');
      await settled(tab);
      await click(tab, middle, '.toolbar [aria-haspopup=dialog]');
      await until(tab, 'the list', () => document.querySelector('dialog[open]'));
      const list = await tab.evaluate(() => document.querySelector('dialog').textContent);
      for (const part of [text('corrections.orphans').replace('{count}', '1'), '涉外公证事项', '312件']) assert.ok(list.includes(part), `${part} in ${list}`);
      await tab.shot('orphans');
      await click(tab, button, text('corrections.forget'));
      await until(tab, 'it is gone', () => !document.querySelector('dialog .entries'));
      await click(tab, button, text('corrections.undoLast'));
      await until(tab, 'it is back', () => document.querySelector('dialog .entries'));
    },
  },
  {
    name: 'corrections are saved as a file and loaded again; another file is refused with a sentence',
    async run(tab, site) {
      await opened(tab, site);
      await changed(tab);
      await listen(tab);
      await click(tab, middle, '.toolbar [aria-haspopup=dialog]');
      await until(tab, 'the list', () => document.querySelector('dialog[open]'));
      await click(tab, button, text('corrections.saveFile'));
      const file = await caught(tab, 'file');
      assert.match(file.name, /^澄溪县2023年法治政府建设年度报告-更正\.json$/);
      const { format, version, corrections: list } = JSON.parse(file.text);
      assert.deepEqual([format, version, list.length], ['fachi-corrections', 1, 1]);
      assert.deepEqual(list[0].values, { indicator: contractsId, label: '涉外公证事项', value: 321 });

      await opened(tab, site);
      await touched(tab, '312件', null);
      await click(tab, middle, '.toolbar [aria-haspopup=dialog]');
      await until(tab, 'the list', () => document.querySelector('dialog[open]'));
      for (const [content, code] of [['PK\u0003', 'no_corrections'], ['{"format":"fachi-corrections","version":9}', 'newer_corrections'], ['{"format":"fachi-corrections","version":1}', 'broken_corrections']]) {
        await offer(tab, 'dialog input[type=file]', 'a.json', content);
        await until(tab, code, (sentence) => document.querySelector('dialog [role=status]').textContent === sentence, text(`error.${code}`));
      }
      await offer(tab, 'dialog input[type=file]', file.name, file.text);
      await until(tab, 'it is loaded', (sentence) => document.querySelector('dialog [role=status]').textContent === sentence, text('corrections.loaded').replace('{count}', '1'));
      await click(tab, button, text('notice.close'));
      await closed(tab);
      await touched(tab, '312件', text('touched.change'));
      assert.ok((await tab.evaluate(said, '312件')).text.includes(contracts));
    },
  },
  {
    name: 'a finding that is ignored stays so in the file, and is said to be in what is handed in',
    async run(tab, site) {
      const [slip] = analyze(sample).findings;
      const standing = () => document.querySelector('.panel [role=tablist]') && Number(document.querySelector('#tab-findings b').textContent);
      await tab.open(site.url);
      await paste(tab, sample);
      await settled(tab);
      await view(tab, 'findings');
      const before = await tab.evaluate(standing);
      await click(tab, button, text('findings.ignore'));
      await until(tab, 'one less', (count) => Number(document.querySelector('#tab-findings b').textContent) === count - 1, before);
      await listen(tab);
      await view(tab, 'figures');
      await click(tab, middle, '.toolbar [aria-haspopup=dialog]');
      await until(tab, 'it is in the list', (message) => document.querySelector('dialog')?.textContent.includes(message), slip.message);
      await click(tab, button, text('corrections.saveFile'));
      const file = await caught(tab, 'file');
      assert.deepEqual(JSON.parse(file.text).ignored, [slip.key]);
      await click(tab, button, text('corrections.heed'));
      await until(tab, 'it stands again', (count) => Number(document.querySelector('#tab-findings b').textContent) === count, before);
      await offer(tab, 'dialog input[type=file]', file.name, file.text);
      await until(tab, 'it is ignored again', (count) => Number(document.querySelector('#tab-findings b').textContent) === count - 1, before);
      await click(tab, button, text('notice.close'));
      await closed(tab);
      await click(tab, button, text('export.title'));
      await click(tab, button, text('export.markdown'));
      assert.ok((await caught(tab, 'file')).text.includes(text('export.ignored').split('{')[0]));
    },
  },
  {
    name: 'axe knows of nothing in the forms that keeps anybody out',
    needs: 'before',
    async run(tab, site) {
      await opened(tab, site);
      await click(tab, row, '312件');
      await press(tab, ' ');
      assert.deepEqual(await barriers(tab, 'a row selected and confirmed'), []);
      await press(tab, 'Enter');
      await form(tab);
      await click(tab, middle, '[role=combobox]');
      await until(tab, 'the list', () => document.querySelector('[role=option]'));
      await tab.shot('form');
      assert.deepEqual(await barriers(tab, 'the form with its list open'), []);
      await press(tab, 'Escape', 'Escape');
      await closed(tab);
      await click(tab, middle, '.toolbar [aria-controls=filters]');
      await click(tab, middle, '.toolbar [aria-haspopup=dialog]');
      await until(tab, 'the list', () => document.querySelector('dialog[open]'));
      assert.deepEqual(await barriers(tab, 'the list of corrections'), []);
      await tab.dark?.(true);
      await tab.size(360, 740);
      assert.deepEqual(await barriers(tab, 'the list, on a phone'), []);
      await tab.shot('corrections-phone');
    },
  },
];
