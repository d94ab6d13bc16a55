/** Opens the list of what a person has said, and says how much that is. */
import { number, t } from '../i18n/locale';
import { listing } from './editing';
import { corrections, ignored } from './said';

export function CorrectionsButton() {
  const count = corrections.value.length + ignored.value.size;
  return (
    <button type="button" class="button" aria-haspopup="dialog" onClick={() => { listing.value = true; }}>
      {count > 0 ? t('corrections.titled', { count: number(count) }) : t('corrections.title')}
    </button>
  );
}
