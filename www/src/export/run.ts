/** Makes what the menu offers; loaded when it is first asked for. */
import { catalog, report, source } from '../app/session';
import { corrected, everything } from '../corrections/said';
import '../i18n/later';
import { locale, t } from '../i18n/locale';
import { putOnClipboard } from './clip';
import { quotation, rowClip, tableClip } from './copy';
import { csv } from './csv';
import { json } from './json';
import { markdown } from './markdown';
import type { Material } from './material';
import { print } from './Print';
import { fileName, save } from './save';

export type Export = 'csv' | 'json' | 'markdown' | 'print' | 'table';

/** Null while there is no report. */
const material = (): Material | null => report.peek() && {
  report: report.peek()!, source: source.peek(), corrected: corrected.peek()!, said: everything(), catalog: catalog.peek(), locale: locale.peek(),
};

const runs: Record<Export, (from: Material) => void | Promise<boolean>> = {
  csv: (from) => save(fileName(from.report.identity, '', 'csv'), 'text/csv;charset=utf-8', csv(from)),
  json: (from) => save(fileName(from.report.identity, '', 'json'), 'application/json', json(from)),
  markdown: (from) => save(fileName(from.report.identity, '', 'md'), 'text/markdown;charset=utf-8', markdown(from, {
    brief: t('overview.brief'), findings: t('findings.title'), contents: t('overview.mandated'), figures: t('figures.title'),
  })),
  print,
  table: (from) => putOnClipboard(tableClip(from)),
};

/** True where something was put onto the clipboard. */
export async function run(which: Export): Promise<boolean> {
  const from = material();
  return from !== null && (await runs[which](from)) === true;
}

export async function copyFigure(id: string, as: 'row' | 'quotation'): Promise<boolean> {
  const from = material();
  const metric = from?.corrected.metrics.find((one) => one.id === id);
  return from !== null && metric !== undefined && putOnClipboard((as === 'row' ? rowClip : quotation)(from, metric));
}
