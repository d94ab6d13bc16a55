/** The editor: plain text, wrapped, with history, search, marks and cards. CodeMirror draws only what is in view. */
import { history, historyKeymap, isolateHistory, undo } from '@codemirror/commands';
import { Compartment, EditorSelection, EditorState, Transaction } from '@codemirror/state';
import { type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import type { Fix, Span } from 'fachi';
import { type Artist, cards, openCard } from './card-field';
import { type Flagged, findingField, findingFrom, findingsAt, setFindings } from './finding-field';
import { keys } from './keys';
import { markField, placeNow, setCurrent, setMarks } from './mark-field';
import { type Place, metricAt, placeOf } from './marks';
import { searchLater } from './searching';
import { theme } from './theme';

/** The same word as in the policy of index.html. */
const NONCE = 'fachi';

export interface Listener {
  /** The text has changed. */
  edited(text: { length: number; toString(): string }): void;
  /** The caret was put on a figure, or away from all of them. */
  pointed(metric: string | null): void;
  /** Words were marked, or none are any more. */
  marked(place: Place | null): void;
  /** The caret is in these findings. */
  entered(findings: string[]): void;
  /** The text has been scrolled: what stands at its upper edge. */
  scrolled(position: number): void;
  artist: Artist;
}

export interface Words {
  name: string;
  placeholder: string;
}

/** A whole report is read from its beginning, so a long paste into the empty pane leaves the caret there; a phrase, at its end. */
const startAtTop = EditorState.transactionFilter.of((transaction) => {
  const fresh = transaction.isUserEvent('input.paste') && transaction.startState.doc.length === 0;
  return fresh && transaction.newDoc.length > 500 ? [transaction, { selection: { anchor: 0 }, sequential: true }] : transaction;
});

const inWords = ({ name, placeholder: hint }: Words) => [
  EditorView.contentAttributes.of({ 'aria-label': name }),
  placeholder(hint),
];

/** As other editors have it: F8 to the next finding, with Shift to the one before. */
const step = (by: 1 | -1) => (view: EditorView): boolean => {
  const place = findingFrom(view.state.field(findingField).marks, view.state.selection.main.head, by);
  if (place) go(view, place);
  return true;
};

function go(view: EditorView, { from, to }: Place): void {
  view.dispatch({
    selection: EditorSelection.cursor(from),
    effects: [setCurrent.of({ from, to }), EditorView.scrollIntoView(from, { y: 'center' })],
  });
}

export class Editor {
  readonly #view: EditorView;
  readonly #words = new Compartment();

  constructor(parent: HTMLElement, words: Words, listener: Listener) {
    this.#view = new EditorView({
      parent,
      extensions: [
        history(),
        searchLater,
        cards(listener.artist),
        keymap.of([{ key: 'F8', run: step(1), shift: step(-1) }, ...keys, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(NONCE),
        // The text is Chinese whatever language the page speaks.
        EditorView.contentAttributes.of({ id: 'text', lang: 'zh-CN', tabindex: '0', spellcheck: 'false', autocorrect: 'off' }),
        this.#words.of(inWords(words)),
        startAtTop,
        markField,
        findingField,
        theme,
        EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions, view }) => {
          if (docChanged) listener.edited(state.doc);
          const { head, empty } = state.selection.main;
          if (docChanged || selectionSet) listener.marked(empty ? null : state.selection.main);
          if (selectionSet) listener.entered(findingsAt(state.field(findingField).marks, head));
          if (!empty || !transactions.some((transaction) => transaction.isUserEvent('select'))) return;
          listener.pointed(metricAt(state.field(markField).all, head));
          // A finger can't hover.
          const tapped = transactions.some((transaction) => transaction.isUserEvent('select.pointer')) && matchMedia('(hover: none)').matches;
          if (tapped) setTimeout(() => openCard(view, head, listener.artist));
        }),
      ],
    });
    const { dom, scrollDOM } = this.#view;
    // CodeMirror hides margins from screen readers, because most hold line numbers; here the flags say something.
    dom.querySelector('.cm-gutters')?.removeAttribute('aria-hidden');
    dom.addEventListener('click', ({ target }) => this.#flag(target as Element, listener.artist));
    scrollDOM.addEventListener('scroll', () => listener.scrolled(this.#view.lineBlockAtHeight(scrollDOM.scrollTop).to), { passive: true });
  }

  /** A flag in the margin opens the card of its line's first finding. */
  #flag(target: Element, artist: Artist): void {
    if (!target.matches('.flag')) return;
    const { top } = target.getBoundingClientRect();
    const line = this.#view.lineBlockAtHeight(top - this.#view.documentTop);
    const place = findingFrom(this.#view.state.field(findingField).marks, line.from - 1, 1);
    if (place) openCard(this.#view, place.from, artist);
  }

  get length(): number {
    return this.#view.state.doc.length;
  }

  speak(words: Words): void {
    this.#view.dispatch({ effects: this.#words.reconfigure(inWords(words)) });
  }

  mark(marks: DecorationSet): void {
    this.#view.dispatch({ effects: setMarks.of(marks) });
  }

  flag(findings: readonly Flagged[]): void {
    this.#view.dispatch({ effects: setFindings.of(findings) });
  }

  /** Marks a figure as the selected one; `reveal` brings it into view and the caret to it. */
  select(metric: string | null, reveal: boolean): void {
    const place = metric === null ? null : placeOf(this.#view.state.field(markField).all, metric);
    if (place && reveal) go(this.#view, place);
    else this.#view.dispatch({ effects: setCurrent.of(place) });
  }

  /** Brings a place of the report into view, and the caret and the focus to it. */
  show(span: Span): void {
    go(this.#view, placeNow(span, this.#view.state.field(markField)));
    this.focus();
  }

  /** Puts other words in a place of the report, in a step of its own that undo takes back. */
  mend({ span, text }: Fix): void {
    const place = placeNow(span, this.#view.state.field(markField));
    this.#view.dispatch({
      changes: { ...place, insert: text },
      selection: EditorSelection.cursor(place.from + text.length),
      annotations: [Transaction.userEvent.of('input.mend'), isolateHistory.of('full')],
      effects: EditorView.scrollIntoView(place.from, { y: 'center' }),
    });
  }

  /** Puts another text in the place of this one, in one step that undo takes back. */
  replace(text: string): void {
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      selection: EditorSelection.cursor(0),
      annotations: Transaction.userEvent.of('input.replace'),
      effects: EditorView.scrollIntoView(0, { y: 'start', yMargin: 100 }),
    });
  }

  undo(): void {
    undo(this.#view);
  }

  focus(): void {
    this.#view.focus();
  }

  close(): void {
    this.#view.destroy();
  }
}
