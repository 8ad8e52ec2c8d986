import { nodeAt } from '../../lib/guidelines/json-places.ts';
import { type JsonNode, readJsonText } from '../../lib/guidelines/json-text.ts';

/** Where a criterion stands in the text of a pack, or what cites it; the start where neither does. */
export function placeInPack(text: string, criterion: string): number {
  let root: JsonNode;
  try {
    root = readJsonText(text);
  } catch {
    return 0;
  }
  const named = (list: string, name: string) => {
    const entries = nodeAt(root, list);
    if (entries?.kind !== 'array') return undefined;
    return entries.items.find((entry) => {
      const value = nodeAt(entry, name);
      return value && text.slice(value.start, value.end) === JSON.stringify(criterion);
    });
  };
  const entry = named('criteria', 'id') ?? named('standards', 'criterion') ?? named('safety', 'id');
  return entry?.start ?? 0;
}
