/** A part of the page that is loaded when it is first wanted; where that fails, a sentence says so and it can be asked for again. */
import { useEffect, useState } from 'preact/hooks';
import { fail } from './session';

/** What `load` gives, or null while it isn't there; tells the reader where it can't be had. */
export async function loaded<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch {
    fail('not_loaded');
    return null;
  }
}

export function useLazy<T>(wanted: boolean, load: () => Promise<T>, giveUp: () => void): T | null {
  const [part, setPart] = useState<{ it: T } | null>(null);
  useEffect(() => {
    if (wanted && !part) void loaded(load).then((it) => (it ? setPart({ it }) : giveUp()));
  }, [wanted]);
  return wanted ? part?.it ?? null : null;
}
