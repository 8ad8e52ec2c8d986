import { type Said, say } from '../saying/said.ts';
import { lineOf } from './json-places.ts';
import { JsonTextError, readJsonText } from './json-text.ts';

/** Why a text is no JSON, and in which of its lines, from one. */
export interface JsonFault {
  line: number;
  reason: Said;
}

/** The value of a JSON text, or why it is none. */
export function readJson(text: string): { value: unknown } | { notJson: JsonFault } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { notJson: faultIn(text) };
  }
}

function faultIn(text: string): JsonFault {
  try {
    readJsonText(text);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    return { line: lineOf(text, error.start), reason: error.reason };
  }
  return { line: 1, reason: say('reason_json') };
}
