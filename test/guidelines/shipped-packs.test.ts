import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentIndex } from '../../lib/cli/pack-index.ts';
import { packSchema } from '../../lib/cli/pack-schema.ts';
import { PACKS, shippedRulebook } from '../../lib/cli/shipped-packs.ts';

const shipped = (file: string) => readFileSync(new URL(file, PACKS), 'utf8');

test('the shipped packs have no fault', () => {
  expect(shippedRulebook().faults).toEqual([]);
});

test('the list of shipped packs is current (npm run pack:index)', () => {
  expect(JSON.parse(shipped('index.json'))).toEqual(JSON.parse(currentIndex()));
});

test('the JSON Schema for editors is current (npm run pack:schema)', () => {
  expect(JSON.parse(shipped('pack.schema.json'))).toEqual(JSON.parse(packSchema()));
});
