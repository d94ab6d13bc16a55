/**
 * Parts of the page that nobody sees at first. Each is loaded when it is first wanted, and all of them once the page has nothing else
 * to do: from then on it needs no network. Where one can't be had a sentence says so, and it can be asked for again.
 */
import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fail } from './notice';

export interface Part<T> {
  /** Null while it isn't there. */
  readonly here: ReadonlySignal<T | null>;
  /** Gives it, or null after the reader was told that it can't be had. */
  want(): Promise<T | null>;
}

const missing = signal<ReadonlySet<() => Promise<unknown>>>(new Set());

/** No part is missing. */
export const whole: ReadonlySignal<boolean> = computed(() => missing.value.size === 0);

export function part<T extends object>(load: () => Promise<T>): Part<T> {
  const here = signal<T | null>(null);
  const get = async (): Promise<T> => {
    here.value ??= await load();
    missing.value = new Set([...missing.peek()].filter((other) => other !== get));
    return here.value;
  };
  const want = async (): Promise<T | null> => {
    try {
      return await get();
    } catch {
      fail('not_loaded');
      return null;
    }
  };
  missing.value = new Set([...missing.peek(), get]);
  return { here, want };
}

/** Loads one after the other what is missing, and says nothing: nobody has asked for it yet. */
export async function complete(): Promise<void> {
  try {
    for (const get of missing.peek()) await get();
  } catch {
    // No network; the next calm moment tries again, and so does the reader who asks for it.
  }
}

export function usePart<T>({ here, want }: Part<T>, wanted: boolean, giveUp: () => void): T | null {
  useEffect(() => {
    if (wanted && !here.peek()) void want().then((it) => it ?? giveUp());
  }, [wanted]);
  return wanted ? here.value : null;
}
