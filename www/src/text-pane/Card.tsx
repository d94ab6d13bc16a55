/** What is known of the place under the pointer or the caret: the figure with its words and its parts, and what doesn't add up. */
import type { Metric } from 'fachi';
import { render } from 'preact';
import { show } from '../app/desk';
import { catalog, report } from '../app/session';
import { areaClasses } from '../area/area';
import { touchedBy } from '../corrections/describe';
import { edit } from '../corrections/editing';
import { standing } from '../corrections/standing';
import { corrected, ignored } from '../corrections/said';
import { exact } from '../figures/value';
import { FindingBody } from '../findings/FindingBody';
import '../i18n/later';
import type { Key } from '../i18n/messages';
import { namesIn } from '../i18n/names';
import { locale, named, number, t } from '../i18n/locale';
import { Bar } from '../panel/Bar';
import { breakdownOf } from './breakdown';
import type { Draw, Topic } from './card-field';

type Row = [Key, string | null | undefined, inChinese?: boolean];

function rowsOf(metric: Metric): Row[] {
  const nameOf = (id: string) => catalog.value?.indicators.find((indicator) => indicator.id === id)?.name ?? id;
  const doubt = metric.certain ? '' : ` ${t('card.uncertain', { names: metric.alternatives.map(nameOf).join(named('punctuation', 'comma')) })}`;
  return [
    ['figures.label', [metric.subject, metric.action, metric.label].filter(Boolean).join(' · '), true],
    ['card.unit', named('unit', metric.unit)],
    ['figures.indicator', metric.indicator ? nameOf(metric.indicator) + doubt : t('figures.unlisted')],
    ['card.cue', metric.cue?.text, true],
    ['card.scope', metric.scope === 'report' ? null : [named('scope', metric.scope), metric.year].filter(Boolean).join(' ')],
  ];
}

function Parts({ total, metrics }: { total: Metric; metrics: readonly Metric[] }) {
  const breakdown = breakdownOf(metrics, total);
  if (!breakdown) return null;
  const look = (total.area && areaClasses(catalog.value).get(total.area)) ?? '';
  return (
    <table class="parts">
      <caption>{t('card.parts')}</caption>
      <tbody>
        {breakdown.parts.map(({ id, text, label, share }) => (
          <tr key={id}><th scope="row" lang="zh-CN">{label}</th><td><Bar share={share} look={look} /></td><td lang="zh-CN">{text}</td></tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row">{t('card.sum')}</th><td /><td>{number(breakdown.sum)}</td></tr></tfoot>
    </table>
  );
}

interface FigureProps {
  metric: Metric;
  metrics: readonly Metric[];
  /** No finding stands above it that lists its parts already. */
  alone: boolean;
  onEdit: () => void;
}

function Figure({ metric, metrics, alone, onEdit }: FigureProps) {
  const total = metrics.find(({ id }) => id === metric.partOf);
  const full = exact(locale.value, metric);
  const touch = corrected.value?.touches.get(metric.id);
  return (
    <div class="of-figure">
      <p class="value"><b lang="zh-CN">{metric.text}</b>{full && <span>{full}</span>}</p>
      <dl>
        {rowsOf(metric).map(([key, words, inChinese]) => words && (
          <div key={key}><dt>{t(key)}</dt><dd {...(inChinese && { lang: 'zh-CN' })}>{words}</dd></div>
        ))}
        {total && (
          <div>
            <dt>{t('card.total')}</dt>
            <dd><button type="button" class="link" lang="zh-CN" onClick={() => show(total.span)}>{total.text} {total.label}</button></dd>
          </div>
        )}
      </dl>
      {alone && <Parts total={metric} metrics={metrics} />}
      {touch && <p class="touched">{touchedBy(touch, metric, namesIn(catalog.value), locale.value)}</p>}
      <p class="deeds"><button type="button" class="button" onClick={onEdit}>{t('corrections.change')}</button></p>
    </div>
  );
}

function Card({ metric, findings, close }: Topic & { close: () => void }) {
  const read = report.value;
  const figure = standing.value.find(({ id }) => id === metric);
  const slips = read?.findings.filter(({ id, key }) => findings.includes(id) && !ignored.value.has(key)) ?? [];
  if (!read || (!figure && slips.length === 0)) return null;
  return (
    <div class="card" role="dialog" aria-label={figure?.text ?? t('findings.title')} tabIndex={-1}>
      {slips.map((finding) => <FindingBody key={finding.id} finding={finding} here onDone={close} />)}
      {figure && <Figure metric={figure} metrics={standing.value} alone={slips.length === 0} onEdit={() => { close(); edit(figure.id); }} />}
    </div>
  );
}

export const draw: Draw = (host, topic, close) => {
  render(<Card {...topic} close={close} />, host);
  return () => render(null, host);
};
