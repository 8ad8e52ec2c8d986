import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { checkLetter } from '../../lib/letter/check/check-letter.ts';
import { readerFor, reviewCase } from '../../lib/review/review-case.ts';
import { isSaid, type Said, type Words } from '../../lib/saying/said.ts';
import { wordedIn } from '../../lib/wording/language.ts';
import { languageOf } from '../../lib/wording/message-file.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import spanish from '../../public/_locales/es/messages.json' with { type: 'json' };

const CASES = join(import.meta.dirname, '../cases/criteria');
const PACKS = join(import.meta.dirname, '../../public/packs');

/** Of the case texts of the criteria every so many are reviewed. */
const EVERY = 4;

const texts = readdirSync(CASES)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(join(CASES, file), 'utf8').trim().split('\n'))
  .filter((_, at) => at % EVERY === 0)
  .map((line): { text: string; asOf?: string } => JSON.parse(line));

/** Where what is said stands in a review. */
const SAID_AT = /^(?:reason|why|working|asOfSource|uncertain|terms)$/;

/** Levels of the spine, which are of no language. */
const LEVELS = /^[CTLS]\d+-[CTLS]\d+$/;

interface Found {
  said: Said[];
  plain: { at: string; words: string; record: string }[];
}

/** All that a review of these texts says, and what of it is plain words. */
async function saidOfAll(): Promise<Found> {
  const rulebook = await shippedRulebook();
  const reader = readerFor(rulebook);
  const found: Found = { said: [], plain: [] };
  for (const { text, asOf } of texts) {
    const caseFile = { id: 'test', documents: [plainDocument('d1', 'Record', text)] };
    const review = reviewCase(caseFile, rulebook, asOf ? { asOf } : {});
    review.letter = checkLetter(text, review, rulebook, caseFile, reader);
    const add = (at: string, value: unknown): void => {
      if (isSaid(value)) found.said.push(value);
      else if (typeof value === 'string' && SAID_AT.test(at)) {
        found.plain.push({ at, words: value, record: text });
      } else if (Array.isArray(value)) for (const each of value) add(at, each);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, each] of Object.entries(value)) add(key, each);
      }
    };
    add('', review);
  }
  return found;
}

function textsOfPacks(): string {
  return readdirSync(PACKS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFileSync(join(PACKS, file), 'utf8'))
    .join('\n');
}

const all = await saidOfAll();

test('what a review says in plain words are those of the packs, or of the record', () => {
  const packs = textsOfPacks();
  const isOfPacks = (words: string) =>
    packs.includes(JSON.stringify(words.replace(/\.$/, '')).slice(1, -1));
  const own = all.plain.filter(
    // terms are spelled from the phrases of the packs
    ({ at, words, record }) => at !== 'terms' && !LEVELS.test(words) && !record.includes(words),
  );
  const unknown = new Set(own.map(({ words }) => words));
  expect([...unknown].filter((words) => !isOfPacks(words))).toEqual([]);
});

test.each([
  ['English', english],
  ['Spanish', spanish],
])('all of it is worded in %s, every place filled', (_name, file) => {
  const language = languageOf(file);
  const wrong = all.said
    .map((said: Words) => wordedIn(language, said))
    .filter(
      (words) => words === '' || /\$\w+\$|undefined|NaN|Infinity|\[object|^[\s,;.:]/.test(words),
    );
  expect([...new Set(wrong)]).toEqual([]);
});
