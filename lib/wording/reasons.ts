import type { Said } from '../saying/said.ts';
import { worded, words } from './words.ts';

/** Why something cannot be used, behind the line of the text it stands in, from one. */
export function reasonInLine({ line, reason }: { line: number; reason: Said }): string {
  return words('import_json_line', line, worded(reason));
}
