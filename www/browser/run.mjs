/**
 * Tries the built page in every engine that is here and says which ran. `FACHI_ENGINES=chromium,firefox` runs only those,
 * `FACHI_CHECKS=card` only the checks with that in their names.
 * Pictures go to ../screenshots, which git leaves out.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checks } from './checks.mjs';
import { engines } from './engines.mjs';
import { serve } from './server.mjs';

const shots = fileURLToPath(new URL('../screenshots/', import.meta.url));
mkdirSync(shots, { recursive: true });

/** Long enough for the slowest check on a busy machine. */
const PATIENCE = 90_000;

const late = () => new Promise((_, fail) => setTimeout(() => fail(new Error('took too long')), PATIENCE).unref());

async function attempt(check, tab, site) {
  try {
    const note = await Promise.race([check.run(tab, site), late()]);
    const problems = (await tab.problems()).filter((problem) => !check.expects?.test(problem));
    if (problems.length > 0) throw new Error(problems.join('\n'));
    console.log(`  ok  ${check.name}${note ? ` (${note})` : ''}`);
    return true;
  } catch (error) {
    console.log(`  FAILED  ${check.name}\n${error.stack.replace(/^/gm, '      ')}`);
    return false;
  }
}

// A stopped run leaves no browser behind: engines clean up on exit.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const site = await serve();
const wanted = process.env.FACHI_ENGINES?.split(',') ?? Object.keys(engines);
let passed = 0;
let failed = 0;
for (const engine of wanted) {
  let tab;
  try {
    tab = await engines[engine](site);
  } catch (error) {
    console.log(`engine ${engine}: not found\n  ${error.message.split('\n')[0]}`);
    continue;
  }
  console.log(`engine ${engine}: ran`);
  const { shot } = tab;
  tab.shot = (name) => shot(`${shots}${engine}-${name}.png`);
  for (const check of checks.filter(({ name }) => name.includes(process.env.FACHI_CHECKS ?? ''))) {
    if (check.needs && !tab[check.needs]) {
      console.log(`  --  ${check.name} (beyond this driver)`);
      continue;
    }
    if (await attempt(check, tab, site)) passed += 1;
    else failed += 1;
  }
  await tab.close();
}
site.stop();
console.log(`browser checks: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
