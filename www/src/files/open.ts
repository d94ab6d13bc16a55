/** Opens a file that was chosen or dropped: gives its text, or says why not. */
import { part } from '../app/lazy';
import type { Decoded } from './decode';

const decoding = part(() => import('./decode'));

/** Null where what reads files can't be had, which the reader has been told. */
export async function open(file: File): Promise<Decoded | { code: 'unreadable' } | null> {
  const it = await decoding.want();
  if (!it) return null;
  // Asked before reading, so that a huge file never comes into memory.
  if (file.size > it.LIMIT) return { code: 'too_large' };
  try {
    return it.decode(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { code: 'unreadable' };
  }
}
