/** Which form is open: to change a row, to make a row of words in the text, or the list of all that was said. */
import { signal } from '@preact/signals';
import type { Span } from 'fachi';
import { passage, report } from '../app/session';

export type Editing = { kind: 'row'; id: string } | { kind: 'new'; span: Span };

export const editing = signal<Editing | null>(null);
export const listing = signal(false);

export const closeForm = (): void => { editing.value = null; };
export const closeList = (): void => { listing.value = false; };

export const edit = (id: string): void => { editing.value = { kind: 'row', id }; };

/** Makes a row of the words marked in the text; where they are a figure already, that one is changed. */
export function editPassage(): void {
  const span = passage.peek();
  if (!span) return;
  const there = report.peek()?.metrics.find((metric) => metric.span.start < span.end && span.start < metric.span.end);
  editing.value = there ? { kind: 'row', id: there.id } : { kind: 'new', span };
}
