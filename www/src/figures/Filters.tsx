/** What the figures can be filtered by: only what this report has is offered. */
import type { Metric, Report } from 'fachi';
import { catalog, report } from '../app/session';
import { corrected } from '../corrections/said';
import { named, t } from '../i18n/locale';
import { namesIn } from '../i18n/names';
import { Choice } from './Choice';
import { type Filter, NONE, choices, everything } from './filter';
import { choose, filter } from './view';

type Options = [string, string][];

/** What the figures have of something, each once, in the order given; with a line for those that have none. */
function options(metrics: readonly Metric[], of: (metric: Metric) => string | null, name: (id: string) => string, known: readonly string[] = []): Options {
  const used = new Set(metrics.map(of));
  const ids = [...known.filter((id) => used.has(id)), ...[...used].filter((id) => id !== null && !known.includes(id))] as string[];
  return [['', t('figures.all')], ...ids.map((id): [string, string] => [id, name(id)]), ...(used.has(null) ? [[NONE, t('figures.noneOf')] as [string, string]] : [])];
}

/** Only sections with figures in or below them; deeper ones stand in. */
function sections({ sections: all, metrics }: Report): Options {
  const used = new Set(metrics.map(({ section }) => section));
  for (const { id, parent } of [...all].reverse()) if (used.has(id)) used.add(parent);
  const list = all.filter(({ id }) => used.has(id)).map(({ id, level, heading }): [string, string] => [id, '　'.repeat(Math.max(0, level - 1)) + heading]);
  return [['', t('figures.all')], ...list];
}

export function Filters() {
  const read = report.value;
  const metrics = corrected.value?.metrics ?? [];
  if (!read) return null;
  const names = namesIn(catalog.value);
  const areas = catalog.value?.areas.map(({ id }) => id);
  const lists: [keyof Filter, string, Options][] = [
    ['area', t('figures.area'), options(metrics, ({ area }) => area, names.area, areas)],
    ['indicator', t('figures.indicator'), options(metrics, ({ indicator }) => indicator, names.indicator, catalog.value?.indicators.map(({ id }) => id))],
    ['kind', t('figures.kind'), options(metrics, ({ kind }) => kind, (id) => named('measure', id))],
    ['scope', t('figures.scope'), options(metrics, ({ scope }) => scope, (id) => named('scope', id))],
    ['section', t('figures.section'), sections(read)],
    ['state', t('figures.state'), ['', 'touched', 'untouched', 'uncertain'].map((id) => [id, id ? named('state', id) : t('figures.all')])],
  ];
  return (
    <>
      {lists.map(([field, title, choice]) => (
        <Choice key={field} title={title} value={filter.value[field]} options={choice} onChoose={(value) => choose({ [field]: value })} />
      ))}
      {choices(filter.value) > 0 && (
        <button type="button" class="button" onClick={() => choose({ ...everything, words: filter.value.words })}>{t('figures.clear')}</button>
      )}
    </>
  );
}
