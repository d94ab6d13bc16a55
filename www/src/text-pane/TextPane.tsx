/** The text, with figures, titles and slips marked; the session's selection shows in it, and a caret on a figure selects it. */
import { effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { areaClasses } from '../area/area';
import { seat } from '../app/desk';
import { part } from '../app/lazy';
import { catalog, edited, passage, report, seen, select, selection } from '../app/session';
import { standing } from '../corrections/standing';
import { ignored } from '../corrections/said';
import { spoken } from '../findings/spoken';
import { t } from '../i18n/locale';
import { Editor, type Listener, type Words } from './editor';
import { currentMark, decorate } from './marks';
import './text-pane.css';

const words = (): Words => ({ name: t('text.name'), placeholder: t('text.placeholder') });

/** What a screen reader says when the caret comes into a finding. */
const said = signal('');

const card = part(() => import('./Card'));

const listener: Listener = {
  edited,
  artist: async () => (await card.want())?.draw ?? null,
  pointed: (metric) => select(metric, 'text'),
  marked: (place) => { passage.value = place && { start: place.from, end: place.to }; },
  entered: (ids) => {
    const entered = report.peek()?.findings.filter(({ id }) => ids.includes(id)) ?? [];
    said.value = entered.length > 0 ? `${entered.map(spoken).join('\n')} ${t('text.card')}` : '';
  },
  scrolled: (position) => { seen.value = position; },
};

/** Ties the editor to the session for as long as the pane stands. */
function tie(editor: Editor): () => void {
  const ends = [
    effect(() => editor.speak(words())),
    effect(() => {
      const read = report.value;
      editor.mark(read ? decorate({ ...read, metrics: standing.value }, areaClasses(catalog.peek()), editor.length) : currentMark(null));
    }),
    effect(() => {
      const findings = report.value?.findings.filter(({ key }) => !ignored.value.has(key)) ?? [];
      editor.flag(findings.map((finding) => ({ ...finding, label: spoken(finding) })));
    }),
    effect(() => {
      const chosen = selection.value;
      editor.select(chosen?.metric ?? null, chosen?.from === 'views');
    }),
  ];
  seat(editor);
  return () => {
    seat(null);
    for (const end of ends) end();
  };
}

export function TextPane({ onReady }: { onReady: (editor: Editor) => void }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const editor = new Editor(host.current!, words(), listener);
    const untie = tie(editor);
    onReady(editor);
    // Ready for a paste at once; on a touch screen that would bring up the keyboard.
    if (matchMedia('(pointer: fine)').matches) editor.focus();
    return () => {
      untie();
      editor.close();
    };
  }, []);
  return (
    <>
      <div class="text-pane" ref={host} />
      <p class="unseen" role="status">{said.value}</p>
    </>
  );
}
