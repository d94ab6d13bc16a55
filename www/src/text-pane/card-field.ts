/**
 * The card over a figure or a finding: the pointer brings it up, and so does a key at the caret, which then goes into it.
 * What stands in it is for others to draw.
 */
import { type EditorState, Prec, StateEffect, StateField } from '@codemirror/state';
import { type Command, EditorView, type Tooltip, type TooltipView, hoverTooltip, keymap, showTooltip } from '@codemirror/view';
import { findingField, findingsAt } from './finding-field';
import { markField } from './mark-field';
import { metricAt, placeOf } from './marks';

/** What a card is about. */
export interface Topic {
  metric: string | null;
  findings: string[];
}

/** Draws a card into an element and gives how to take it away; `close` puts the card away and the caret back. */
export type Draw = (host: HTMLElement, topic: Topic, close: () => void) => () => void;

/** Gives what draws cards, which may have to be loaded first; null where it can't be had. */
export type Artist = () => Promise<Draw | null>;

/** Opens the card at a position, or closes it. */
const setCard = StateEffect.define<{ at: number; draw: Draw } | null>();

function topicAt(state: EditorState, position: number): Topic | null {
  const metric = metricAt(state.field(markField).all, position);
  const findings = findingsAt(state.field(findingField).marks, position);
  return metric === null && findings.length === 0 ? null : { metric, findings };
}

function view(editor: EditorView, topic: Topic, draw: Draw, keyed: boolean): TooltipView {
  const dom = document.createElement('div');
  const close = (): void => {
    editor.dispatch({ effects: setCard.of(null) });
    editor.focus();
  };
  dom.onkeydown = (event) => {
    if (event.key === 'Escape') close();
  };
  dom.addEventListener('focusout', ({ relatedTarget }) => {
    if (keyed && relatedTarget && !dom.contains(relatedTarget as Node)) editor.dispatch({ effects: setCard.of(null) });
  });
  const destroy = draw(dom, topic, close);
  const mount = (): void => {
    if (keyed) dom.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  };
  return { dom, mount, destroy };
}

function cardAt(state: EditorState, position: number, draw: Draw, keyed: boolean): Tooltip | null {
  const topic = topicAt(state, position);
  if (!topic) return null;
  const place = topic.metric === null ? null : placeOf(state.field(markField).all, topic.metric);
  return { pos: place?.from ?? position, end: place?.to ?? position, create: (editor) => view(editor, topic, draw, keyed) };
}

const cardField = StateField.define<Tooltip | null>({
  create: () => null,
  update(card, { effects, docChanged, selection, state }) {
    for (const effect of effects) if (effect.is(setCard)) return effect.value && cardAt(state, effect.value.at, effect.value.draw, true);
    return docChanged || selection ? null : card;
  },
  provide: (field) => showTooltip.from(field),
});

/** Opens the card at a position, and puts the focus into it; false where there is nothing to say. */
export function openCard(editor: EditorView, at: number, artist: Artist): boolean {
  if (!topicAt(editor.state, at)) return false;
  void artist().then((draw) => draw && editor.dispatch({ effects: setCard.of({ at, draw }) }));
  return true;
}

export function cards(artist: Artist) {
  const open: Command = (editor) => openCard(editor, editor.state.selection.main.head, artist);
  const hover = async (editor: EditorView, position: number): Promise<Tooltip | null> => {
    // Asked first, so that nothing is loaded for a pointer over plain words.
    const draw = topicAt(editor.state, position) && await artist();
    return draw && cardAt(editor.state, position, draw, false);
  };
  return [
    cardField,
    hoverTooltip(hover, { hoverTime: 350, hideOnChange: true }),
    Prec.high(keymap.of([{ key: 'Mod-.', run: open }, { key: 'Alt-Enter', run: open }])),
  ];
}
