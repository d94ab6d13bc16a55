/** A finding: how grave, of which rule, what doesn't fit and the figures of it, ways to mend it, and how to see it no more. */
import type { Finding, Fix, Metric } from 'fachi';
import { mend, show } from '../app/desk';
import { catalog, report, source } from '../app/session';
import { ignore } from '../corrections/store';
import { named, number, t } from '../i18n/locale';
import './findings.css';

/** What a mend does, in words: takes out, puts in, or changes. */
export function mendWords({ span, text }: Fix, whole: string): string {
  const before = whole.slice(span.start, span.end);
  if (text === '') return t('findings.takeOut', { before });
  return before === '' ? t('findings.putIn', { text }) : t('findings.change', { before, text });
}

function Figures({ metrics }: { metrics: Metric[] }) {
  return (
    <ul class="figures-of">
      {metrics.map(({ id, span, text, label, subject, action }) => (
        <li key={id}>
          <button type="button" class="link" onClick={() => show(span)}>
            <b lang="zh-CN">{text}</b> <span lang="zh-CN">{[subject, action, label].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  finding: Finding;
  /** The place in the text is in sight already. */
  here?: boolean;
  /** It was dealt with, and will be gone. */
  onDone: () => void;
}

export function FindingBody({ finding, here = false, onDone }: Props) {
  const { rule, severity, message, stated, expected, fixes, key, span, related } = finding;
  const name = catalog.value?.rules.find(({ id }) => id === rule)?.name ?? rule;
  const metrics = report.value?.metrics.filter(({ id }) => finding.metrics.includes(id)) ?? [];
  // Its figures lead to their places already.
  const elsewhere = related.filter(({ start }) => !metrics.some((metric) => metric.span.start === start));
  return (
    <div class={`finding ${severity}`}>
      <p class="kind"><span class={`flag ${severity}`} aria-hidden="true" /><b>{named('severity', severity)}</b> {name}</p>
      <p class="message">{message}</p>
      {stated !== null && expected !== null && (
        <p class="sum">
          <span>{t('findings.stated')} <b>{number(stated)}</b></span> <span>{t('findings.expected')} <b>{number(expected)}</b></span>
        </p>
      )}
      {metrics.length > 0 && <Figures metrics={metrics} />}
      {fixes.length > 0 && (
        <p class="deeds">
          <span class="muted">{t('findings.mends')}</span>
          {fixes.map((fix) => (
            <button type="button" class="button mend" onClick={() => { mend(fix); onDone(); }}>{mendWords(fix, source.value)}</button>
          ))}
        </p>
      )}
      <p class="deeds">
        {!here && <button type="button" class="button" onClick={() => show(span)}>{t('findings.show')}</button>}
        {elsewhere.map((place, index) => (
          <button type="button" class="button" onClick={() => show(place)}>
            {elsewhere.length > 1 ? t('findings.otherPlace', { index: index + 1 }) : t('findings.other')}
          </button>
        ))}
        <button type="button" class="button" onClick={() => { ignore(key); onDone(); }}>{t('findings.ignore')}</button>
      </p>
    </div>
  );
}
