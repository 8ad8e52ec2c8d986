import nlp from 'compromise';
import AhoCorasick from 'modern-ahocorasick';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { vocabularyOf } from '../../lib/guidelines/vocabulary.ts';
import { createReader, type Reader } from '../../lib/language/reader.ts';
import { tokenize } from '../../lib/language/tokens.ts';
import type { Vocabulary } from '../../lib/language/vocabulary.ts';
import { createWordTable, type WordTable } from '../../lib/language/word-table.ts';
import { HOSTILE_TEXTS } from '../language/hostile-texts.ts';
import { bareLoop, milliseconds } from './stopwatch.ts';
import type { Table } from './table.ts';

const PASSES = 3;
const MEGABYTE = 1_000_000;
const HOSTILE_LENGTH = MEGABYTE;
const GROWTH = [1, 2, 5, 10, 20, 50];
/** The slow peers get a slice: a share of the text in UTF-16 units. */
const WINK_SLICE = 200_000;
const COMPROMISE_SLICE = 30_000;

/** A pass takes about so long: CPU time is counted in ticks of some milliseconds. */
const PASS = 60;

/** Megabytes a second. What is quick is run several times in one pass. */
export function rate(text: string, run: () => unknown, passes = PASSES): number {
  const once = milliseconds(run, 1);
  const runs = Math.max(1, Math.min(50, Math.ceil(PASS / Math.max(1, once))));
  const many = () => {
    for (let i = 0; i < runs; i += 1) run();
  };
  const best = milliseconds(many, passes) / runs;
  return text.length / 1000 / best;
}

/** Results end here, so that no engine leaves out what nobody reads. */
export let sink = 0;

/** The plain phrases of a vocabulary, for peers that know no phrase language. */
export function plainPhrases({ concepts, drugs }: Vocabulary): string[] {
  const all = [
    ...concepts.flatMap(({ phrases }) => phrases),
    ...drugs.flatMap(({ generic, brands }) => [generic, ...brands]),
  ];
  return [
    ...new Set(
      all.map((phrase) => phrase.toLowerCase()).filter((phrase) => /^[a-z][a-z -]*$/.test(phrase)),
    ),
  ];
}

/** The words of phrases: what the words of a text are looked up in. */
function wordsOf(phrases: readonly string[]): WordTable {
  const table = createWordTable();
  for (const phrase of phrases)
    for (const word of phrase.split(/[ -]+/)) if (word !== '') table.internWithPlural(word);
  return table;
}

/** Tables of speed: stages and peers, growth with length, hostile texts. */
export async function speedTables(corpus: { name: string; texts: string[] }): Promise<Table[]> {
  const vocabulary = vocabularyOf(await shippedRulebook());
  let opened: Reader | undefined;
  // Once, as it is at a start: what runs again has been made quick by the engine.
  const compiled = milliseconds(() => {
    opened = createReader(vocabulary);
  }, 1);
  const reader = opened as unknown as Reader;
  const text = corpus.texts.join('\n\n');
  const bare = rate(text, () => bareLoop(text));
  const row = (name: string, megabytes: number) => [
    name,
    megabytes < 1 ? megabytes.toFixed(2) : megabytes.toFixed(0),
    `1/${(bare / megabytes).toFixed(0)}`,
  ];
  const whole = rate(text, () => reader.read(text));
  const found = rate(text, () => reader.recognize(text));
  const phrases = plainPhrases(vocabulary);
  const words = wordsOf(phrases);
  return [
    {
      title: `Speed on ${(text.length / MEGABYTE).toFixed(1)} MB of ${corpus.name}; ${vocabulary.concepts.length} concepts, ${vocabulary.drugs.length} drugs, compiled in ${compiled.toFixed(0)} ms of CPU`,
      head: ['what', 'MB/s', 'of a bare loop'],
      rows: [
        row('bare loop over charCodeAt', bare),
        row(
          'tokens',
          rate(text, () => tokenize(text, words)),
        ),
        row('recognition: tokens and all phrases', found),
        row(
          'recognition, text by text',
          rate(text, () => corpus.texts.map((one) => reader.recognize(one).count)),
        ),
        row('whole reading', whole),
        row(
          'whole reading, text by text',
          rate(text, () => corpus.texts.map((one) => reader.read(one).mentions.length)),
        ),
        ...peers(text, phrases).map(([name, megabytes]) => row(name, megabytes)),
      ],
    },
    growth(reader, text),
    hostile(reader, found, whole),
  ];
}

/** What other libraries take for a part of the same work, in megabytes a second. */
export function peers(text: string, phrases: string[]): [string, number][] {
  const longFirst = [...phrases].sort((a, b) => b.length - a.length);
  const alternation = new RegExp(`\\b(?:${longFirst.join('|')})\\b`, 'gi');
  const ahoCorasick = new AhoCorasick(phrases);
  const wink = winkNLP(model);
  const winkText = text.slice(0, WINK_SLICE);
  const compromiseText = text.slice(0, COMPROMISE_SLICE);
  const trie = nlp.buildTrie(phrases);
  const lower = text.toLowerCase();
  return [
    [
      `one RegExp of ${phrases.length} plain phrases`,
      rate(text, () => {
        for (const match of text.matchAll(alternation)) sink ^= match.index;
      }),
    ],
    [
      `modern-ahocorasick, the same phrases`,
      rate(
        lower,
        () => {
          sink ^= ahoCorasick.search(lower).length;
        },
        2,
      ),
    ],
    ['wink-nlp, full pipe', rate(winkText, () => wink.readDoc(winkText).entities().length(), 2)],
    [
      'compromise, look-up of the same phrases',
      rate(compromiseText, () => nlp(compromiseText).lookup(trie).length, 2),
    ],
  ];
}

function growth({ recognize, read }: Reader, text: string): Table {
  const rows = GROWTH.map((megabytes) => {
    const length = megabytes * MEGABYTE;
    const longer = text.repeat(Math.ceil(length / text.length)).slice(0, length);
    bareLoop(longer);
    const once = (run: () => unknown) => longer.length / 1000 / milliseconds(run, 1);
    return [
      String(megabytes),
      once(() => recognize(longer)).toFixed(1),
      once(() => read(longer)).toFixed(1),
    ];
  });
  return {
    title: 'Growth with the length of one text',
    head: ['MB', 'recognition MB/s', 'whole reading MB/s'],
    rows,
  };
}

function hostile({ recognize, read }: Reader, usual: number, usualWhole: number): Table {
  const rows = Object.entries(HOSTILE_TEXTS).map(([name, make]) => {
    const text = make(HOSTILE_LENGTH);
    const found = rate(text, () => recognize(text), 2);
    const whole = rate(text, () => read(text), 2);
    return [name, (found / usual).toFixed(2), whole.toFixed(1), (whole / usualWhole).toFixed(2)];
  });
  return {
    title: 'Hostile texts of 1 MB',
    head: ['text', 'recognition, of the usual rate', 'whole reading MB/s', 'of the usual rate'],
    rows,
  };
}
