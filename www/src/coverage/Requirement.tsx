/** One of the contents asked for: whether the report has it, where, and which rule asks. */
import type { RequirementStatus } from 'fachi';
import { catalog } from '../app/session';
import { named, t } from '../i18n/locale';
import { Jump } from '../panel/Jump';
import './coverage.css';

/** Told apart without colour. */
const signs: Record<string, string> = { met: '✓', missing: '✗', unknown: '?', not_applicable: '–' };

export function Requirement({ status: { id, status, evidence }, basis = false }: { status: RequirementStatus; basis?: boolean }) {
  const known = catalog.value?.requirements.find((requirement) => requirement.id === id);
  return (
    <li class={`requirement ${status}`}>
      <span class="sign" aria-hidden="true">{signs[status] ?? '·'}</span>
      <span>
        {known?.name ?? id} <span class={status === 'met' ? 'unseen' : 'status'}>{named('status', status)}</span>
        {basis && known && <small lang="zh-CN">{known.basis}</small>}
      </span>
      {evidence && <Jump to={evidence}>{t('coverage.evidence')}<span class="unseen"> {known?.name ?? id}</span></Jump>}
    </li>
  );
}
