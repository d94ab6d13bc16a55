/** A window over the page: the browser's own, which holds the focus inside and gives it back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/locale';
import './dialog.css';

interface Props {
  title: string;
  /** What the focus goes to, where it is not the first that can have it. */
  first?: string;
  /** Closed, by whatever: its button, a key, or `close`. */
  onClose: () => void;
  children: (close: () => void) => ComponentChildren;
}

export function Dialog({ title, first, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current!.showModal();
    if (first) dialog.current!.querySelector<HTMLElement>(first)!.focus();
  }, []);
  // Closed before it is taken away: only so the focus goes back to where it was.
  const close = (): void => dialog.current!.close();
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="dialog-title" onClose={onClose}>
      <div class="head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="button" onClick={close}>{t('notice.close')}</button>
      </div>
      {children(close)}
    </dialog>
  );
}
