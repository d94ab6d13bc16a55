/** How anybody can check that the text stays on this machine; loaded when somebody asks. */
import { useEffect, useRef } from 'preact/hooks';
import { whole } from '../app/lazy';
import { ready } from '../app/session';
import '../i18n/later';
import { t } from '../i18n/locale';
import type { Key } from '../i18n/messages';
import './proof.css';

const checks: Key[] = ['privacy.offline', 'privacy.network', 'privacy.policy'];

/** What the page may connect to, as the browser was told. */
function policy(): string {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return meta?.getAttribute('content')?.split('; ').find((rule) => rule.startsWith('connect-src')) ?? '';
}

export function Proof({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog class="privacy" aria-labelledby="privacy" ref={dialog} onClose={onClose}>
      <h2 id="privacy">{t('privacy.title')}</h2>
      <p>{t('privacy.what')}</p>
      <h3>{t('privacy.how')}</h3>
      <ol>{checks.map((check) => <li key={check}>{t(check)}</li>)}</ol>
      <p><code>{policy()}</code></p>
      <p role="status">{t(ready.value && whole.value ? 'privacy.whole' : 'privacy.loading')}</p>
      <p class="end"><button type="button" class="button" onClick={() => dialog.current!.close()}>{t('notice.close')}</button></p>
    </dialog>
  );
}
