/** Whose report it is and of which year, as far as the text tells; what it doesn't tell is left out. */
import type { Identity as Facts } from 'fachi';
import { report } from '../app/session';
import { type Key } from '../i18n/messages';
import { named, t } from '../i18n/locale';
import './identity.css';

type Fact = [Key, string | number | null | undefined];

const factsOf = ({ region, kind, year, issuer, publishedOn }: Facts): Fact[] => [
  ['identity.year', year],
  ['identity.region', region && `${region.name}（${named('level', region.level)}）`],
  ['identity.kind', kind && named('kind', kind)],
  ['identity.issuer', issuer?.text],
  ['identity.publishedOn', publishedOn?.date],
];

export function Identity() {
  if (!report.value) return null;
  const { identity } = report.value;
  const facts = factsOf(identity).filter(([, value]) => value != null);
  if (!identity.title && facts.length === 0) return <section class="identity"><p>{t('identity.none')}</p></section>;
  return (
    <section class="identity" aria-label={t('identity.name')}>
      {identity.title ? <h2 lang="zh-CN">{identity.title.text}</h2> : <h2 class="untitled">{t('identity.untitled')}</h2>}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
