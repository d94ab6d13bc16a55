/** Which indicators to offer for a few words: those that the core thought of first, then by how well the name fits. */
import type { Catalog, NamedIndicator } from 'fachi';

/** As many as one looks through. */
const MOST = 40;

const fold = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/[._]/g, ' ');

/** 3 where the name is what was asked, 2 where it begins so, 1 where it holds all the words, 0 where it does not. */
function fit({ id, name }: NamedIndicator, words: readonly string[]): number {
  const title = fold(name);
  const whole = words.join(' ');
  if (title === whole) return 3;
  if (title.startsWith(whole)) return 2;
  // Ids are English whatever language the names are in.
  const all = `${title} ${fold(id)}`;
  return words.every((word) => all.includes(word)) ? 1 : 0;
}

/** `near` comes first where it fits: the present choice and the core's runners-up; then what is of the same area. */
export function suggest(catalog: Catalog, query: string, near: readonly string[], area: string | null = null): NamedIndicator[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const place = ({ id }: NamedIndicator): number => {
    const at = near.indexOf(id);
    return at < 0 ? near.length : at;
  };
  return catalog.indicators
    .map((indicator) => ({ indicator, fit: fit(indicator, words) }))
    .filter((one) => one.fit > 0 || words.length === 0)
    .sort((a, b) => place(a.indicator) - place(b.indicator) || b.fit - a.fit || Number(b.indicator.area === area) - Number(a.indicator.area === area))
    .slice(0, MOST)
    .map(({ indicator }) => indicator);
}
