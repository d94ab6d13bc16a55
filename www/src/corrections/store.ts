/** What a person has said about the reading: the findings to ignore. Keyed by content, so it holds when the text is read again. */
import { type ReadonlySignal, signal } from '@preact/signals';

const ignoredKeys = signal<ReadonlySet<string>>(new Set());

/** Keys of the findings that the reader wants to see no more. */
export const ignored: ReadonlySignal<ReadonlySet<string>> = ignoredKeys;

export function ignore(key: string): void {
  ignoredKeys.value = new Set(ignoredKeys.value).add(key);
}

export function unignore(key: string): void {
  const rest = new Set(ignoredKeys.value);
  rest.delete(key);
  ignoredKeys.value = rest;
}
