/** The module worker: loads the core once and reads what it is sent, one text after the other. */
import { analyze, catalog, init } from 'fachi';
import type { Locale } from '../i18n/messages';
import type { Job, Reply } from './protocol';

let named: Locale | null = null;

const reply = (message: Reply): void => postMessage(message);

/** Told once, whether or not a text has come: the page may open a worker ahead of the first one. */
const ready = init().then(
  () => { reply({ kind: 'ready' }); return true; },
  () => { reply({ kind: 'refusal', code: 'not_ready' }); return false; },
);

function read({ text, locale, sentences }: Job): void {
  if (named !== locale) {
    reply({ kind: 'names', catalog: catalog(locale) });
    named = locale;
  }
  reply({ kind: 'report', report: analyze(text, { locale, summarySentences: sentences }) });
}

addEventListener('message', async (event: MessageEvent<Job>) => {
  if (!(await ready)) return;
  try {
    read(event.data);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code === 'string') reply({ kind: 'refusal', code });
    // No refusal but a crash: its memory can't be trusted any more. The page hears of it and starts a new worker.
    else reportError(error);
  }
});
