import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** The interface's words, by meaning. They stand in `public/_locales`. */
export type MessageKey = keyof typeof messages;

/** A message in one form a count: `pages_one`, `pages_other`, and what else a language needs. */
export type CountedKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** The message in the reader's language, its places filled in order. */
export function words(key: MessageKey, ...fillings: (string | number)[]): string {
  return message(key, fillings.map(String));
}

/** The message in the form that goes with the number; the number fills the first place. */
export function counted(stem: CountedKey, count: number, ...fillings: (string | number)[]): string {
  const form = new Intl.PluralRules(locale()).select(count);
  const all = [count, ...fillings].map(String);
  return message(`${stem}_${form}`, all) || message(`${stem}_other`, all);
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

function message(key: string, fillings: string[]): string {
  // WXT types the keys of the whole manifest; `MessageKey` is what binds callers.
  const i18n = browser.i18n as unknown as { getMessage(key: string, fillings: string[]): string };
  return i18n.getMessage(key, fillings);
}
