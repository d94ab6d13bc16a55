/** Copies words, and says whether that worked. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/locale';
import { copy } from './copy';

export function CopyButton({ words }: { words: string }) {
  const [done, setDone] = useState<boolean | null>(null);
  return (
    <>
      <button type="button" class="button" onClick={async () => setDone(await copy(words))}>{t('panel.copy')}</button>
      <span class="copied" role="status">{done !== null && t(done ? 'panel.copied' : 'panel.uncopied')}</span>
    </>
  );
}
