/** The page: a bar, and the text with what was read beside it. */
import { useEffect, useRef } from 'preact/hooks';
import { Dialogs } from '../corrections/Dialogs';
import { ExportMenu } from '../export/ExportMenu';
import { DropZone } from '../files/DropZone';
import { OpenButton } from '../files/OpenButton';
import { open } from '../files/open';
import { LanguageSwitch } from '../i18n/LanguageSwitch';
import { t } from '../i18n/locale';
import { Restored } from '../keep/Restored';
import { full, kept } from '../keep/keep';
import { Outline } from '../outline/Outline';
import { Panel } from '../panel/Panel';
import { Privacy } from '../privacy/Privacy';
import type { Editor } from '../text-pane/editor';
import { TextPane } from '../text-pane/TextPane';
import { NoticeBar } from './NoticeBar';
import { part } from './lazy';
import { narrow } from './narrow';
import { fail, notice } from './notice';
import { empty, forget, pane } from './session';
import './app.css';

const sample = part(() => import('../sample/sample.txt?raw'));

export function App() {
  const editor = useRef<Editor | null>(null);

  /** Another text in the place of this one; what was there comes back by undo. */
  const put = (text: string): void => {
    const before = editor.current!.length;
    forget();
    editor.current!.replace(text);
    editor.current!.focus();
    notice.value = before > 0 ? { kind: 'replaced' } : null;
  };
  const openFile = async (file: File): Promise<void> => {
    const opened = await open(file);
    if (!opened) return;
    if ('text' in opened) put(opened.text);
    else fail(opened.code);
  };
  const showSample = async (): Promise<void> => {
    const words = await sample.want();
    // Who was quicker than this has begun something else.
    if (words && empty.peek()) put(words.default);
  };
  // Unless it was asked to keep it, the text lives in this page only: leaving it asks first.
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      if (empty.peek() || (kept.peek() && !full.peek())) return;
      event.preventDefault();
      // All that Chromium before 119 heeds.
      event.returnValue = true;
    };
    addEventListener('beforeunload', leave);
    return () => removeEventListener('beforeunload', leave);
  }, []);
  return (
    <div class={`page ${empty.value ? 'is-empty' : ''}`}>
      <a class="skip" href="#text">{t('app.skip')}</a>
      <header>
        <h1>{t('app.name')}</h1>
        {!empty.value && <OpenButton onFile={openFile} />}
        {!empty.value && <ExportMenu />}
        <LanguageSwitch />
      </header>
      <NoticeBar onUndo={() => editor.current!.undo()} />
      <Restored put={put} />
      <main>
        <div class={`panes ${pane.value}-in-front`}>
          <div class="sheet" id="text-pane" {...(narrow.value && !empty.value && { role: 'tabpanel', 'aria-labelledby': 'tab-text-pane' })}>
            {!empty.value && <Outline />}
            <div class="text-area"><TextPane onReady={(ready) => { editor.current = ready; }} /></div>
            {empty.value && (
              <div class="empty">
                <p>{t('empty.then')}</p>
                <p>{t('empty.what')}</p>
                <p class="choices">
                  <OpenButton onFile={openFile} />
                  <button type="button" class="button" onClick={showSample}>{t('app.sample')}</button>
                </p>
                <Privacy />
              </div>
            )}
          </div>
          {!empty.value && <Panel />}
        </div>
      </main>
      <DropZone onFile={openFile} />
      <Dialogs />
    </div>
  );
}
