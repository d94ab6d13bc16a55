/**
 * What the page does while its reader needs nothing: it brings the core up, so that the first report comes at once, and then loads its
 * other parts. After that it works without a network.
 */
import { effect } from '@preact/signals';
import { complete } from './lazy';
import { busy, ready, warm } from './session';

/** A report is looked at before anything else is loaded, in milliseconds. */
const CALM = 1000;

/** Safari has no word for it. */
const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run));

export function fillTheCalm(): void {
  idle(warm);
  effect(() => {
    if (!ready.value || busy.value) return;
    const timer = setTimeout(() => idle(() => void complete()), CALM);
    return () => clearTimeout(timer);
  });
  // What failed without a network.
  addEventListener('online', () => {
    warm();
    void complete();
  });
}
