/**
 * Finding words in the text. The browser's own search can't see what CodeMirror hasn't drawn, so the editor brings one under the
 * same key: a field, the next place, the one before.
 */
import { SearchQuery, closeSearchPanel, findNext, findPrevious, openSearchPanel, search, setSearchQuery } from '@codemirror/search';
import { type Extension, Prec } from '@codemirror/state';
import { type Command, EditorView, type Panel, keymap, runScopeHandlers } from '@codemirror/view';
import '../i18n/later';
import { t } from '../i18n/locale';
import type { Key } from '../i18n/messages';

function button(view: EditorView, label: Key, command: Command): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = t(label);
  made.onclick = () => command(view);
  return made;
}

/** Selects the first place of the words at or after the caret, as they are being typed. */
function seek(view: EditorView, words: string): void {
  const query = new SearchQuery({ search: words, literal: true });
  view.dispatch({ effects: setSearchQuery.of(query) });
  if (!query.valid) return;
  const first = (from: number) => query.getCursor(view.state, from).next();
  const here = first(view.state.selection.main.from);
  const { done, value } = here.done ? first(0) : here;
  if (done) return;
  view.dispatch({ selection: { anchor: value.from, head: value.to }, effects: EditorView.scrollIntoView(value.from, { y: 'center' }) });
}

function createPanel(view: EditorView): Panel {
  const field = document.createElement('input');
  field.type = 'search';
  field.placeholder = t('search.find');
  field.setAttribute('aria-label', t('search.find'));
  // What CodeMirror puts the focus on when the key is pressed again.
  field.setAttribute('main-field', 'true');
  field.oninput = () => seek(view, field.value);
  field.onkeydown = (event) => {
    if (event.isComposing) return;
    if (runScopeHandlers(view, event, 'search-panel')) event.preventDefault();
    else if (event.key === 'Enter') (event.shiftKey ? findPrevious : findNext)(view);
  };
  const dom = document.createElement('div');
  dom.className = 'search';
  dom.append(
    field,
    button(view, 'search.previous', findPrevious),
    button(view, 'search.next', findNext),
    button(view, 'notice.close', closeSearchPanel),
  );
  return { dom, top: true, mount: () => field.focus() };
}

export { openSearchPanel };

const scope = 'editor search-panel';

export const searching: Extension = [
  search({ createPanel }),
  Prec.high(keymap.of([
    { key: 'Mod-f', run: openSearchPanel, scope },
    { key: 'F3', run: findNext, shift: findPrevious, scope, preventDefault: true },
    { key: 'Mod-g', run: findNext, shift: findPrevious, scope, preventDefault: true },
    { key: 'Escape', run: closeSearchPanel, scope },
  ])),
];
