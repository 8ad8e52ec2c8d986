import { say } from '../saying/said.ts';
import { nodeAt } from './json-places.ts';
import { JsonTextError, readJsonText } from './json-text.ts';
import { prettyJson } from './pretty-json.ts';

/**
 * Adds an entry at the end of a list of a pack and leaves every other line as its writer had it.
 * A list that is not there yet is added to the pack. Throws a JsonTextError where that cannot be.
 */
export function insertEntry(text: string, list: string, entry: unknown): string {
  const root = readJsonText(text);
  if (root.kind !== 'object') throw new JsonTextError(say('reason_pack_no_group'), 0);
  const present = nodeAt(root, list);
  if (present === undefined) {
    const lines = `  ${JSON.stringify(list)}: ${prettyJson([entry], '  ')}`;
    return insertLast(text, root.members.at(-1)?.value.end, root.start + 1, `\n${lines}`, '\n');
  }
  if (present.kind !== 'array') {
    const reason = say('reason_list_expected', list);
    throw new JsonTextError(reason, present.start, present.end);
  }
  const lines = `\n    ${prettyJson(entry, '    ')}`;
  return insertLast(text, present.items.at(-1)?.end, present.start + 1, lines, '\n  ');
}

/** After the last sibling, or as the only one: then the closing bracket gets a line of its own. */
function insertLast(
  text: string,
  afterLast: number | undefined,
  opening: number,
  lines: string,
  closing: string,
): string {
  if (afterLast !== undefined)
    return `${text.slice(0, afterLast)},${lines}${text.slice(afterLast)}`;
  return text.slice(0, opening) + lines + closing + text.slice(opening).replace(/^\s+/, '');
}
