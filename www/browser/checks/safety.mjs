/** The policy holds in the built page, and a browser that is too old is told so. */
import assert from 'node:assert/strict';
import { until } from '../page.mjs';

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
