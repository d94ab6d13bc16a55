/**
 * What views ask of the text: to show a place, to mend one. The pane that holds the text takes the seat; places are those of the
 * report on show, and the pane finds them again where the text has been edited since.
 */
import type { Fix, Span } from 'fachi';
import { notice } from './notice';
import { pane } from './session';

export interface Desk {
  show(span: Span): void;
  mend(fix: Fix): void;
}

let desk: Desk | null = null;

/** The pane that answers from now on. */
export function seat(taken: Desk | null): void {
  desk = taken;
}

/** Puts the caret on a place of the text, and the text in front where the page is narrow. */
export function show(span: Span): void {
  pane.value = 'text';
  desk?.show(span);
}

/** Edits the text as the reader would, so that undo takes it back; says so, because the slip goes from the list at once. */
export function mend(fix: Fix): void {
  desk?.mend(fix);
  notice.value = { kind: 'mended' };
}
