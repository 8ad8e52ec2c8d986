import { readdirSync, readFileSync } from 'node:fs';
import type { LetterCheckId } from '../../lib/letter/check/letter-finding.ts';

/** A clean letter with the record it is about, and the places where it can be spoilt. */
export interface LabelledLetter {
  id: string;
  style: string;
  asOf: string;
  /** False for letters that were not looked at while rules were written. */
  seen: boolean;
  case: string;
  letter: string;
  /** `find` stands in the letter; in its place `with` makes a mistake of one kind. */
  changes: { kind: string; find: string; with: string }[];
}

/** One spoilt letter: which check must speak up. */
export interface SpoiltLetter {
  of: LabelledLetter;
  kind: string;
  text: string;
  expects: LetterCheckId;
}

/** The check that each kind of mistake is the matter of. */
const EXPECTS: Record<string, LetterCheckId> = {
  drug: 'letter/request-mismatch',
  strength: 'letter/request-mismatch',
  quantity: 'letter/request-mismatch',
  refills: 'letter/request-mismatch',
  side: 'letter/request-mismatch',
  level: 'letter/request-mismatch',
  bodypart: 'letter/request-mismatch',
  conclusion: 'letter/other-item',
  citation: 'letter/no-citation',
  edition: 'letter/citation-out-of-date',
  limit: 'letter/mixed-limits',
  reason: 'letter/empty-phrase',
  absence: 'letter/absence-contradicted',
  contrary: 'letter/contrary-evidence-ignored',
  unaddressed: 'letter/criterion-unaddressed',
  copied: 'letter/copied-text',
  slip: 'letter/slip',
  abbreviation: 'letter/unexplained-abbreviation',
  received: 'letter/missing-element',
  decided: 'letter/missing-element',
  records: 'letter/missing-element',
  reviewer: 'letter/missing-element',
  appeal: 'letter/missing-element',
};

const FOLDER = new URL('../cases/letters/', import.meta.url);

/** All labelled letters, in the order of their files. */
export function labelledLetters(): LabelledLetter[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
}

/** Every letter that one change makes of a clean one. Throws where the change does not fit. */
export function spoiltLetters(of: LabelledLetter): SpoiltLetter[] {
  return of.changes.map(({ kind, find, with: put }) => {
    const expects = EXPECTS[kind];
    if (!expects) throw new Error(`${of.id}: no check is known for "${kind}"`);
    if (!of.letter.includes(find)) throw new Error(`${of.id}: "${find}" is not in the letter`);
    return { of, kind, expects, text: of.letter.replace(find, () => put) };
  });
}
