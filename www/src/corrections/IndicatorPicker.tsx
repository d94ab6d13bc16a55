/** Chooses an indicator by its words: a combobox whose list says which area each belongs to. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { catalog } from '../app/session';
import { t } from '../i18n/locale';
import { namesIn } from '../i18n/names';
import { suggest } from './picker';

interface Props {
  value: string | null;
  /** The core's runners-up. */
  near: readonly string[];
  area: string | null;
  onChoose: (indicator: string | null) => void;
}

export function IndicatorPicker({ value, near, area, onChoose }: Props) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const names = namesIn(catalog.value);
  /** What is being typed; null while the field shows the choice. */
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = catalog.value ? suggest(catalog.value, query ?? '', [value, ...near].filter((one) => one !== null), area) : [];
  // The way to say that a figure reports none of them stands at the end, whatever was typed.
  const options: (string | null)[] = [...found.map((one) => one.id), null];
  useEffect(() => {
    list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }, [active, open]);

  const close = (): void => {
    setOpen(false);
    setQuery(null);
  };
  const take = (index: number): void => {
    onChoose(options[index] ?? null);
    close();
  };
  const move = (step: number): void => {
    setActive(open ? (active + step + options.length) % options.length : 0);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && open) take(active);
    // Only the list closes, not the window around it.
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
  };

  return (
    <div class="field">
      <label for={id}>{t('figures.indicator')}</label>
      <div class="picker">
        <input
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={open ? `${id}-${active}` : undefined}
          placeholder={t('figures.unlisted')}
          value={query ?? (value === null ? '' : names.indicator(value))}
          onInput={(event) => { setQuery(event.currentTarget.value); setActive(0); setOpen(true); }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => { setActive(0); setOpen(true); }}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <ul id={`${id}-list`} role="listbox" aria-label={t('figures.indicator')} hidden={!open} ref={list}>
          {open && options.map((option, index) => (
            <li
              key={option}
              id={`${id}-${index}`}
              role="option"
              class={index === active ? 'active' : undefined}
              aria-selected={option === value}
              // Before the field loses the focus.
              onMouseDown={(event) => { event.preventDefault(); take(index); }}
            >
              {option === null ? t('figures.unlisted') : names.indicator(option)}
              {option !== null && <small>{[near.includes(option) && t('corrections.near'), names.area(found[index]!.area)].filter(Boolean).join(' · ')}</small>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
