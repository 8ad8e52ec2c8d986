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

const shipped = (file: string) => readFileSync(new URL(file, PACKS), 'utf8');

const index = JSON.parse(shipped('index.json')) as PackIndex;

test('the shipped packs have no fault', async () => {
  expect((await checkedRulebook(index)).faults).toEqual([]);
});

test('packs that were checked before make the same rulebook', async () => {
  const checked = await checkedRulebook(index);
  expect(await shippedRulebook()).toEqual(checked);
  const [lexicon, ...files] = [index.drugs, ...index.packs].map((file) => ({
    file,
    content: JSON.parse(shipped(file)),
    checked: true,
  }));
  expect(loadPacks(files, lexicon as PackFile)).toEqual(checked);
});

test('the list of shipped packs is current (npm run pack:index)', async () => {
  expect(index).toEqual(await currentIndex());
});

test('the JSON Schema for editors is current (npm run pack:schema)', () => {
  expect(JSON.parse(shipped('pack.schema.json'))).toEqual(JSON.parse(packSchema()));
});
