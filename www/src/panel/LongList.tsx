/** The beginning of a list that may be very long, and a button for more of it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { number, t } from '../i18n/locale';

const PAGE = 200;

interface Props<Item> {
  items: readonly Item[];
  children: (item: Item) => ComponentChildren;
  class?: string;
  label?: string;
}

export function LongList<Item>({ items, children, class: name, label }: Props<Item>) {
  const [shown, setShown] = useState(PAGE);
  const rest = items.length - shown;
  return (
    <>
      <ul class={`list ${name ?? ''}`} {...(label && { 'aria-label': label })}>{items.slice(0, shown).map(children)}</ul>
      {rest > 0 && (
        <button type="button" class="button more" onClick={() => setShown(shown + PAGE)}>{t('panel.more', { count: number(rest) })}</button>
      )}
    </>
  );
}
