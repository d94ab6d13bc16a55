/** WebKitGTK through its own driver, on a screen in memory; plain W3C WebDriver calls. Gives the tab that engines.mjs describes. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';

const keys = { Enter: '\uE007', Tab: '\uE004', Backspace: '\uE003', ArrowDown: '\uE015', ArrowUp: '\uE013', ArrowLeft: '\uE012', ArrowRight: '\uE014', F8: '\uE038', End: '\uE010', Home: '\uE011', Delete: '\uE017', Escape: '\uE00C' };
const there = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** What the driver doesn't tell: put into the page as soon as it is there. */
function listen() {
  window.__problems = [];
  addEventListener('error', (event) => window.__problems.push(`uncaught: ${event.message}`));
  addEventListener('unhandledrejection', (event) => window.__problems.push(`unhandled: ${event.reason}`));
  addEventListener('securitypolicyviolation', (event) => window.__problems.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
}

function seen(origin) {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
  return [...window.__problems, ...addresses.filter((name) => !name.startsWith(`${origin}/`)).map((name) => `request: ${name}`)];
}

export async function webkitgtk({ origin }) {
  if (!there('WebKitWebDriver') || !there('xvfb-run')) throw new Error('not found');
  const port = 20000 + (process.pid % 20000);
  const driver = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', 'WebKitWebDriver', `--port=${port}`], {
    detached: true, stdio: 'ignore',
  });
  const stop = () => {
    try { process.kill(-driver.pid); } catch { /* Already gone. */ }
  };
  process.on('exit', stop);

  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(120_000),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    try { await call('GET', '/status'); break; } catch (error) { if (tries === 40) throw error; await wait(250); }
  }
  const options = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } };
  const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: options } });
  const session = `/session/${sessionId}`;
  await call('POST', `${session}/timeouts`, { script: 100_000 });

  const evaluate = async (run, argument) => {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${run})(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await call('POST', `${session}/execute/async`, { script, args: [argument ?? null] });
    if (error) throw new Error(error);
    return value;
  };
  const act = (type, actions) => call('POST', `${session}/actions`, {
    actions: [{ type, id: type, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }), actions }],
  });
  const strike = (list) => act('key', list.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]));
  return {
    async open(url) {
      await call('POST', `${session}/url`, { url });
      await evaluate(listen);
      // The driver takes no language, so the page is asked for Chinese.
      await evaluate(async () => {
        while (!document.querySelector('header')) await new Promise((done) => setTimeout(done, 20));
        document.querySelector('button[lang=zh-CN]')?.click();
      });
    },
    evaluate,
    click: (x, y) => act('pointer', [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 },
    ]),
    move: (x, y) => act('pointer', [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }]),
    type: (text) => strike([...text]),
    press: (key) => strike([keys[key] ?? key]),
    size: (width, height) => call('POST', `${session}/window/rect`, { width, height }),
    shot: async (path) => writeFile(path, Buffer.from(await call('GET', `${session}/screenshot`), 'base64')),
    problems: () => evaluate(seen, origin),
    async close() {
      await call('DELETE', session).catch(() => {});
      stop();
    },
  };
}

function miniBrowser() {
  const found = spawnSync('sh', ['-c', 'ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser /usr/libexec/webkit2gtk-4.*/MiniBrowser 2>/dev/null']);
  const path = found.stdout.toString().split('\n')[0];
  if (!path) throw new Error('not found');
  return path;
}
