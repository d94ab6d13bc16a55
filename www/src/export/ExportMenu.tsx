/** The menu of what can be taken out of the page: a button in the bar, and Ctrl+S from anywhere; Ctrl+P prints the page to hand in. */
import { useEffect, useState } from 'preact/hooks';
import { report } from '../app/session';
import { listing } from '../corrections/editing';
import { t } from '../i18n/locale';
import { Menu } from './Menu';
import { exporting } from './exporting';
import type { Export } from './run';

const kinds: readonly Export[] = ['csv', 'json', 'markdown', 'print', 'table'];

export function ExportMenu() {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const take = async (which: Export): Promise<void> => {
    setSaid('');
    if (await (await exporting.want())?.run(which)) setSaid(t('export.copied'));
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const chord = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!chord || !report.peek() || document.querySelector('dialog[open]')) return;
      if (event.key === 's') setOpen(true);
      else if (event.key === 'p') void take('print');
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <Menu
        title={t('export.title')}
        keys="Control+S"
        open={open}
        onOpen={setOpen}
        items={[
          ...kinds.map((which) => ({ id: which, name: t(`export.${which}`), run: () => void take(which), disabled: !report.value })),
          { id: 'corrections', name: t('export.corrections'), run: () => { listing.value = true; }, disabled: false },
        ]}
      />
      <span class="unseen" role="status">{said}</span>
    </>
  );
}
