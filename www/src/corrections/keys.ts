/** What the keyboard does with the row that it is on. */
import { copyFigure } from '../export/exporting';
import { edit } from './editing';
import { corrected } from './said';
import { confirm, drop, restore, undo } from './store';

const actOf = (id: string) => corrected.peek()?.touches.get(id)?.correction.act;

/** Confirms a row, or takes the confirmation back. */
export const toggleConfirmed = (id: string): void => (actOf(id) === 'confirm' ? restore : confirm)(id);
/** Drops a row, or brings it back. */
export const toggleDropped = (id: string): void => (actOf(id) === 'drop' ? restore : drop)(id);

const keys: Record<string, (id: string) => void> = { ' ': toggleConfirmed, Enter: edit, F2: edit, Delete: toggleDropped, Backspace: toggleDropped };

const chords: Record<string, (id: string) => void> = { z: () => undo(), c: (id) => void copyFigure(id, 'row') };

/** Does what a key stands for on a row; false for other keys. */
export function rowKey(event: KeyboardEvent, id: string): boolean {
  if (event.altKey || event.shiftKey) return false;
  const act = (event.ctrlKey || event.metaKey ? chords : keys)[event.key];
  act?.(id);
  return act !== undefined;
}
