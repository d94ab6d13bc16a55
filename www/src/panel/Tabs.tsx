/** The tabs of the views: one stop for the Tab key, arrows and ends within; the tab with the focus is the one that is open. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { narrow } from '../app/narrow';
import { open, pane, report, view } from '../app/session';
import { number, t } from '../i18n/locale';
import { views } from './views';

const TEXT = 'text-pane';

const choose = (id: string): void => {
  if (id === TEXT) pane.value = 'text';
  else open(id);
};

/** The tab that a key leads to. */
function tabForKey(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 };
  const target = steps[key];
  return target === undefined ? null : (target + count) % count;
}

export function Tabs() {
  const list = useRef<HTMLDivElement>(null);
  const read = report.value;
  const tabs = views.map(({ id, title, count }) => ({ id, title: t(title), count: (read && count?.(read)) ?? null, controls: 'view' }));
  if (narrow.value) tabs.unshift({ id: TEXT, title: t('panel.text'), count: null, controls: TEXT });
  const chosen = narrow.value && pane.value === 'text' ? TEXT : view.value;

  // Opened from elsewhere or by key, it may lie beyond the edge of a narrow page.
  useLayoutEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (tab) list.current!.scrollLeft = tab.offsetLeft - (list.current!.clientWidth - tab.offsetWidth) / 2;
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = tabForKey(event.key, tabs.findIndex(({ id }) => id === chosen), tabs.length);
    if (next === null) return;
    event.preventDefault();
    choose(tabs[next]!.id);
    list.current!.querySelectorAll<HTMLElement>('[role=tab]')[next]!.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t('panel.name')} ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ id, title, count, controls }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === chosen}
          aria-controls={controls}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {title}{count !== null && <b>{number(count)}</b>}
        </button>
      ))}
    </div>
  );
}
