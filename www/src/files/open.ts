/** Opens a file that was chosen or dropped: gives its text, or says why not. */
import { LIMIT, decode, type Decoded } from './decode';

export async function open(file: File): Promise<Decoded | { code: 'unreadable' }> {
  // Asked before reading, so that a huge file never comes into memory.
  if (file.size > LIMIT) return { code: 'too_large' };
  try {
    return decode(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { code: 'unreadable' };
  }
}
