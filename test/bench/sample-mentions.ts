/**
 * Draws mentions from real transcriptions to be looked at by a person: are they the concept, and meant as
 * the reader says?
 *   npm run sample:mentions [-- --texts=100] [--each=3] [--seed=1]
 * One line a mention: number of the text, concept, how it is meant, the words around it. The same seed
 * draws the same texts, and the same places in them as long as the reader finds the same mentions.
 * Drawn are drugs, treatments, and the concepts that alone are evidence for or against a criterion; words
 * that count only beside others are not.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import type { Rulebook } from '../../lib/guidelines/rulebook.ts';
import { vocabularyOf } from '../../lib/guidelines/vocabulary.ts';
import type { Mention } from '../../lib/language/mention.ts';
import { createReader } from '../../lib/language/reader.ts';
import { parseLines } from '../language/assertion-scores.ts';
import { sharedFile } from '../language/gold-lines.ts';

const AROUND = 90;

function option(name: string, usual: number): number {
  const given = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  return given === undefined ? usual : Number(given.slice(name.length + 3));
}

/** Numbers from 0 to 1 that the seed decides (a linear congruential generator). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `count` of the numbers below `size`, each once, ascending. */
function draw(count: number, size: number, next: () => number): number[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, size)) chosen.add(Math.floor(next() * size));
  return [...chosen].sort((a, b) => a - b);
}

/** The axes that differ from what is usual. */
function meant({ assertion }: Mention): string {
  const { presence, time, subject, voice } = assertion;
  const usual = ['affirmed', 'current', 'patient', 'record'];
  const said = [presence, time, subject, voice].filter((axis) => !usual.includes(axis));
  return said.join(' ') || 'affirmed';
}

/** Concepts that some criterion counts as evidence with nothing else beside them. */
function findings(rulebook: Rulebook): Set<string> {
  const found = new Set<string>();
  visit([...rulebook.criteria.values()]);
  return found;

  function visit(part: unknown): void {
    if (typeof part !== 'object' || part === null) return;
    const { find, with: companions } = part as { find?: string | string[]; with?: unknown };
    if (find !== undefined && companions === undefined) {
      for (const concept of [find].flat()) found.add(concept);
    }
    for (const inner of Object.values(part)) visit(inner);
  }
}

const notes = sharedFile('data', 'notes.jsonl.gz');
if (notes === undefined) {
  process.stderr.write(
    'the public transcriptions are not here (CASEGLASS_SHARED names their folder)\n',
  );
  process.exit(2);
}
const texts = parseLines<{ text: string }>(gunzipSync(readFileSync(notes)).toString());
const next = random(option('seed', 1));
const rulebook = await shippedRulebook();
const reader = createReader(vocabularyOf(rulebook));
const wanted = findings(rulebook);
for (const index of draw(option('texts', 100), texts.length, next)) {
  const { text } = texts[index] as { text: string };
  const mentions = reader
    .read(text)
    .mentions.where((concept) => wanted.has(concept) || /^(drug:|treatment-)/.test(concept));
  for (const at of draw(option('each', 3), mentions.length, next)) {
    const mention = mentions[at] as Mention;
    const before = text.slice(Math.max(0, mention.start - AROUND), mention.start);
    const words = text.slice(mention.start, mention.end);
    const after = text.slice(mention.end, mention.end + AROUND / 2);
    const slice = `${before}<<${words}>>${after}`.replace(/\s+/g, ' ');
    process.stdout.write(`${index}\t${mention.concept}\t${meant(mention)}\t${slice}\n`);
  }
}
