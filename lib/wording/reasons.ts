import type { Reason } from '../reasons/reason.ts';
import { words } from './words.ts';

/** One plain sentence on why something cannot be used, in the reader's language. */
export function sentenceOfReason({ name, about }: Reason): string {
  return words(name, ...about);
}

/** The same behind the line of a text, from one. */
export function reasonInLine({ line, reason }: { line: number; reason: Reason }): string {
  return words('import_json_line', line, sentenceOfReason(reason));
}
