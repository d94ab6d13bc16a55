/**
 * Keeps text and corrections on this device, only when the reader asks: one entry in the browser's own storage, wiped by one call.
 * Nothing else of the page stores anything.
 */
import { type ReadonlySignal, effect, signal } from '@preact/signals';
import { part } from '../app/lazy';
import { draft } from '../app/session';
import { corrections, everything, ignored } from '../corrections/said';

/** How corrections are written and read. */
export const filing = part(() => import('../corrections/file'));
/** How what was kept is said again. */
export const saying = part(() => import('../corrections/store'));

const ENTRY = 'fachi';

const asked = signal(false);
const missed = signal(false);

/** The reader has asked to keep the work. */
export const kept: ReadonlySignal<boolean> = asked;
/** It was asked for, but the browser has no room or lets no page store anything. */
export const full: ReadonlySignal<boolean> = missed;

let stop: (() => void) | undefined;

/** Keeps what is there, and from now on every change of it. */
export async function keep(): Promise<void> {
  const file = await filing.want();
  if (!file || stop) return;
  asked.value = true;
  stop = effect(() => {
    // Read for the effect's sake; taken together below.
    corrections.value;
    ignored.value;
    try {
      localStorage.setItem(ENTRY, JSON.stringify({ ...file.fileOf(everything(), null), text: draft.value }));
      missed.value = false;
    } catch {
      missed.value = true;
    }
  });
}

/** Forgets what was kept, and keeps nothing from now on; what the page shows stays. */
export function wipe(): void {
  stop?.();
  stop = undefined;
  asked.value = false;
  missed.value = false;
  localStorage.removeItem(ENTRY);
}

/** What an earlier visit kept; a look that stores nothing. */
export function found(): string | null {
  try {
    return localStorage.getItem(ENTRY);
  } catch {
    return null;
  }
}
