import type { JsonMember, JsonNode, TextSpan } from './json-text.ts';

/**
 * Where a path of a fault (`criteria[3].supports[0].find`) stands in the text. Of a part that is
 * missing, the nearest that is there: its name, or the opening bracket around it.
 */
export function placeOf(root: JsonNode, path: string): TextSpan {
  let node = root;
  let place = openingOf(root);
  let rest = path;
  while (rest !== '') {
    if (node.kind === 'object') {
      const member = memberAt(node.members, rest.replace(/^\./, ''));
      if (!member) break;
      rest = rest.replace(/^\./, '').slice(member.key.length);
      node = member.value;
      place = node.kind === 'scalar' && rest === '' ? span(node) : member.keySpan;
    } else if (node.kind === 'array') {
      const index = rest.match(/^\[(\d+)\]/);
      const item = node.items[Number(index?.[1] ?? Number.NaN)];
      if (!index || !item) break;
      rest = rest.slice(index[0].length);
      node = item;
      place = item.kind === 'scalar' ? span(item) : headOf(item);
    } else break;
  }
  return place;
}

/** The node at a path of names and numbers, if it is there. */
export function nodeAt(root: JsonNode, ...path: (string | number)[]): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'object') node = node.members.find(({ key }) => key === step)?.value;
    else if (node?.kind === 'array') node = node.items[Number(step)];
    else return undefined;
  }
  return node;
}

/** The line of an offset, from one. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Names may hold dots and brackets (a slip of the pen in a concept), so the longest that fits. */
function memberAt(members: readonly JsonMember[], rest: string): JsonMember | undefined {
  return members
    .filter(({ key }) => rest.startsWith(key) && /^(?:$|[.[])/.test(rest.slice(key.length)))
    .sort((a, b) => b.key.length - a.key.length)[0];
}

/** An entry is found by its first name: an opening bracket is a poor place to look at. */
function headOf(node: JsonNode): TextSpan {
  const first = node.kind === 'object' ? node.members[0] : undefined;
  return first ? { start: first.keySpan.start, end: first.value.end } : openingOf(node);
}

function openingOf({ start }: JsonNode): TextSpan {
  return { start, end: start + 1 };
}

function span({ start, end }: JsonNode): TextSpan {
  return { start, end };
}
