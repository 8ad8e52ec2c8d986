import { browser } from 'wxt/browser';
import type { Worded } from '../saying/said.ts';
import { type Language, wordedThroughout } from './language.ts';
import { languageOf } from './message-file.ts';
import { locale, readersLanguage } from './words.ts';

let english: Language | undefined;

/**
 * Reads the extension's own English messages where the interface has another language: drafts are
 * in English all the same. Where they cannot be read, drafts are in the language of the interface.
 */
export async function readEnglish(): Promise<void> {
  if (english !== undefined || locale() === 'en') return;
  try {
    const answer = await fetch(browser.runtime.getURL('/_locales/en/messages.json' as '/'));
    english = languageOf(await answer.json());
  } catch {
    english = undefined;
  }
}

/** Plain data with everything that is said in it in English. */
export function inEnglish<Data>(data: Data): Worded<Data> {
  return wordedThroughout(english ?? readersLanguage, data);
}
