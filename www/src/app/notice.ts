/** What went wrong, or what was done to the text and can be undone: one sentence at a time. */
import { signal } from '@preact/signals';

export type Notice = { kind: 'error'; code: string } | { kind: 'replaced' | 'mended' };

export const notice = signal<Notice | null>(null);

/** Says why something was not done; the text stays. */
export function fail(code: string): void {
  notice.value = { kind: 'error', code };
}

/** What went wrong goes well by now. */
export function passed(code: string): void {
  if (notice.value?.kind === 'error' && notice.value.code === code) notice.value = null;
}
