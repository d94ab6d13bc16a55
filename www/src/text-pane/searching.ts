/** Finding words stays unloaded until its key is pressed; that key then does what it does from there on. */
import { Compartment, type Extension } from '@codemirror/state';
import { type Command, keymap } from '@codemirror/view';
import { part } from '../app/lazy';

const searching = part(() => import('./search'));
const place = new Compartment();

const first: Command = (view) => {
  void searching.want().then((found) => {
    if (!found) return;
    view.dispatch({ effects: place.reconfigure(found.searching) });
    found.openSearchPanel(view);
  });
  return true;
};

export const searchLater: Extension = place.of(keymap.of(['Mod-f', 'F3', 'Shift-F3', 'Mod-g', 'Shift-Mod-g'].map((key) => ({ key, run: first }))));
