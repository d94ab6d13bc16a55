/** Everybody can use every view: axe finds nothing, in both languages, light and dark, wide and narrow. Pictures are taken on the way. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { button, click, overflow, sampled, settled, until, view } from '../page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ids = ['overview', 'figures', 'findings', 'coverage', 'documents', 'summary', 'problems'];

/** What keeps somebody out, in words. */
export async function barriers(tab, state) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].any[0]?.message ?? ''}`);
  });
  return found.map((one) => `${state}: ${one}`);
}

async function speak(tab, language) {
  if (language === 'zh') return;
  await click(tab, button, 'English');
  await until(tab, 'English', () => document.documentElement.lang === 'en' && document.querySelector('.panel')?.ariaBusy !== 'true');
  await settled(tab);
}

async function every(tab, state) {
  const found = [];
  for (const id of ids) {
    await view(tab, id);
    await until(tab, `${id} is drawn`, () => document.querySelector('#view').textContent.length > 0);
    await tab.shot(`${state}-${id}`);
    found.push(...await barriers(tab, `${id}, ${state}`));
    assert.equal(await tab.evaluate(overflow), 0, `${id}, ${state}`);
  }
  return found;
}

const looks = [false, true].flatMap((dark) => ['zh', 'en'].map((language) => ({ dark, language, state: `${language}-${dark ? 'dark' : 'light'}` })));

export const everyone = [
  ...looks.map(({ dark, language, state }) => ({
    name: `axe finds nothing in any view (${state}, wide and phone)`,
    needs: dark ? 'dark' : 'exactSize',
    async run(tab, site) {
      await sampled(tab, site);
      await tab.dark?.(dark);
      await speak(tab, language);
      const found = await every(tab, `${state}-wide`);
      await tab.size(360, 740);
      await until(tab, 'the size', () => innerWidth === 360);
      found.push(...await every(tab, `${state}-phone`));
      await tab.evaluate(() => document.getElementById('tab-text-pane').click());
      await tab.shot(`${state}-phone-text`);
      found.push(...await barriers(tab, `text, ${state}, phone`));
      await tab.evaluate(() => document.querySelector('.outline button').click());
      await tab.shot(`${state}-phone-outline`);
      found.push(...await barriers(tab, `outline, ${state}, phone`));
      assert.deepEqual(found, []);
    },
  })),
  {
    name: 'axe finds nothing in the empty page, what it says on privacy, and a card',
    needs: 'exactSize',
    async run(tab, site) {
      await tab.open(site.url);
      await until(tab, 'the invitation', () => document.querySelector('.empty'));
      const found = await barriers(tab, 'empty');
      await tab.evaluate(() => document.querySelector('.local .link').click());
      await tab.shot('privacy');
      found.push(...await barriers(tab, 'privacy'));
      await sampled(tab, site);
      await tab.evaluate(() => document.querySelector('.cm-content .figure').scrollIntoView({ block: 'center' }));
      const box = await tab.evaluate(() => {
        const { x, y, width, height } = document.querySelector('.cm-content .figure').getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await tab.move(box.x, box.y - 3);
      await tab.move(box.x, box.y);
      await until(tab, 'the card', () => document.querySelector('.card'));
      await tab.shot('card');
      found.push(...await barriers(tab, 'a card'));
      assert.deepEqual(found, []);
    },
  },
];
