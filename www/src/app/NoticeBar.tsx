/** One sentence about what went wrong or was replaced; what the reader had is still there. */
import { nameOf } from '../i18n/messages';
import { locale, t } from '../i18n/locale';
import { notice } from './notice';

/** A code that a later core adds has no sentence here yet. */
function sentence(code: string): string {
  const words = nameOf(locale.value, 'error', code);
  return words === code ? t('error.unknown') : words;
}

export function NoticeBar({ onUndo }: { onUndo: () => void }) {
  const said = notice.value;
  const close = (): void => { notice.value = null; };
  return (
    <div class="notice-place" role="alert">
      {said && (
        <p class={`notice ${said.kind}`}>
          <span>{said.kind === 'error' ? sentence(said.code) : t(`notice.${said.kind}`)}</span>
          {said.kind !== 'error' && (
            <button type="button" class="button" onClick={() => { close(); onUndo(); }}>{t('notice.undo')}</button>
          )}
          <button type="button" class="button" onClick={close}>{t('notice.close')}</button>
        </p>
      )}
    </div>
  );
}
