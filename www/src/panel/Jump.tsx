/** Words that lead to a place of the text. */
import type { Span } from 'fachi';
import type { ComponentChildren } from 'preact';
import { show } from '../app/desk';

interface Props {
  to: Span;
  children: ComponentChildren;
  /** The words are of the text. */
  quoted?: boolean;
  label?: string;
}

export function Jump({ to, children, quoted = false, label }: Props) {
  return (
    <button type="button" class="link" onClick={() => show(to)} {...(quoted && { lang: 'zh-CN' })} {...(label && { 'aria-label': label })}>
      {children}
    </button>
  );
}
