/** Asks whether to keep the work on this device, and wipes what was kept. */
import { t } from '../i18n/locale';
import { full, keep, kept, wipe } from './keep';

export function Keeping() {
  return (
    <section>
      <label class="keeping">
        <input
          type="checkbox"
          checked={kept.value}
          onChange={(event) => (event.currentTarget.checked ? void keep() : wipe())}
        />
        <span>{t('keep.title')}</span>
      </label>
      <p class="note">{t('keep.what')}</p>
      {full.value && <p class="wrong" role="alert">{t('keep.full')}</p>}
      {kept.value && <button type="button" class="button" onClick={wipe}>{t('keep.wipe')}</button>}
    </section>
  );
}
