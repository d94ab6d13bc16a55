/** What a reader wants to know first: whose report it is, its main figures, what it lacks, what doesn't add up. */
import { report } from '../app/session';
import { number, t } from '../i18n/locale';
import { Identity } from '../identity/Identity';
import './overview.css';

export function Overview() {
  if (!report.value) return null;
  const { text } = report.value;
  return (
    <div class="overview scroll">
      <Identity />
      <p class="length">{t('text.count', { count: number(text.characters) })}</p>
    </div>
  );
}
