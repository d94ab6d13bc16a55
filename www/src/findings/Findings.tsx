/** What doesn't add up or fit, each with its sum, ways to mend it and to ignore it; what was ignored; and what does add up. */
import type { Report } from 'fachi';
import { useRef } from 'preact/hooks';
import { report } from '../app/session';
import { ignored } from '../corrections/said';
import { unignore } from '../corrections/store';
import { number, t } from '../i18n/locale';
import { Jump } from '../panel/Jump';
import { LongList } from '../panel/LongList';
import { FindingBody } from './FindingBody';

function Ignored({ findings }: { findings: Report['findings'] }) {
  if (findings.length === 0) return null;
  return (
    <details>
      <summary>{t('findings.ignored', { count: number(findings.length) })}</summary>
      <LongList items={findings}>
        {({ key, message }) => (
          <li key={key}>
            {message} <button type="button" class="button" onClick={() => unignore(key)}>{t('findings.unignore')}</button>
          </li>
        )}
      </LongList>
    </details>
  );
}

function Confirmed({ read }: { read: Report }) {
  const places = new Map(read.metrics.map(({ id, span }) => [id, span]));
  if (read.confirmed.length === 0) return null;
  return (
    <section class="confirmed">
      <h3>{t('findings.confirmed')}</h3>
      <LongList items={read.confirmed}>
        {({ expression, metrics }) => {
          const place = places.get(metrics[0] ?? '');
          return (
            <li key={expression}>
              <span class="tick" aria-hidden="true">✓</span>
              {place ? <Jump to={place}>{expression}</Jump> : expression}
            </li>
          );
        }}
      </LongList>
    </section>
  );
}

export function Findings() {
  const list = useRef<HTMLDivElement>(null);
  const read = report.value;
  if (!read) return null;
  const standing = read.findings.filter(({ key }) => !ignored.value.has(key));
  // The one that was dealt with goes, and the focus with it: it stays in the list.
  const onDone = (): void => list.current?.focus();
  return (
    <div class="findings scroll" ref={list} tabIndex={-1} aria-label={t('findings.title')} role="group">
      {standing.length === 0 && <p class="muted">{t('findings.none')}</p>}
      <LongList items={standing} label={t('findings.title')}>
        {(finding) => <li key={finding.key}><FindingBody finding={finding} onDone={onDone} /></li>}
      </LongList>
      <Ignored findings={read.findings.filter(({ key }) => ignored.value.has(key))} />
      <Confirmed read={read} />
    </div>
  );
}
