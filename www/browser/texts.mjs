/** The texts that the page is tried with. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** One real report where it is at hand, else one of our own; and a figure of each to click on. */
const reports = [
  { path: '../../../shared/eval/dev/haigang-2022.gold.txt', figure: '1293人' },
  { path: '../../eval/dev/yunhe-2023.gold.txt', figure: '4867件' },
];

/** An annotated text without its marks: the first line holds the answers, ⟦words|answer⟧ is a figure, ⟪1⟫ … ⟪/⟫ a heading. */
const strip = (gold) => gold.slice(gold.indexOf('\n') + 1).replace(/⟦([^|⟧]*)\|[^⟧]*⟧/g, '$1').replace(/⟪[^⟫]*⟫/g, '');

const opened = ({ path, figure }) => ({ text: strip(readFileSync(new URL(path, import.meta.url), 'utf8')), figure });
export const report = opened(reports.find(({ path }) => existsSync(new URL(path, import.meta.url))));

/** The one of our own: it has a title, which every export tells. */
export const titled = opened(reports.at(-1));

/** Totals with parts, an amount, sections inside sections, something planned. */
export const small = [
  '澄溪县2023年法治政府建设年度报告', '一、成效', '全年办理公证1874件，其中涉外公证312件、涉台公证25件。罚没款286.4万元。', '(一)普法',
  '举办法治讲座90场，参加9000人次。', '二、下一步', '计划开展检查60次。', '',
].join('\n');

/** How often the report makes a million characters. */
export const times = Math.ceil(1_000_000 / report.text.length);

export const sample = readFileSync(new URL('../src/sample/sample.txt', import.meta.url), 'utf8');

/** Different reports, one after the other, up to a length: what is repeated word for word would be found to be. */
export function reportsOf(length) {
  const folder = new URL('../../eval/more/', import.meta.url);
  let text = '';
  for (const name of readdirSync(folder).sort()) {
    if (text.length < length && name.endsWith('.gold.txt')) text += strip(readFileSync(new URL(name, folder), 'utf8'));
  }
  return text.slice(0, length);
}
