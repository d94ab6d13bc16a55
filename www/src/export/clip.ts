/** A piece for the clipboard, as text and as a table for programs that take one. */
import { copy } from '../panel/copy';

export interface Clip {
  text: string;
  html?: string;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** Cells that are text already; a tab or a line break inside one would make two of it. */
export function clip(rows: readonly (readonly string[])[]): Clip {
  const clean = rows.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n\u2028\u2029]+/g, ' ')));
  const html = clean.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  return { text: clean.map((cells) => cells.join('\t')).join('\n'), html: `<table>${html}</table>` };
}

/** Puts it onto the clipboard; as text alone where the browser takes no more. */
export async function putOnClipboard({ text, html }: Clip): Promise<boolean> {
  if (!html) return copy(text);
  try {
    const blob = (content: string, type: string) => new Blob([content], { type });
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') })]);
    return true;
  } catch {
    return copy(text);
  }
}
