/** A menu button: arrow keys walk the items, a letter leads to the next item that begins with it, Escape goes back to the button. */
import { useEffect, useRef } from 'preact/hooks';
import './menu.css';

export interface Item {
  id: string;
  name: string;
  disabled: boolean;
  run: () => void;
}

interface Props {
  title: string;
  /** The key that opens it, as aria-keyshortcuts wants it. */
  keys: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  items: readonly Item[];
}

export function Menu({ title, keys, open, onOpen, items }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const all = (): HTMLElement[] => [...list.current!.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const close = (): void => {
    onOpen(false);
    button.current!.focus();
  };
  useEffect(() => {
    if (!open) return;
    all()[0]?.focus();
    const outside = (event: Event): void => {
      if (!list.current!.parentElement!.contains(event.target as Node)) onOpen(false);
    };
    addEventListener('pointerdown', outside, true);
    addEventListener('focusin', outside);
    return () => {
      removeEventListener('pointerdown', outside, true);
      removeEventListener('focusin', outside);
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const places = all();
    const at = places.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    const letter = event.key.length === 1 ? event.key.toLowerCase() : null;
    if (step !== undefined) places.at(step % places.length)!.focus();
    else if (event.key === 'Escape') close();
    else if (letter && letter !== ' ') [...places.slice(at + 1), ...places].find(({ textContent }) => textContent!.toLowerCase().startsWith(letter))?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <div class="menu">
      <button ref={button} type="button" class="button" aria-haspopup="menu" aria-expanded={open} aria-keyshortcuts={keys} onClick={() => onOpen(!open)}>{title}</button>
      <ul ref={list} role="menu" aria-label={title} hidden={!open} onKeyDown={onKeyDown}>
        {items.map(({ id, name, disabled, run }) => (
          <li key={id} role="none">
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={disabled}
              onClick={() => {
                if (disabled) return;
                close();
                run();
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
