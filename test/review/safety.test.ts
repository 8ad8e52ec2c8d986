import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../lib/cli/english.ts';
import { reviewOf, smallRulebook } from './small-rulebook.ts';

const opioidWithBenzodiazepine = {
  id: 'safety/opioid-with-benzodiazepine',
  name: 'Opioid with a benzodiazepine',
  together: ['class:opioid', 'class:benzodiazepine'],
  reason: 'Together: {names}.',
};
const duplicate = {
  id: 'safety/duplicate-class',
  name: 'Two of one class',
  duplicate: ['benzodiazepine'],
  reason: 'Two of one class: {names}.',
};
const words = {
  id: 'safety/abrupt-stop',
  name: 'Words',
  any: [{ find: 'twitch' }],
  unless: [{ find: 'jump-sign' }],
  reason: 'Found.',
};

function raised(text: string, ...safety: object[]) {
  return reviewOf(smallRulebook([], { safety }), [text]).safety;
}

describe('medicines together', () => {
  test.each([
    ['both in the list', 'CURRENT MEDICATIONS: MS Contin 15 mg bid, Xanax 0.5 mg qhs.', true],
    ['one of them only', 'CURRENT MEDICATIONS: MS Contin 15 mg bid.', false],
    ['one denied', 'CURRENT MEDICATIONS: MS Contin 15 mg bid. Denies Xanax.', false],
    [
      'one of them the brother’s',
      'CURRENT MEDICATIONS: MS Contin 15 mg bid.\n\nFAMILY HISTORY: brother takes Xanax.',
      false,
    ],
  ])('%s', (_what, text, expected) => {
    expect(raised(text, opioidWithBenzodiazepine).length > 0).toBe(expected);
  });

  test('the finding names them and quotes where they stand', () => {
    const [finding] = raised(
      'CURRENT MEDICATIONS: MS Contin 15 mg bid, Xanax 0.5 mg qhs.',
      opioidWithBenzodiazepine,
    );
    expect(inEnglish(finding?.reason ?? '')).toBe('Together: MS Contin, Xanax.');
    expect(finding?.evidence.length).toBe(2);
  });
});

describe('two of one class', () => {
  test.each([
    ['two drugs', 'CURRENT MEDICATIONS: Klonopin 1 mg bid, Xanax 0.5 mg qhs.', true],
    [
      'the second a bare name',
      'CURRENT MEDICATIONS: Xanax 0.5 mg qhs.\n\nEXAM: Klonopin seen in the screen.',
      false,
    ],
    ['one drug twice', 'CURRENT MEDICATIONS: Xanax 0.5 mg qhs.\n\nXanax helps.', false],
  ])('%s', (_what, text, expected) => {
    expect(raised(text, duplicate).length > 0).toBe(expected);
  });
});

describe('words', () => {
  test('raise a finding unless others stand in the case', () => {
    expect(raised('There is a twitch response.', words)).toMatchObject([{ reason: 'Found.' }]);
    expect(raised('There is a twitch response. Positive jump sign.', words)).toEqual([]);
  });
});
