import type { UnreadPart } from '../case/document.ts';
import type { Block, Join } from './block.ts';
import type { Chunk } from './chunk.ts';
import { TextMap } from './text-map.ts';

/** The whole text of a page, with its map. */
export interface Assembled {
  map: TextMap;
  unread: UnreadPart[];
  /** Lines that were shown before and are not now: scrolled out of a list, or folded away. */
  away: number;
}

/** Lines that left their list, by a line that is there. */
type Around = (chunk: Chunk) => { before: Chunk[]; after: Chunk[] } | undefined;

let assemblies = 0;

/** Puts the chunks of a page together: one line feed between lines, an empty line after paragraphs. */
export function assemble(
  root: Block,
  chunkOf: WeakMap<Text, Chunk>,
  aroundOf: Around = () => undefined,
): Assembled {
  const assembly = ++assemblies;
  const parts: string[] = [];
  const chunks: Chunk[] = [];
  const unread: UnreadPart[] = [];
  let length = 0;
  let breaks = 0;
  let lead = '';
  let join: Join | undefined;
  let away = 0;

  const write = (words: string) => {
    if (words === '') return;
    parts.push(words);
    length += words.length;
  };
  /** Whether the text so far ends with these words; looked at only where a label may be. */
  const endsWith = (words: string) => {
    let tail = '';
    for (let i = parts.length - 1; i >= 0 && tail.length < words.length; i--) {
      tail = (parts[i] ?? '').slice(-words.length) + tail;
    }
    return tail.endsWith(words);
  };
  const separate = () => {
    if (join && endsWith(join.label)) {
      write(labelEnd(join.label));
    } else {
      if (length > 0) write('\n'.repeat(Math.max(1, breaks)));
      if (join && !join.whenShown) write(`${join.label}${labelEnd(join.label)}`);
    }
    write(lead);
    join = undefined;
    lead = '';
    breaks = 0;
  };

  const writeChunk = (chunk: Chunk) => {
    separate();
    chunk.start = length;
    chunk.assembly = assembly;
    chunks.push(chunk);
    write(chunk.text);
  };
  const writeAway = (lines: readonly Chunk[]) => {
    for (const line of lines) writeChunk(line);
    away += lines.length;
  };

  const stack: { items: Block['items']; at: number }[] = [{ items: root.items, at: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const item = top.items[top.at++];
    if (!item) {
      stack.pop();
      continue;
    }
    switch (item.kind) {
      case 'block':
        if (item.folded) away += linesOf(item);
        stack.push({ items: item.items, at: 0 });
        break;
      case 'break':
        breaks = Math.max(breaks, item.lines);
        break;
      case 'lead':
        lead = item.words;
        break;
      case 'join':
        join = item.label.length > longestLabel || item.label === '' ? undefined : item;
        break;
      case 'join-end':
        // A label without an answer still reads as a label.
        if (join && endsWith(join.label) && !/[:?]$/.test(join.label)) write(':');
        join = undefined;
        break;
      case 'unread':
        unread.push(item.part);
        break;
      case 'chunk': {
        const around = aroundOf(item);
        if (around && around.before.length > 0) {
          // A list number or label belongs to the line that is there.
          const held = { lead, join };
          lead = '';
          join = undefined;
          writeAway(around.before);
          ({ lead, join } = held);
        }
        if (item.runs.length === 0) away++;
        writeChunk(item);
        if (around) writeAway(around.after);
        break;
      }
    }
  }
  return { map: new TextMap(parts.join(''), chunks, assembly, chunkOf), unread, away };
}

function linesOf(block: Block): number {
  return block.items.reduce(
    (sum, item) => sum + (item.kind === 'block' ? linesOf(item) : item.kind === 'chunk' ? 1 : 0),
    0,
  );
}

/** What is longer is no label. */
const longestLabel = 150;

function labelEnd(label: string): string {
  return /[:?]\s*$/.test(label) ? ' ' : ': ';
}
