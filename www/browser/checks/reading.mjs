/** Paste a report, get its figures back; rows and marks lead to each other, by pointer and by keyboard. */
import assert from 'node:assert/strict';
import { analyze } from 'fachi';
import { button, click, current, lines, notice, paste, row, rowCount, selectedRow, settled, until, view } from '../page.mjs';
import { report, times } from '../texts.mjs';

const expected = analyze(report.text);

async function opened(tab, site) {
  await tab.open(site.url);
  await paste(tab, report.text);
  await settled(tab);
  await view(tab, 'figures');
}

export const reading = [
  {
    name: 'a pasted report gives every figure and title that the package finds',
    async run(tab, site) {
      await opened(tab, site);
      assert.ok(expected.metrics.length > 50, `the package finds ${expected.metrics.length} figures`);
      assert.equal(await tab.evaluate(rowCount), expected.metrics.length);
      const marked = await tab.evaluate(() => document.querySelectorAll('.cm-content .mark.title').length);
      assert.ok(marked > 0, 'no title is marked');
      await tab.shot('report');
    },
  },
  {
    name: 'a click on a row marks its figure in the text and shows it',
    async run(tab, site) {
      await opened(tab, site);
      await click(tab, row, report.figure);
      assert.equal(await until(tab, 'a mark is current', current), report.figure);
      assert.equal(await tab.evaluate(selectedRow), report.figure);
      await tab.shot('selected');
    },
  },
  {
    name: 'a click on a figure in the text selects its row and shows it',
    async run(tab, site) {
      await opened(tab, site);
      const last = await tab.evaluate(() => {
        const frame = document.querySelector('.cm-scroller').getBoundingClientRect();
        const seen = [...document.querySelectorAll('.cm-content .figure')].filter((mark) => {
          const box = mark.getBoundingClientRect();
          return mark.getClientRects().length === 1 && box.bottom < frame.bottom - 20;
        });
        const box = seen.at(-1).getBoundingClientRect();
        return { words: seen.at(-1).textContent, x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
      await tab.click(last.x, last.y);
      assert.equal(await until(tab, 'a row is selected', selectedRow), last.words);
      const inView = await tab.evaluate(() => {
        const box = document.querySelector('[aria-selected=true].row').getBoundingClientRect();
        const frame = document.querySelector('[role=treegrid]').getBoundingClientRect();
        return box.top >= frame.top && box.bottom <= frame.bottom;
      });
      assert.ok(inView, 'the row is out of view');
    },
  },
  {
    name: 'the table is walked with the keyboard, and the text follows',
    async run(tab, site) {
      await opened(tab, site);
      await tab.evaluate(() => document.querySelector('[role=treegrid] [tabindex="0"]').focus());
      await tab.press('ArrowDown');
      const second = expected.metrics[1].text;
      assert.equal(await until(tab, 'the second row is selected', selectedRow), second);
      assert.equal(await until(tab, 'its mark is current', current), second);
      await tab.press('End');
      const end = expected.metrics.at(-1).text;
      await until(tab, 'the last row is selected', (text) => {
        const selected = document.querySelector('[role=treegrid] [aria-selected=true]');
        return selected?.getAttribute('aria-rowindex') === selected?.closest('[role=treegrid]').getAttribute('aria-rowcount')
          && selected.querySelector('.value b').textContent === text && selected === document.activeElement;
      }, end);
      assert.equal(await until(tab, 'its mark is current', current), end);
    },
  },
  {
    name: 'typing is read at once, and the caret on a figure selects its row',
    async run(tab, site) {
      await tab.open(site.url);
      await paste(tab, '全年办理公证1874件。');
      await settled(tab);
      await view(tab, 'figures');
      const before = await tab.evaluate(rowCount);
      await tab.press('End');
      await tab.type('办理公证36件。');
      await until(tab, 'the new figure is listed', (count) => {
        const grid = document.querySelector('[role=treegrid]');
        return grid && Number(grid.getAttribute('aria-rowcount')) - 1 === count + 1;
      }, before);
      assert.deepEqual(await tab.evaluate(lines), ['全年办理公证1874件。办理公证36件。']);
    },
  },
  {
    name: 'words that are out of view are found',
    needs: 'chords',
    async run(tab, site) {
      await opened(tab, site);
      await tab.evaluate(() => document.querySelector('.cm-content').focus());
      await tab.press('ControlOrMeta+f');
      await until(tab, 'the field', () => document.activeElement?.matches('.search input'));
      await tab.type(report.figure);
      await until(tab, 'the words are selected', (words) => document.querySelector('.cm-searchMatch-selected')?.textContent === words, report.figure);
      await tab.shot('search');
      await tab.press('Escape');
      await until(tab, 'the field is gone', () => !document.querySelector('.search'));
    },
  },
  {
    name: 'the page answers while a million characters are read',
    async run(tab, site) {
      await tab.open(site.url);
      await tab.evaluate(() => {
        window.gap = 0;
        let before = performance.now();
        const beat = (now) => {
          window.gap = Math.max(window.gap, now - before);
          before = now;
          requestAnimationFrame(beat);
        };
        requestAnimationFrame(beat);
      });
      await paste(tab, report.text, times);
      await tab.type('甲');
      await click(tab, button, 'English');
      await until(tab, 'the language changes', () => document.documentElement.lang === 'en');
      await settled(tab);
      await view(tab, 'figures');
      assert.equal(await tab.evaluate(notice), null);
      assert.equal(await tab.evaluate(rowCount), analyze(`甲${report.text.repeat(times)}`).metrics.length);
      const gap = await tab.evaluate(() => Math.round(window.gap));
      assert.ok(gap < 500, `the page stood still for ${gap} ms`);
      return `longest pause ${gap} ms`;
    },
  },
];
