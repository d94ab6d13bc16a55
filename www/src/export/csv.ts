/** The table as .csv that Excel opens right: UTF-8 with its mark, RFC 4180. */
import { type Cell, plain } from './cells';
import { fullTable } from './columns';
import type { Material } from './material';

const field = (cell: Cell): string => {
  const text = plain(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const toCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[head, ...rows].map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`;

export function csv(from: Material): string {
  const { head, rows } = fullTable(from);
  return toCsv(head, rows);
}
