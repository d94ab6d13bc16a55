/** The text, with every figure and title marked; the session's selection shows in it, and a caret on a figure selects it. */
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { areaClasses } from '../area/area';
import { catalog, edited, passage, report, select, selection } from '../app/session';
import { t } from '../i18n/locale';
import { Editor, type Words } from './editor';
import { type Place, currentMark, decorate } from './marks';
import './text-pane.css';

const words = (): Words => ({ name: t('text.name'), placeholder: t('text.placeholder') });

const marked = (place: Place | null): void => {
  passage.value = place && { start: place.from, end: place.to };
};

/** Ties the editor to the session for as long as the pane stands. */
function tie(editor: Editor): () => void {
  const ends = [
    effect(() => editor.speak(words())),
    effect(() => {
      const read = report.value;
      editor.mark(read ? decorate(read, areaClasses(catalog.peek()), editor.length) : currentMark(null));
    }),
    effect(() => {
      const chosen = selection.value;
      editor.select(chosen?.metric ?? null, chosen?.from === 'views');
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

export function TextPane({ onReady }: { onReady: (editor: Editor) => void }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const editor = new Editor(host.current!, words(), { edited, pointed: (metric) => select(metric, 'text'), marked });
    const untie = tie(editor);
    onReady(editor);
    // Ready for a paste at once; on a touch screen that would bring up the keyboard.
    if (matchMedia('(pointer: fine)').matches) editor.focus();
    return () => {
      untie();
      editor.close();
    };
  }, []);
  return <div class="text-pane" ref={host} />;
}
