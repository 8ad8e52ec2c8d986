import { browser } from 'wxt/browser';
import type { CountedKey, MessageKey, Words } from '../saying/said.ts';
import { countedIn, type Language, wordedIn } from './language.ts';

export type { CountedKey, MessageKey };

/** The reader's language: the one of the interface, whose words stand in `public/_locales`. */
export const readersLanguage: Language = {
  get locale() {
    return locale();
  },
  message(key, fillings) {
    // WXT types the keys of the whole manifest; `MessageKey` is what binds callers.
    const i18n = browser.i18n as unknown as {
      getMessage(key: string, fillings: readonly string[]): string;
    };
    return i18n.getMessage(key, fillings);
  },
};

/** The message in the reader's language, its places filled in order. */
export function words(key: MessageKey, ...fillings: (string | number)[]): string {
  return readersLanguage.message(key, fillings.map(String));
}

/** The message in the form that goes with the number; the number fills the first place. */
export function counted(stem: CountedKey, count: number, ...fillings: (string | number)[]): string {
  return countedIn(readersLanguage, stem, count, [count, ...fillings].map(String));
}

/** What is said, in the reader's language. */
export function worded(words: Words): string {
  return wordedIn(readersLanguage, words);
}

/** The message in two parts, before and after the place that is to hold an element. */
export function around(key: MessageKey): [string, string] {
  const [before = '', after = ''] = words(key, gap).split(gap);
  return [before, after];
}

/** The language of the words above, which need not be the browser's. */
export function locale(): string {
  return words('locale');
}

/** A character that no message has. */
const gap = '\u241F';
