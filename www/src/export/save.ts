/** Gives the reader a file, made in this page: nothing is asked of any server. */
import type { Identity } from 'fachi';

/** What no file system allows in a name, and what hides how a name ends. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

const LONGEST = 80;

/** A name that tells whose report it is, as far as that is known. */
export function fileName(identity: Identity | null, what: string, ending: string): string {
  const { title, region, year } = identity ?? {};
  const about = title?.text ?? [region?.name, year].filter(Boolean).join('');
  const clean = about.replace(FORBIDDEN, '').replace(/^[\s.]+/, '').slice(0, LONGEST).trim();
  return `${[clean || 'fachi', what].filter(Boolean).join('-')}.${ending}`;
}

export function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Safari begins the download a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
