/** The headings at the side of the text, as a tree; a click or Enter leads to the section. On a narrow page they lie over the text. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { show } from '../app/desk';
import { report, seen } from '../app/session';
import { t } from '../i18n/locale';
import { type Node, rowAt, rowsOf, stepFor } from './tree';
import './outline.css';

/** As many rows as are drawn: a text with more headings than this is no report. */
const MOST = 1000;

/** Wide enough for the headings beside the text; the same width as in outline.css. */
const roomy = matchMedia('(min-width: 80rem)');

export function Outline() {
  const list = useRef<HTMLUListElement>(null);
  const unfolded = useSignal(roomy.matches);
  const turned = useSignal<ReadonlySet<string>>(new Set());
  const focused = useSignal(-1);
  const rows = useComputed(() => rowsOf(report.value?.sections ?? [], turned.value).slice(0, MOST)).value;
  const current = useComputed(() => rowAt(rowsOf(report.value?.sections ?? [], turned.value), seen.value)).value;
  const tabbable = focused.value >= 0 && focused.value < rows.length ? focused.value : Math.max(0, current);

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, unfolded.value]);
  useEffect(() => {
    const follow = (): void => { unfolded.value = roomy.matches; };
    roomy.addEventListener('change', follow);
    return () => roomy.removeEventListener('change', follow);
  }, []);
  if (rows.length === 0) return null;

  const turn = ({ section }: Node): void => {
    const next = new Set(turned.value);
    if (!next.delete(section.heading)) next.add(section.heading);
    turned.value = next;
  };
  const go = ({ section }: Node): void => {
    if (!roomy.matches) unfolded.value = false;
    show(section.span);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return go(rows[tabbable]!);
    }
    const step = stepFor(event.key, rows, tabbable);
    if (!step) return;
    event.preventDefault();
    if (step === 'turn') return turn(rows[tabbable]!);
    focused.value = step.to;
    (list.current!.children[step.to] as HTMLElement).focus();
  };
  return (
    <nav class={`outline ${unfolded.value ? 'is-unfolded' : ''}`} aria-label={t('outline.title')}>
      <button type="button" class="button" aria-expanded={unfolded.value} onClick={() => { unfolded.value = !unfolded.value; }}>
        {t('outline.title')}
      </button>
      {unfolded.value && (
        <ul role="tree" aria-label={t('outline.title')} lang="zh-CN" ref={list} onKeyDown={onKeyDown} onFocusOut={() => { focused.value = -1; }}>
          {rows.map((row, index) => (
            <li
              key={index}
              role="treeitem"
              class={`level-${Math.min(row.section.level, 4)}`}
              aria-level={row.section.level}
              aria-posinset={row.place}
              aria-setsize={row.siblings}
              {...(row.branch && { 'aria-expanded': row.open })}
              {...(index === current && { 'aria-current': 'location' as const })}
              tabIndex={index === tabbable ? 0 : -1}
              title={row.section.heading}
              onFocus={() => { focused.value = index; }}
              onClick={() => go(row)}
            >
              {row.branch && (
                <span class="turn" aria-hidden="true" onClick={(event) => { event.stopPropagation(); turn(row); }}>{row.open ? '▾' : '▸'}</span>
              )}
              {row.section.heading}
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
