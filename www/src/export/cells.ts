/** Cells of tables for spreadsheets: text that a spreadsheet would run as a formula is made harmless, numbers stay numbers. */

export type Cell = string | number | null;

/** What begins a formula, in both widths; blanks and invisible marks before it are no protection. */
const FORMULA = /^[\s\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]*[=+\-@\t\r＝＋－＠]/;
/** A blank alone begins none, but a tab or a line break in front may end up in the next cell. */
const BREAK = /^[\t\r\n]/;
const NUMBER = /^-?\d[\d,]*(\.\d+)?%?$/;

export const defused = (text: string): string => ((FORMULA.test(text) && !NUMBER.test(text)) || BREAK.test(text) ? `'${text}` : text);

/** A number with all its digits and no exponent, which some programs don't read. */
const digits = (value: number): string =>
  (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e21 ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : String(value));

export const plain = (cell: Cell): string => (cell === null ? '' : typeof cell === 'number' ? digits(cell) : defused(cell));
