/** The editor: plain text, wrapped, with history, search and marks. CodeMirror draws only what is in view. */
import { history, historyKeymap, standardKeymap, undo } from '@codemirror/commands';
import { Compartment, EditorSelection, EditorState, Transaction } from '@codemirror/state';
import { type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import { markField, setCurrent, setMarks } from './mark-field';
import { type Place, metricAt, placeOf } from './marks';
import { finding } from './search';
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

export class Editor {
  readonly #view: EditorView;
  readonly #words = new Compartment();

  constructor(parent: HTMLElement, words: Words, listener: Listener) {
    this.#view = new EditorView({
      parent,
      extensions: [
        history(),
        finding,
        keymap.of([...standardKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(NONCE),
        // The text is Chinese whatever language the page speaks.
        EditorView.contentAttributes.of({ id: 'text', lang: 'zh-CN', tabindex: '0', spellcheck: 'false', autocorrect: 'off' }),
        this.#words.of(inWords(words)),
        startAtTop,
        markField,
        theme,
        EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions }) => {
          if (docChanged) listener.edited(state.doc);
          if (docChanged || selectionSet) listener.marked(state.selection.main.empty ? null : state.selection.main);
          if (transactions.some((transaction) => transaction.isUserEvent('select')) && state.selection.main.empty) {
            listener.pointed(metricAt(state.field(markField).all, state.selection.main.head));
          }
        }),
      ],
    });
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

  /** Marks a figure as the selected one; `reveal` brings it into view and the caret to it. */
  select(metric: string | null, reveal: boolean): void {
    this.#view.dispatch({ effects: setCurrent.of(metric) });
    const place = metric === null ? null : placeOf(this.#view.state.field(markField).all, metric);
    if (!place || !reveal) return;
    this.#view.dispatch({
      selection: EditorSelection.cursor(place.from),
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
