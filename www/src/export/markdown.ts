/** The page as Markdown; whatever the text holds stays text in it. */
import type { Material } from './material';
import { type Line, type Sheet, sheetOf } from './sheet';

/** Marks that turn the direction of writing would turn the table with it; Chinese needs none. */
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Every sign that could begin markup, a link or an entity; one line, for rows and list items. */
export const inline = (text: string): string => text
  .replace(TURNS, '')
  .replace(/\s+/g, ' ')
  .trim()
  .replace(/[\\`*_{}[\]()<>|~&#!:@$^=]/g, '\\$&')
  .replace(/^([-+])/, '\\$1')
  .replace(/^(\d+)([.)])/, '$1\\$2')
  .replace(/www\./gi, (found) => found.replace('.', '\\.'));

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const list = (lines: readonly Line[]): string[] => lines.map(({ mark, text }) => `- **${inline(mark)}** ${inline(text)}`);
/** Strokes and spaces in front show how deep a part lies: tables know no indentation. */
const indented = (level: number, text: string): string => `${'— '.repeat(level)}${text}`;

function tableOf({ head, rows }: Sheet): string[] {
  const lines = rows.map(({ cells, level, dropped }) => row(cells.map((cell, index) => {
    const text = inline(cell);
    if (index === 2) return indented(level, text);
    return index === 0 && dropped ? `~~${text}~~` : text;
  })));
  return [row(head.map(inline)), row(head.map((_, index) => (index < 2 ? '---:' : '---'))), ...lines];
}

export function markdownOf(sheet: Sheet, titles: Record<'brief' | 'findings' | 'contents' | 'figures', string>): string {
  const section = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? [`## ${inline(title)}`, '', ...lines, ''] : []);
  const facts = sheet.facts.map(([name, value]) => `- ${inline(name)}: ${inline(value)}`);
  return [
    `# ${inline(sheet.title)}`, '', ...facts, ...(facts.length > 0 ? [''] : []),
    ...section(titles.brief, sheet.brief ? [inline(sheet.brief)] : []),
    ...section(titles.findings, list(sheet.findings)),
    ...section(titles.contents, list(sheet.contents)),
    ...section(titles.figures, tableOf(sheet)),
    ...sheet.notes.flatMap((note) => [inline(note), '']),
  ].join('\n');
}

export const markdown = (from: Material, titles: Parameters<typeof markdownOf>[1]): string => markdownOf(sheetOf(from), titles);
