/** The language in use: at first the browser's, then what the reader chose; the document's own language and title follow. */
import { effect, signal } from '@preact/signals';
import { part } from '../app/lazy';
import { type Key, type Locale, learn, message, nameOf } from './messages';

export const locale = signal<Locale>('zh');

export const english = part(() => import('./en.json'));

/** Speaks a language from now on, as soon as its words are there. */
export async function speak(next: Locale): Promise<void> {
  if (next === 'en') {
    const words = await english.want();
    if (!words) return;
    learn('en', words.default);
  }
  locale.value = next;
}

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
