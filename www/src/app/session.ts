/**
 * What the page knows and what can be done: the report of the text in the pane, what is selected, what went wrong.
 * Widgets read the signals and call the actions; none of them knows another.
 */
import { batch, effect, signal, untracked } from '@preact/signals';
import type { Catalog, Report, Span } from 'fachi';
import { locale } from '../i18n/locale';
import { Messenger } from '../worker/messenger';
import type { Reply } from '../worker/protocol';
import { fail, notice } from './notice';

/** Long enough to let a word be typed, short enough to feel live. */
const PAUSE = 120;

/** A selected figure, and the widget where it was chosen: the others bring it into view. */
export type Selection = { metric: string; from: 'text' | 'views' };

/** The text in the pane, as its editor holds it. */
interface Text {
  length: number;
  toString(): string;
}

export const report = signal<Report | null>(null);
/** The text of that report: what its places point into while a newer text is being read. */
export const source = signal('');
export const catalog = signal<Catalog | null>(null);
export const selection = signal<Selection | null>(null);
/** Words that the reader has marked in the text: what a figure can be made of. */
export const passage = signal<Span | null>(null);
/** The core is there: a text can be read without a network. */
export const ready = signal(false);
export const empty = signal(true);
/** The text has changed and its report isn't there yet. */
export const busy = signal(false);
/** The view that is open beside the text. */
export const view = signal('overview');
/** Where the page is too narrow for both, what is in front. */
export const pane = signal<'text' | 'views'>('text');
/** What stands at the upper edge of the text as it is scrolled. */
export const seen = signal(0);
/** How many sentences the summary may hold. */
export const sentences = signal(8);

/** The text in the pane as of the last pause in typing, read or not. */
export const draft = signal('');

let text: Text = '';
let timer: ReturnType<typeof setTimeout> | undefined;
let arrival: ReturnType<typeof setTimeout> | undefined;

const messenger = new Messenger(
  () => new Worker(new URL('../worker/analysis.worker.ts', import.meta.url), { type: 'module' }),
  hear,
);

function hear(reply: Reply): void {
  if (reply.kind === 'ready') {
    ready.value = true;
    return;
  }
  if (reply.kind === 'names') {
    catalog.value = reply.catalog;
    return;
  }
  // Taking a long report over from the worker is a task of its own: keys get in before it is shown.
  arrival = setTimeout(() => batch(() => {
    busy.value = false;
    if (reply.kind === 'report') arrive(reply.report);
    else refuse(reply.code);
  }));
}

/** Ids are counted anew in every report: a selection lasts only where the same words stand under the same id. */
function arrive(next: Report): void {
  const chosen = selection.value?.metric;
  const words = (from: Report | null) => from?.metrics.find(({ id }) => id === chosen)?.text;
  if (words(report.value) !== words(next)) selection.value = null;
  report.value = next;
  source.value = draft.peek();
  if (notice.value?.kind === 'error') notice.value = null;
}

function refuse(code: string): void {
  report.value = null;
  selection.value = null;
  fail(code);
}

/** Brings the core up before there is a text. */
export const warm = (): void => messenger.warm();

function submit(): void {
  clearTimeout(timer);
  draft.value = text.toString();
  messenger.submit({ text: draft.peek(), locale: locale.peek(), sentences: sentences.peek() });
}

/** The text in the pane has changed. */
export function edited(next: Text): void {
  text = next;
  messenger.outdate();
  clearTimeout(timer);
  clearTimeout(arrival);
  batch(() => {
    empty.value = next.length === 0;
    busy.value = next.length > 0;
    if (next.length > 0) {
      timer = setTimeout(submit, PAUSE);
    } else {
      draft.value = '';
      forget();
    }
  });
}

/** Another text comes in the place of this one: what was read of the old one goes at once. */
export function forget(): void {
  batch(() => {
    report.value = null;
    selection.value = null;
  });
}

/** Selects a figure, or none. */
export function select(metric: string | null, from: Selection['from']): void {
  selection.value = metric === null ? null : { metric, from };
}

/** Opens a view, in front where the page is narrow. */
export function open(id: string): void {
  batch(() => {
    view.value = id;
    pane.value = 'views';
  });
}

// Names and messages of the report are in the language that it was asked in, and its summary as long as it was asked to be.
effect(() => {
  locale.value;
  sentences.value;
  untracked(() => {
    if (!empty.value) submit();
  });
});
