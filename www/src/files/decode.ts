/** Bytes of a file to text: UTF-8, else UTF-16 by its mark, else GB18030; refuses what is no text. */

/** The longest file read, in bytes. */
export const LIMIT = 16 * 1024 * 1024;

export type Decoded = { text: string } | { code: 'too_large' | 'not_text' | 'undecodable' };

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 is only believed with its byte order mark: without it, Chinese text can't be told from other bytes. */
function wide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Control characters that no text holds; one a thousand is borne, as scanners leave some. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = text.match(/[\x01-\x08\x0e-\x1f]/g)?.length ?? 0;
  return controls * 1000 > text.length;
}

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > LIMIT) return { code: 'too_large' };
  const utf16 = wide(bytes);
  if (!utf16 && bytes.includes(0)) return { code: 'not_text' };
  const text = utf16 ? decodeAs(utf16, bytes) : decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
  if (text === null) return { code: 'undecodable' };
  return isBinary(text) ? { code: 'not_text' } : { text };
}
