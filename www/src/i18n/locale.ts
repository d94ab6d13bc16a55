/** The language in use: at first the browser's, then what the reader chose; the document's own language and title follow. */
import { effect, signal } from '@preact/signals';
import { type Key, type Locale, message, nameOf, preferred } from './messages';

export const locale = signal<Locale>(preferred(navigator.languages));

/** A message in the language in use. */
export const t = (key: Key, values?: Record<string, string | number>): string => message(locale.value, key, values);

/** The name of an enum's value in the language in use. */
export const named = (group: string, value: string): string => nameOf(locale.value, group, value);

/** Made once: making one takes longer than a hundred numbers. */
const formats = {
  zh: new Intl.NumberFormat('zh', { maximumFractionDigits: 10 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 10 }),
};

/** A number as the language in use writes it, with every digit that it has. */
export const number = (value: number): string => formats[locale.value].format(value);

effect(() => {
  document.documentElement.lang = locale.value === 'zh' ? 'zh-CN' : 'en';
  document.title = t('app.title');
});
