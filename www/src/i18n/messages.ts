/** The page's own words, looked up by key. Names of indicators and areas come from the core's catalog. */
import zh from './zh.json';
import type later from './zh-later.json';

export type Locale = 'zh' | 'en';
export type Key = keyof typeof zh | keyof typeof later;

/** Typed by the Chinese files, so a key that English lacks fails the check. */
type Messages = Readonly<Record<Key, string>>;

/** What only parts of the page say that nobody sees at first is learnt with them (`later.ts`), and English when somebody wants it. */
const messages: Record<Locale, Partial<Messages>> = { zh, en: zh };

export const learn = (locale: Locale, words: Partial<Messages>): void => { messages[locale] = { ...messages[locale], ...words }; };

/** The message with each `{name}` filled in. */
export function message(locale: Locale, key: Key, values: Record<string, string | number> = {}): string {
  return (messages[locale][key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The name of a value of an open enum: one that this page doesn't know yet shows as it stands. */
export function nameOf(locale: Locale, group: string, value: string): string {
  const known: Record<string, string | undefined> = messages[locale];
  return known[`${group}.${value}`] ?? value;
}

/** Chinese for Chinese readers, English for everybody else. */
export function preferred(languages: readonly string[]): Locale {
  return /^zh\b/i.test(languages[0] ?? 'zh') ? 'zh' : 'en';
}
