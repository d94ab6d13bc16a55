/** All that a person has said of this and other texts: each taken back on its own; saved as a file, and loaded. */
import { useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { catalog, report } from '../app/session';
import { save, fileName } from '../export/save';
import '../i18n/later';
import { nameOf } from '../i18n/messages';
import { locale, number, t } from '../i18n/locale';
import { namesIn } from '../i18n/names';
import { Keeping } from '../keep/Keeping';
import { Dialog } from './Dialog';
import { signature, touchedBy } from './describe';
import { closeList } from './editing';
import { fileOf, readFile } from './file';
import type { Correction } from './model';
import { keyOf } from './place';
import { corrected, corrections, everything, ignored } from './said';
import { canUndo, join, remove, undo, unignore } from './store';

function Entry({ title, note, act, onAct }: { title: ComponentChildren; note: string; act: string; onAct: () => void }) {
  return (
    <li>
      <p>
        {title}
        <small>{note}</small>
      </p>
      <button type="button" class="button" onClick={onAct}>{act}</button>
    </li>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul class="entries">{children}</ul>
    </section>
  );
}

/** What was done to a figure of this text, or of another one. */
function note(correction: Correction): string {
  const { metrics = [], touches = new Map() } = corrected.value ?? {};
  const found = metrics.find(({ id }) => touches.get(id)?.correction === correction);
  if (found) return touchedBy(touches.get(found.id)!, found, namesIn(catalog.value), locale.value);
  return [nameOf(locale.value, 'touched', correction.act), signature(correction, locale.value)].filter(Boolean).join(' · ');
}

const entries = (list: readonly Correction[], act: string) => list.map((correction) => (
  <Entry
    key={keyOf(correction.place)}
    title={<><bdi>{correction.label}</bdi> <b>{correction.place.text}</b></>}
    note={note(correction)}
    act={act}
    onAct={() => remove([keyOf(correction.place)])}
  />
));

/** A loaded file says what came of it. */
function Files() {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null);
  const load = async (): Promise<void> => {
    const file = input.current!.files?.[0];
    if (!file) return;
    const read = readFile(await file.text());
    if ('code' in read) setSaid({ text: nameOf(locale.value, 'error', read.code), wrong: true });
    else {
      join(read);
      setSaid({ text: t('corrections.loaded', { count: number(read.corrections.length + read.ignored.length) }), wrong: false });
    }
    input.current!.value = '';
  };
  const write = (): void => {
    const identity = report.peek()?.identity ?? null;
    save(fileName(identity, t('corrections.title'), 'json'), 'application/json', `${JSON.stringify(fileOf(everything(), identity), null, 2)}\n`);
  };
  return (
    <div>
      <div class="ends">
        <button type="button" class="button" disabled={!canUndo.value} onClick={undo}>{t('corrections.undoLast')}</button>
        <button type="button" class="button" onClick={() => input.current!.click()}>{t('corrections.loadFile')}</button>
        <button type="button" class="button" disabled={corrections.value.length + ignored.value.size === 0} onClick={write}>{t('corrections.saveFile')}</button>
        <input ref={input} type="file" accept=".json,application/json" hidden onChange={() => void load()} />
      </div>
      <p role="status" class={said?.wrong ? 'wrong' : 'note'}>{said?.text}</p>
    </div>
  );
}

export function ListDialog() {
  const orphans = corrected.value?.orphans ?? corrections.value;
  const here = corrections.value.filter((correction) => !orphans.includes(correction));
  const messages = new Map(report.value?.findings.map(({ key, message }) => [key, message]));
  return (
    <Dialog title={t('corrections.title')} onClose={closeList}>
      {() => (
        <div class="list">
          <p class="note">{t(corrections.value.length + ignored.value.size > 0 ? 'corrections.what' : 'corrections.none')}</p>
          <Files />
          {here.length > 0 && <Section title={t('corrections.here', { count: number(here.length) })}>{entries(here, t('corrections.undo'))}</Section>}
          {orphans.length > 0 && <Section title={t('corrections.orphans', { count: number(orphans.length) })}>{entries(orphans, t('corrections.forget'))}</Section>}
          {ignored.value.size > 0 && (
            <Section title={t('corrections.ignored', { count: number(ignored.value.size) })}>
              {[...ignored.value].map((key) => <Entry key={key} title={messages.get(key) ?? key} note="" act={t('corrections.heed')} onAct={() => unignore(key)} />)}
            </Section>
          )}
          <Keeping />
        </div>
      )}
    </Dialog>
  );
}
