/** What was read, beside the text: the tabs, and the view that is open. On a narrow page the text is a tab among them. */
import { busy, pane, report, view } from '../app/session';
import { narrow } from '../app/narrow';
import { number, t } from '../i18n/locale';
import { Tabs } from './Tabs';
import { useContent, views } from './views';
import './panel.css';

export function Panel() {
  const read = report.value;
  const { title } = views.find(({ id }) => id === view.value)!;
  const Content = useContent();
  const waiting = busy.value || !Content;
  const hidden = narrow.value && pane.value === 'text';
  return (
    <section class="panel" aria-label={t('panel.name')} aria-busy={waiting}>
      <div class="top">
        <Tabs />
        <p class="facts" role="status">
          {read && <span class="unseen">{t('figures.count', { count: number(read.metrics.length) })}</span>}
          {waiting && <span class="busy">{t('panel.busy')}</span>}
        </p>
      </div>
      <div class="view" id="view" role="tabpanel" aria-labelledby={`tab-${view.value}`} hidden={hidden}>
        <h2 class="unseen">{t(title)}</h2>
        {Content && <Content />}
      </div>
    </section>
  );
}
