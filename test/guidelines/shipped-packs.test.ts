import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentIndex } from '../../lib/cli/pack-index.ts';
import { packSchema } from '../../lib/cli/pack-schema.ts';
import {
  checkedRulebook,
  PACKS,
  type PackIndex,
  shippedRulebook,
} from '../../lib/cli/shipped-packs.ts';
import { loadPacks, type PackFile } from '../../lib/guidelines/load-packs.ts';
import { vocabularyOf } from '../../lib/guidelines/vocabulary.ts';
import { preparePhrases } from '../../lib/language/prepare-phrases.ts';
import { readPrepared } from '../../lib/language/prepared-file.ts';
import type { Vocabulary } from '../../lib/language/vocabulary.ts';
import type { JoinedPacks } from '../../lib/library/shipped-packs.ts';
import { joinedPacksFile } from '../../lib/release/joined-packs.ts';
import { preparedPhrases } from '../../lib/release/prepared-phrases.ts';

const shipped = (file: string) => readFileSync(new URL(file, PACKS), 'utf8');

const read = (file: string): PackFile => ({
  file,
  content: JSON.parse(shipped(file)),
  checked: true,
});

const index = JSON.parse(shipped('index.json')) as PackIndex;

test('the shipped packs have no fault', async () => {
  expect((await checkedRulebook(index)).faults).toEqual([]);
});

test('packs that were checked before make the same rulebook', async () => {
  const checked = await checkedRulebook(index);
  expect(await shippedRulebook()).toEqual(checked);
  const joined = JSON.parse(joinedPacksFile().contents) as JoinedPacks;
  expect(joined.checked).toBe(true);
  expect(loadPacks(joined.files, joined.lexicon)).toEqual(checked);
  expect(loadPacks(index.packs.map(read), read(index.drugs))).toEqual(checked);
});

test('the phrases that the build prepares fit the packs as the extension loads them', async () => {
  const { digest } = readPrepared((await preparedPhrases([])).buffer);
  const loaded = loadPacks(index.packs.map(read), read(index.drugs));
  const vocabulary = vocabularyOf(loaded);
  const { concepts } = vocabulary;
  const fits = (vocabulary: Vocabulary) => preparePhrases(vocabulary).digest === digest;
  expect(fits(vocabulary)).toBe(true);
  expect(fits({ ...vocabulary, concepts: concepts.slice(0, -1) })).toBe(false);
});

test('the list of shipped packs is current (npm run pack:index)', async () => {
  expect(index).toEqual(await currentIndex());
});

test('a plural is written out in phrases: "results? to follow" would be "to follow" too', async () => {
  const { concepts } = await shippedRulebook();
  const halved = [...concepts.values()].flatMap(({ id, phrases, except = [] }) =>
    [...phrases, ...except]
      .filter((phrase) => /(?<![\\\w)'])[a-z]{2,}s\?/.test(phrase))
      .map((phrase) => `${id}: ${phrase}`),
  );
  expect(halved).toEqual([]);
});

test('the JSON Schema for editors is current (npm run pack:schema)', () => {
  expect(JSON.parse(shipped('pack.schema.json'))).toEqual(JSON.parse(packSchema()));
});
