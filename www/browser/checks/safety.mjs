/** The policy holds in the built page, everybody can use it, and a browser that is too old is told so. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { button, click, paste, row, settled, until, view } from '../page.mjs';
import { report } from '../texts.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function accessible(tab, state) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(found, [], state);
}

export const safety = [
  {
    name: 'a style or a script put into the page is refused, and the editor is styled',
    expects: /Content.Security.Policy|policy|blocked|Refused/i,
    async run(tab, site) {
      await tab.open(site.url);
      await until(tab, 'the editor', () => document.querySelector('.cm-editor'));
      const result = await tab.evaluate(async () => {
        const refused = [];
        addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        const style = document.createElement('style');
        style.textContent = 'body { outline: 7px solid red }';
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.head.append(style, script);
        await new Promise((done) => setTimeout(done, 200));
        return {
          refused, ran: window.ran ?? false, outline: getComputedStyle(document.body).outlineWidth,
          editor: getComputedStyle(document.querySelector('.cm-editor')).display,
        };
      });
      assert.deepEqual(result.refused.sort(), ['script-src-elem', 'style-src-elem']);
      assert.equal(result.ran, false);
      assert.notEqual(result.outline, '7px');
      assert.equal(result.editor, 'flex');
    },
  },
  {
    name: 'axe knows of nothing that keeps anybody out',
    needs: 'before',
    async run(tab, site) {
      await tab.open(site.url);
      await until(tab, 'the invitation', () => document.querySelector('.empty'));
      await accessible(tab, 'empty');
      await paste(tab, report.text);
      await settled(tab);
      await view(tab, 'figures');
      await click(tab, row, report.figure);
      await accessible(tab, 'a figure selected');
      await click(tab, button, 'English');
      await until(tab, 'English', () => document.documentElement.lang === 'en');
      await tab.dark?.(true);
      await accessible(tab, 'English, dark where the driver can');
      await tab.size(360, 740);
      await accessible(tab, 'phone');
    },
  },
  {
    name: 'a browser that is too old gets one sentence',
    needs: 'before',
    async run(tab, site) {
      await tab.open(site.url, { before: () => { delete window.TransformStream; } });
      await until(tab, 'the sentence', () => !document.getElementById('unsupported').hidden);
      assert.equal(await tab.evaluate(() => document.getElementById('app').childElementCount), 0);
      await tab.shot('unsupported');
    },
  },
];
