/** The file of what a person has said: written, and read again with a look at every field, for it may come from anywhere. */
import type { Identity } from 'fachi';
import '../i18n/later';
import type { Act, Correction, Values } from './model';
import type { Place } from './place';
import type { Said } from './said';

const FORMAT = 'fachi-corrections';
const VERSION = 1;

/** Why a file was not taken. */
export type Refusal = 'no_corrections' | 'newer_corrections' | 'broken_corrections';

export interface File extends Said {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** Whose report they were made on, for people. */
  about: { title: string | null; region: string | null; year: number | null };
}

export function fileOf({ corrections, ignored }: Said, identity: Identity | null): File {
  const about = { title: identity?.title?.text ?? null, region: identity?.region?.name ?? null, year: identity?.year ?? null };
  return { format: FORMAT, version: VERSION, about, corrections, ignored };
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isAct = (value: unknown): value is Act => ['confirm', 'change', 'drop', 'add'].includes(value as Act);

const fields: { [Name in keyof Values]: (value: unknown) => boolean } = {
  indicator: (value) => value === null || isText(value), label: isText, value: isNumber, unit: isText, scope: isText,
};
const names = Object.keys(fields) as (keyof Values)[];

/** The known fields, or null where one is not what it should be. */
function valuesOf(value: unknown): Partial<Values> | null {
  if (!isFields(value)) return null;
  const given = names.filter((name) => value[name] !== undefined);
  return given.every((name) => fields[name](value[name])) ? Object.fromEntries(given.map((name) => [name, value[name]])) : null;
}

function placeOf(value: unknown): Place | null {
  if (!isFields(value)) return null;
  const { text, before, after, nth } = value;
  const counts = isNumber(nth) && Number.isInteger(nth) && nth >= 0;
  return isText(text) && text !== '' && isText(before) && isText(after) && counts ? { text, before, after, nth } : null;
}

function correctionOf(value: unknown): Correction | null {
  if (!isFields(value)) return null;
  const { act, label, by, at } = value;
  const place = placeOf(value.place);
  const values = valuesOf(value.values);
  if (!place || !values || !isAct(act) || !isText(label) || !isText(by) || !isText(at)) return null;
  // An addition has nothing to fall back on.
  if (act === 'add' && names.some((name) => values[name] === undefined)) return null;
  return { place, act, values, label, by, at };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

/** What a file says, or why it was not taken; taken whole or not at all. */
export function readFile(text: string): Said | { code: Refusal } {
  const given = parse(text);
  // The export of everything holds them, too.
  const file = isFields(given) && given.format === 'fachi-report' ? given.corrections : given;
  if (!isFields(file) || file.format !== FORMAT) return { code: 'no_corrections' };
  if (isNumber(file.version) && file.version > VERSION) return { code: 'newer_corrections' };
  const { corrections: list, ignored } = file;
  if (file.version !== VERSION || !Array.isArray(list) || !Array.isArray(ignored) || !ignored.every(isText)) return { code: 'broken_corrections' };
  const corrections = list.map(correctionOf);
  return corrections.every((one) => one !== null) ? { corrections, ignored } : { code: 'broken_corrections' };
}
