/** The headings as a tree of rows: which are in sight, and where a key leads. */
import type { Section } from 'fachi';

export interface Node {
  section: Section;
  /** Whether sections stand under it. */
  branch: boolean;
  open: boolean;
  /** Its place among its siblings, from 1, and how many they are. */
  place: number;
  siblings: number;
}

/** With more headings than this, only the upper ones are open at first. */
const MANY = 80;

/** The headings in sight; `turned` holds those that the reader opened or closed, by their words, because ids change as one types. */
export function rowsOf(sections: readonly Section[], turned: ReadonlySet<string>): Node[] {
  const children = new Map<string | null, Section[]>();
  for (const section of sections) {
    const list = children.get(section.parent);
    if (list) list.push(section);
    else children.set(section.parent, [section]);
  }
  const few = sections.length <= MANY;
  const rows: Node[] = [];
  const walk = (list: readonly Section[]): void => {
    list.forEach((section, index) => {
      const under = children.get(section.id) ?? [];
      const open = under.length > 0 && few !== turned.has(section.heading);
      rows.push({ section, branch: under.length > 0, open, place: index + 1, siblings: list.length });
      if (open) walk(under);
    });
  };
  walk(children.get(null) ?? []);
  return rows;
}

/** The section that a position stands in, as far as it is in sight: a closed branch stands for what is in it. */
export function rowAt(rows: readonly Node[], position: number): number {
  return rows.reduce((found, { section }, index) => (section.span.start <= position ? index : found), -1);
}

/** What a key does in row `at`: goes to another row, or opens and closes this one. */
export function stepFor(key: string, rows: readonly Node[], at: number): { to: number } | 'turn' | null {
  const row = rows[at];
  if (!row) return null;
  const parent = rows.findIndex(({ section }) => section.id === row.section.parent);
  switch (key) {
    case 'ArrowDown': return { to: Math.min(at + 1, rows.length - 1) };
    case 'ArrowUp': return { to: Math.max(at - 1, 0) };
    case 'Home': return { to: 0 };
    case 'End': return { to: rows.length - 1 };
    case 'ArrowRight': return !row.branch ? null : row.open ? { to: at + 1 } : 'turn';
    case 'ArrowLeft': return row.open ? 'turn' : parent < 0 ? null : { to: parent };
    default: return null;
  }
}
