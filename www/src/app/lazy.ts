/**
 * Parts of the page that nobody sees at first. Each is loaded when it is first wanted, and all of them once the page has nothing else
 * to do: from then on it needs no network. Where one can't be had a sentence says so, and it can be asked for again.
 */
import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fail, passed } from './notice';

export interface Part<T> {
  /** Null while it isn't there. */
  readonly here: ReadonlySignal<T | null>;
  load(): Promise<T>;
  /** Gives it, or null after the reader was told that it can't be had. */
  want(): Promise<T | null>;
}

const missing = signal<ReadonlySet<() => Promise<unknown>>>(new Set());

/** No part is missing. */
export const whole: ReadonlySignal<boolean> = computed(() => missing.value.size === 0);

/** What failed once Firefox never asks for again: a file that the page has already shows first whether the network is there. */
const reach = (): Promise<unknown> => fetch('./support.js', { method: 'HEAD', cache: 'no-store' });

export function part<T extends object>(get: () => Promise<T>): Part<T> {
  const here = signal<T | null>(null);
  const load = async (): Promise<T> => {
    here.value ??= await get();
    missing.value = new Set([...missing.peek()].filter((other) => other !== load));
    return here.value;
  };
  const want = async (): Promise<T | null> => {
    try {
      if (!here.peek()) await reach();
      const it = await load();
      passed('not_loaded');
      return it;
    } catch {
      fail('not_loaded');
      return null;
    }
  };
  missing.value = new Set([...missing.peek(), load]);
  return { here, load, want };
}

/** Loads what is missing, and says nothing where that fails: nobody has asked for it yet. */
export async function complete(): Promise<void> {
  if (whole.peek()) return;
  try {
    await reach();
    await Promise.all([...missing.peek()].map((load) => load()));
  } catch {
    // The next calm moment tries again, and so does the reader who asks for a part.
  }
}

export function usePart<T>({ here, want }: Part<T>, wanted: boolean, giveUp: () => void): T | null {
  useEffect(() => {
    if (wanted && !here.peek()) void want().then((it) => it ?? giveUp());
  }, [wanted]);
  return wanted ? here.value : null;
}
