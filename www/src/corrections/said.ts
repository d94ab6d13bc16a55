/**
 * What a person has said about the reading: rows put right, findings to ignore. All of it is known by content, so it holds when the
 * text is read again; the figures as they are after it are computed here, once for every widget. Saying something is `store.ts`,
 * which is loaded later: before that nothing has been said.
 */
import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { catalog, report, source } from '../app/session';
import type { Corrected, Correction, correct } from './model';

/** What a person has said, whole: what is saved, kept and loaded. */
export interface Said {
  corrections: readonly Correction[];
  ignored: readonly string[];
}

export const entries = signal<ReadonlyMap<string, Correction>>(new Map());
export const ignoredKeys = signal<ReadonlySet<string>>(new Set());

/** What puts figures right: there as soon as something can be said. */
export const correcting = signal<typeof correct | null>(null);

/** Keys of the findings that the reader wants to see no more. */
export const ignored: ReadonlySignal<ReadonlySet<string>> = ignoredKeys;

export const corrections: ReadonlySignal<readonly Correction[]> = computed(() => [...entries.value.values()]);

/** The figures of the report as they are after the corrections. */
export const corrected: ReadonlySignal<Corrected | null> = computed(() => {
  const read = report.value;
  if (!read || !correcting.value) return read && { metrics: read.metrics, touches: new Map(), orphans: [] };
  return correcting.value({ report: read, source: source.value, catalog: catalog.value }, corrections.value);
});

export const everything = (): Said => ({ corrections: corrections.peek(), ignored: [...ignoredKeys.peek()] });
