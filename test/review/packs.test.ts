import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Criterion, Pack } from '../../lib/guidelines/pack.ts';
import contract from './criteria-contract.json' with { type: 'json' };

/**
 * What a pack owes its reader: every criterion of the contract asks a plain question, has words for
 * each verdict it can come to, is cited with edition, dates and section, and has a labelled case.
 */

const PACKS = new URL('../../public/packs/', import.meta.url);
const CASES = new URL('../cases/criteria/', import.meta.url);

function packsIn(folder: string): { file: string; pack: Pack }[] {
  const directory = new URL(`${folder}/`, PACKS);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      file: `${folder}/${file}`,
      pack: JSON.parse(readFileSync(new URL(file, directory), 'utf8')) as Pack,
    }));
}

interface LabelledCase {
  id: string;
  criterion: string;
  text: string;
  asOf: string;
  verdict: string;
  quotes: string[];
}

function casesOf(treatment: string): LabelledCase[] {
  const file = new URL(`${treatment}.jsonl`, CASES);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledCase);
}

const guidelines = packsIn('guidelines').map(({ pack }) => pack);
const treatments = packsIn('treatments');
/** Wherever a criterion stands, also in an edition's own file, it owes the same. */
const criteria = [...treatments, ...packsIn('guidelines'), ...packsIn('safety')].flatMap(
  ({ file, pack }) => (pack.criteria ?? []).map((criterion) => ({ file, criterion })),
);
const contractIds = Object.entries(contract).flatMap(([treatment, names]) =>
  names.map((name) => `${treatment}/${name}`),
);

/** Verdicts a criterion can come to that need words of its own. */
function messagesOwed({ unless, supports, opposes, ambiguous, judge }: Criterion): string[] {
  return [
    supports || judge ? 'met' : '',
    opposes || judge ? 'notMet' : '',
    ambiguous || judge ? 'unclear' : '',
    'notDocumented',
    unless && !unless.otherwise ? 'notApplicable' : '',
  ].filter((message) => message !== '');
}

describe.each(treatments)('$file', ({ pack }) => {
  const treatment = (pack.criteria ?? [])[0]?.id.split('/')[0] ?? pack.id;

  test('has every criterion of the contract for its treatment', () => {
    const owed = contractIds.filter((id) => id.startsWith(`${treatment}/`));
    const own = new Set((pack.criteria ?? []).map(({ id }) => id));
    expect(owed.filter((id) => !own.has(id))).toEqual([]);
  });
});

describe.each(criteria)('$criterion.id', ({ criterion }) => {
  test('asks one plain question', () => {
    expect(criterion.question.endsWith('?')).toBe(true);
    expect(criterion.question.length).toBeLessThanOrEqual(140);
    expect(criterion.name.length).toBeLessThanOrEqual(40);
  });

  test('has words for each verdict, and they decide nothing', () => {
    const messages = Object.entries(criterion.messages);
    const missing = messagesOwed(criterion).filter(
      (owed) => !messages.some(([name]) => name === owed),
    );
    expect(missing).toEqual([]);
    for (const [, message] of messages) {
      expect(message).not.toMatch(/medically necessary|approve|deny|denied|certif/i);
    }
  });

  test('is cited by an edition with dates and a section', () => {
    const cited = guidelines.flatMap((pack) =>
      (pack.standards ?? [])
        .filter((standard) => standard.criterion === criterion.id)
        .map((standard) => ({ standard, from: pack.guideline?.inForce.from })),
    );
    expect(cited.length).toBeGreaterThan(0);
    for (const { standard, from } of cited) {
      expect(standard.section).not.toBe('');
      expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('has a labelled case with its words', () => {
    const treatment = criterion.id.split('/')[0] ?? '';
    const own = casesOf(treatment).filter((labelled) => labelled.criterion === criterion.id);
    expect(own.length).toBeGreaterThan(0);
    for (const { text, quotes } of own) {
      for (const quote of quotes) expect(text).toContain(quote);
    }
  });
});

test('every criterion of the contract is cited by at least one edition', () => {
  const cited = new Set(
    guidelines.flatMap((pack) => (pack.standards ?? []).map((standard) => standard.criterion)),
  );
  expect(contractIds.filter((id) => !cited.has(id))).toEqual([]);
});

test('a standard rests on sources that its pack names, and "seen" on more than reputation', () => {
  for (const pack of guidelines) {
    const sources = new Set((pack.sources ?? []).map(({ id }) => id));
    for (const standard of pack.standards ?? []) {
      for (const source of standard.sources) expect(sources, pack.id).toContain(source);
      if (standard.confidence === 'seen') {
        expect(standard.sources, standard.criterion).not.toContain('odg-by-reputation');
      }
    }
  }
});
