import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Worded, Words } from '../saying/said.ts';
import { wordedIn, wordedThroughout } from '../wording/language.ts';
import { languageOf } from '../wording/message-file.ts';

const language = languageOf(english);

/** What is said, as the extension has it in English: a terminal has no other language. */
export function inEnglish(words: Words): string {
  return wordedIn(language, words);
}

/** Plain data, a review say, with everything that is said in it in English. */
export function inEnglishThroughout<T>(data: T): Worded<T> {
  return wordedThroughout(language, data);
}
