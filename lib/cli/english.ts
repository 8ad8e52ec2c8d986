import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Reason } from '../reasons/reason.ts';
import { getMessageFrom } from '../wording/message-file.ts';

const getMessage = getMessageFrom(english);

/** The sentence of a reason as the extension has it in English: a terminal has no other language. */
export function inEnglish({ name, about }: Reason): string {
  return getMessage(name, about.map(String));
}
