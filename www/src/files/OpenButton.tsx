/** A button that chooses a file. */
import { useRef } from 'preact/hooks';
import { t } from '../i18n/locale';

export function OpenButton({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const chosen = (): void => {
    const file = input.current?.files?.[0];
    if (file) onFile(file);
    // So that the same file can be chosen again after it was changed.
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>{t('app.open')}</button>
      <input ref={input} type="file" accept=".txt,.md,text/plain,text/markdown" hidden onChange={chosen} />
    </>
  );
}
