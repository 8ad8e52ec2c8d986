import { expect, test } from 'vitest';
import { inEnglish } from '../../lib/cli/english.ts';
import { checkPackText } from '../../lib/guidelines/check-pack-text.ts';
import { readPack } from '../../lib/guidelines/load-packs.ts';

const head = `{
  "id": "team",
  "title": "Team",
  "version": "1",
  "jurisdiction": "any",
  "licence": "own words",
`;
const others = [
  {
    file: 'shipped.json',
    content: {
      id: 'shipped',
      title: 'Shipped',
      version: '1',
      jurisdiction: 'any',
      licence: 'own words',
      concepts: [{ id: 'sleep', name: 'sleep', phrases: ['sleep'] }],
      treatments: [{ id: 'heat', name: 'Heat', quantity: 'visits' }],
    },
  },
].flatMap((file) => readPack(file, []) ?? []);

const check = (text: string) => checkPackText('team.json', text, others, { drugs: [] });
const told = (text: string) =>
  check(text).faults.map(({ line, path, reason }) => `${line} ${path} ${inEnglish(reason)}`);

test('a pack that is right is usable beside the others', () => {
  const { faults, usable } = check(`${head}  "criteria": []\n}`);
  expect(faults).toEqual([]);
  expect([...(usable?.rulebook.treatments.keys() ?? [])]).toEqual(['heat']);
});

test('text that is no JSON is shown at its line, and nothing is usable', () => {
  const checked = check(`${head}  "criteria": [,]\n}`);
  expect(checked.usable).toBeNull();
  expect(checked.faults).toMatchObject([{ code: 'pack-not-json', line: 7, leftOut: 'pack' }]);
});

test('each part of the wrong shape is shown at its line in plain words', () => {
  const criteria = `[
    { "id": "heat/sleep", "name": "", "question": "Sleep", "messages": {}, "colour": 1,
      "supports": [{ "find": "sleep",
        "with": [{ "find": "sleep",
          "withn": "sentence" }] }] }
  ]`;
  expect(told(`${head}  "criteria": ${criteria}\n}`)).toEqual([
    '8 criteria[0].name This may not be empty.',
    '8 criteria[0].question A question is expected here, ending in “?”.',
    '8 criteria[0].colour The name “colour” is not known here.',
    '11 criteria[0].supports[0].with[0].withn The name “withn” is not known here.',
  ]);
});

test('what names something unknown is left out, and the rest is usable', () => {
  const checked = check(`${head}  "criteria": [
    { "id": "heat/sleep", "name": "Sleep", "question": "Sleep?", "messages": {},
      "supports": [{ "find": "slumber" }] }
  ]\n}`);
  expect(checked.usable?.pack.id).toBe('team');
  expect(checked.faults).toMatchObject([
    { line: 9, reason: { name: 'reason_no_concept', about: ['slumber'] }, leftOut: 'entry' },
  ]);
});

test('a pack may take the place of a shipped one, and only of one that is there', () => {
  const copy = check(`${head}  "replaces": "shipped"\n}`);
  expect(copy.faults).toEqual([]);
  expect(copy.usable?.rulebook.treatments.size).toBe(0);
  expect(told(`${head}  "replaces": "nix"\n}`)).toEqual(['7 replaces There is no pack “nix”.']);
});

test('the id of a shipped pack is taken', () => {
  const { faults, usable } = check(head.replace('team', 'shipped').replace(/,\n$/, '\n}'));
  expect(faults).toMatchObject([{ line: 2, path: 'id', leftOut: 'pack' }]);
  expect(usable).toBeNull();
});
