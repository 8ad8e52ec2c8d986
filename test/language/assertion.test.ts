import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../lib/cli/english.ts';
import { compileCues, cueWords } from '../../lib/language/assertion/cues.ts';
import { explainAssertion } from '../../lib/language/assertion/explain.ts';
import { findTarget } from '../../lib/language/find-target.ts';
import { createReader } from '../../lib/language/reader.ts';
import {
  type AssertionCase,
  assertTarget,
  axesOf,
  contextCases,
  scoreNegation,
} from './assertion-scores.ts';
import { goldLines, sharedFile } from './gold-lines.ts';
import { spellingsOf } from './spellings.ts';

const gold = goldLines<AssertionCase>('assertion.jsonl');

describe('assertion of our own sentences', () => {
  const phenomena = [...new Set(gold.map(({ phenomenon }) => phenomenon))];

  it('has at least 400 of them', () => {
    expect(gold.length).toBeGreaterThanOrEqual(400);
  });

  it.each(phenomena)('%s', (phenomenon) => {
    const cases = gold.filter((line) => line.phenomenon === phenomenon);
    const read = cases.map(({ sentence, target }) => ({
      sentence,
      target,
      ...axesOf(assertTarget(sentence, target)),
    }));
    expect(read).toEqual(cases.map(({ phenomenon: _, ...wanted }) => wanted));
  });
});

describe('assertion of public test sentences', () => {
  const context = sharedFile('data', 'context-cases.jsonl');
  const negation = sharedFile('data', 'negation', 'dev.jsonl');

  it.skipIf(context === undefined)('reads all ConText cases as expected', () => {
    const misses = contextCases(readFileSync(context as string, 'utf8')).filter(
      ({ wrong }) => wrong.length > 0,
    );
    expect(misses).toEqual([]);
  });

  it.skipIf(negation === undefined)('separates negated from affirmed findings', () => {
    const score = scoreNegation(readFileSync(negation as string, 'utf8'));
    expect(score.negated.f1).toBeGreaterThanOrEqual(0.98);
    expect(score.hardSpecificity).toBeGreaterThanOrEqual(0.96);
    expect(score.past.f1).toBeGreaterThanOrEqual(0.75);
  });
});

describe('cue tables', () => {
  it('let no two rows claim the same words', () => {
    const { patterns, cues } = compileCues();
    const owners = new Map<string, number>();
    const clashes: string[] = [];
    patterns.forEach(({ phrase, group }, index) => {
      for (const spelling of spellingsOf(phrase)) {
        const key = `${group} ${spelling}`;
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, index);
        else if (cues[owner] !== cues[index]) clashes.push(spelling);
      }
    });
    expect(clashes).toEqual([]);
  });

  it('name only word lists that exist', () => {
    expect(cueWords('relative')).toContain('mother');
    expect(cueWords('no-such-list')).toBeUndefined();
  });
});

describe('explainAssertion', () => {
  const reader = createReader({
    concepts: [{ id: 'weakness', name: 'weakness', phrases: ['weakness'] }],
    drugs: [],
  });

  function explain(text: string): string {
    const [mention] = reader.read(text).mentions;
    if (mention === undefined) throw new Error(`no mention in ${text}`);
    return inEnglish(explainAssertion(mention, text));
  }

  it('names cue and distance', () => {
    expect(explain('Denies numbness, tingling or weakness.')).toBe(
      'negated by "Denies", 3 words before',
    );
  });

  it('names a cue behind', () => {
    expect(explain('Weakness was not seen.')).toBe('negated by "was not seen", just after');
  });

  it('names the section', () => {
    expect(explain('PMH: weakness')).toMatch(/^in the past by/);
  });

  it('names the denial that leads a list', () => {
    expect(explain('Patient denies:\n- fever\n- weakness')).toBe(
      'negated by "denies", 1 word before',
    );
  });

  it('names the mark in a column', () => {
    expect(explain('Symptom | Yes | No\nWeakness | | x')).toBe('negated by the answer "x"');
  });

  it('names the option that is circled', () => {
    expect(explain('Weakness: Y / (N)')).toBe('negated by the answer "(N)"');
  });

  it('says that a choice is open', () => {
    expect(explain('Weakness: Y / N')).toBe('conditional by the answer "Y / N"');
  });

  it('does not count the words of a page header', () => {
    expect(explain('She denies any kind of numbness and any\nPage 3 of 7\nweakness.')).toBe(
      'negated by "denies any", 5 words before',
    );
  });

  it('names the examiner and no reviewer', () => {
    expect(explain('On exam there is no objective evidence of weakness.')).toBe(
      'negated by "no objective evidence of", just before',
    );
  });

  it('says when nothing decided', () => {
    expect(explain('Weakness of the left leg.')).toBe(
      'affirmed, current, of the patient, in the record: no cue says otherwise',
    );
  });
});

describe('findTarget', () => {
  it('prefers the whole word and the same case', () => {
    expect(findTarget('Painful PAIN, pain', 'pain')).toEqual({ start: 14, end: 18 });
    expect(findTarget('Painful PAIN', 'pain')).toEqual({ start: 8, end: 12 });
  });

  it('reads any white space as the same', () => {
    expect(findTarget('trigger\n\npoint', 'trigger point')).toEqual({ start: 0, end: 14 });
  });

  it('finds nothing where nothing is', () => {
    expect(findTarget('pain', 'numbness')).toBeUndefined();
    expect(findTarget('pain', '  ')).toBeUndefined();
  });
});
