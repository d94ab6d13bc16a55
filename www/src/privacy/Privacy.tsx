/** That the text stays on this machine, in a sentence, and how anybody can check it. */
import { useState } from 'preact/hooks';
import { part, usePart } from '../app/lazy';
import { t } from '../i18n/locale';
import './privacy.css';

const proof = part(() => import('./Proof'));

export function Privacy() {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const here = usePart(proof, open, close);
  return (
    <>
      <p class="local">
        {t('app.local')} <button type="button" class="link" onClick={() => setOpen(true)}>{t('privacy.how')}</button>
      </p>
      {here && <here.Proof onClose={close} />}
    </>
  );
}
