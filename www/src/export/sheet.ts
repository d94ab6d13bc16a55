/** The page to hand in, whatever it is written in: whose report, in short, what does not add up, what is demanded, every figure. */
import type { Metric, Report } from 'fachi';
import { type Material, Words, isDropped } from './material';

export interface Line {
  /** `error`, `warning`, `note`; `met`, `missing` …: what the first word stands for. */
  kind: string;
  mark: string;
  text: string;
}

export interface SheetRow {
  /** In the order of the head. */
  cells: string[];
  /** How deep below its total. */
  level: number;
  touched: boolean;
  dropped: boolean;
}

export interface Sheet {
  title: string;
  facts: [string, string][];
  brief: string;
  findings: Line[];
  contents: Line[];
  head: string[];
  rows: SheetRow[];
  /** What must be known of the table: who touched what, and with what it was made. */
  notes: string[];
}

function factsOf({ identity }: Report, words: Words): [string, string][] {
  const { region, kind, year, issuer, publishedOn } = identity;
  const facts: [string, string | null | undefined][] = [
    [words.t('identity.year'), year === null ? null : String(year)],
    [words.t('identity.region'), region?.name],
    [words.t('identity.kind'), kind && words.named('kind', kind)],
    [words.t('identity.issuer'), issuer?.text],
    [words.t('identity.publishedOn'), publishedOn?.date],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

/** Figures that the reader ignores are said to be, not left out: who is handed the page should know. */
const findingsOf = ({ report, said }: Material, words: Words): Line[] => report.findings.map(({ severity, message, key }) => ({
  kind: severity, mark: words.named('severity', severity),
  text: said.ignored.includes(key) ? words.t('export.ignored', { text: message }) : message,
}));

/** Where the heading stands in a row. */
export const SECTION = 4;

const contentsOf = ({ report }: Material, words: Words): Line[] => report.coverage.requirements
  .filter(({ level }) => level === 'mandated')
  .map(({ id, status }) => ({ kind: status, mark: words.named('status', status), text: words.names.requirement(id) }));

/** The deepest that a page shows. */
const DEEPEST = 4;

function levels(metrics: readonly Metric[]): Map<string, number> {
  const totals = new Map(metrics.map(({ id, partOf }) => [id, partOf]));
  const depth = (id: string): number => {
    let steps = 0;
    for (let at = totals.get(id) ?? null; at !== null && totals.has(at) && steps < DEEPEST; at = totals.get(at) ?? null) steps += 1;
    return steps;
  };
  return new Map(metrics.map(({ id }) => [id, depth(id)]));
}

/** What was done with the row and what was there before, on one line. */
export function remark(metric: Metric, words: Words): string {
  const what = [words.touched(metric), words.changed(metric)].filter(Boolean).join(words.t('punctuation.colon'));
  const who = words.signed(metric);
  return what && who ? words.t('corrections.signed', { what, who }) : what;
}

function rowsOf({ corrected }: Material, words: Words): SheetRow[] {
  const depth = levels(corrected.metrics);
  return corrected.metrics.map((metric) => ({
    cells: [
      metric.text, words.exact(metric),
      [metric.scope === 'report' ? '' : `[${words.named('scope', metric.scope)}]`, metric.subject, metric.action, metric.label].filter(Boolean).join(' '),
      words.indicator(metric), words.heading(metric), remark(metric, words),
    ],
    level: depth.get(metric.id)!,
    touched: words.touch(metric) !== undefined,
    dropped: isDropped(metric, corrected),
  }));
}

export function sheetOf(from: Material): Sheet {
  const words = new Words(from);
  const { report, corrected } = from;
  return {
    title: report.identity.title?.text ?? words.t('identity.untitled'),
    facts: factsOf(report, words),
    brief: report.summary.brief,
    findings: findingsOf(from, words),
    contents: contentsOf(from, words),
    head: [words.t('export.words'), words.t('form.exact'), words.t('figures.label'), words.t('figures.indicator'), words.t('figures.section'), words.t('export.touched')],
    rows: rowsOf(from, words),
    notes: [
      words.t('export.count', { count: corrected.metrics.length, touched: corrected.touches.size }),
      ...(corrected.touches.size > 0 && (report.summary.brief || report.findings.length > 0) ? [words.t('export.asRead')] : []),
      words.t('export.made', { version: report.catalogVersion }),
    ],
  };
}
