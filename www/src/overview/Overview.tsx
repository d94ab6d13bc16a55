/** What a reader wants to know first: whose report it is, its main figures, what it lacks, what doesn't add up, and all in short. */
import type { Report } from 'fachi';
import { catalog, open, report } from '../app/session';
import { standing } from '../corrections/standing';
import { ignored } from '../corrections/said';
import { Requirement } from '../coverage/Requirement';
import { exact } from '../figures/value';
import type { Key } from '../i18n/messages';
import { locale, named, number, t } from '../i18n/locale';
import { Identity } from '../identity/Identity';
import { Bar } from '../panel/Bar';
import { CopyButton } from '../panel/CopyButton';
import { Jump } from '../panel/Jump';
import { Privacy } from '../privacy/Privacy';
import { areaBars } from './areas';
import './overview.css';

function Headline({ read }: { read: Report }) {
  const figures = read.summary.headline.flatMap((id) => standing.value.find((metric) => metric.id === id) ?? []);
  if (figures.length === 0) return null;
  return (
    <ul class="headline" aria-label={t('overview.headline')}>
      {figures.map((metric) => (
        <li key={metric.id}>
          <Jump to={metric.span}>
            <b lang="zh-CN" title={exact(locale.value, metric) ?? undefined}>{metric.text}</b>
            <span lang="zh-CN">{[metric.subject, metric.action, metric.label].filter(Boolean).join(' · ')}</span>
          </Jump>
        </li>
      ))}
    </ul>
  );
}

function Slips({ read }: { read: Report }) {
  const slips = read.findings.filter(({ key }) => !ignored.value.has(key));
  const severities = [...new Set(['error', 'warning', 'note', ...slips.map(({ severity }) => severity)])];
  return (
    <section>
      <h3>{t('findings.title')}</h3>
      {slips.length === 0 && <p class="muted">{t('findings.none')}</p>}
      <p class="tally">
        {severities.map((severity) => {
          const count = slips.filter((finding) => finding.severity === severity).length;
          return count > 0 && <span class={severity} key={severity}><span class={`flag ${severity}`} aria-hidden="true" /> {named('severity', severity)} <b>{number(count)}</b></span>;
        })}
        {read.confirmed.length > 0 && <span><span class="tick" aria-hidden="true">✓</span> {t('findings.confirmed')} <b>{number(read.confirmed.length)}</b></span>}
        {slips.length + read.confirmed.length > 0 && (
          <button type="button" class="button" onClick={() => open('findings')}>{t('overview.toFindings')}</button>
        )}
      </p>
    </section>
  );
}

function Areas() {
  return (
    <table class="areas">
      <caption><h3>{t('overview.areas')}</h3></caption>
      <tbody>
        {areaBars(standing.value, catalog.value).map(({ id, name, look, count, share }) => (
          <tr key={id} class={count === 0 ? 'gap' : ''}>
            <th scope="row"><span class={`figure ${look}`}>{name}</span></th>
            <td><Bar share={share} look={look} /></td>
            <td>{number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const percent = (share: number): string => `${number(Math.round(share * 1000) / 10)}%`;

const substanceOf = ({ characters, substance }: Report['text']): [Key, string][] => [
  ['overview.characters', number(characters)],
  ['overview.density', number(substance.figuresPerThousand)],
  ['overview.shortcomings', percent(substance.shortcomingsShare)],
  ['overview.boilerplate', percent(substance.boilerplateShare)],
  ['overview.emptySentences', number(substance.emptySentences)],
];

export function Overview() {
  const read = report.value;
  if (!read) return null;
  const { text, summary, coverage } = read;
  const mandated = coverage.requirements.filter(({ level }) => level === 'mandated');
  return (
    <div class="overview scroll">
      <Identity />
      <Headline read={read} />
      {summary.brief && (
        <section>
          <h3>{t('overview.brief')}</h3>
          <p class="brief">{summary.brief}</p>
          <p><CopyButton words={summary.brief} /></p>
        </section>
      )}
      <Slips read={read} />
      {mandated.length > 0 && (
        <section>
          <h3>{t('overview.mandated')}</h3>
          <ul class="list requirements">{mandated.map((one) => <Requirement key={one.id} status={one} />)}</ul>
        </section>
      )}
      {standing.value.length > 0 && <Areas />}
      <section>
        <h3>{t('overview.substance')}</h3>
        <dl class="substance">{substanceOf(text).map(([name, value]) => <div key={name}><dt>{t(name)}</dt><dd>{value}</dd></div>)}</dl>
      </section>
      <footer>
        <Privacy />
      </footer>
    </div>
  );
}
