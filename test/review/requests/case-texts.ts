import { plainDocument } from '../../../lib/case/document.ts';
import { shippedRulebook } from '../../../lib/cli/shipped-packs.ts';
import { vocabularyOf } from '../../../lib/guidelines/vocabulary.ts';
import { createReader } from '../../../lib/language/reader.ts';
import { indexCase } from '../../../lib/review/evidence/case-index.ts';
import { findRequests } from '../../../lib/review/requests/find-requests.ts';
import type { FoundRequest } from '../../../lib/review/requests/found-request.ts';
import { caseLines } from '../case-lines.ts';

/** A text with the items it asks for, as a line of `test/cases/requests/*.jsonl`. */
export interface RequestCase {
  id: string;
  text: string;
  expect: ExpectedItem[];
}

export interface ExpectedItem {
  treatment: string;
  /** Words of the line item; left out where any will do. */
  label?: string;
  listed?: boolean;
  parts?: ExpectedParts;
}

/** What the item is expected to say; a part left out is not looked at. */
export interface ExpectedParts {
  strength?: string | null;
  quantity?: string | null;
  refills?: number | null;
  /** Times a day. */
  perDay?: number | null;
  /** Days of supply, refills included. */
  days?: number | null;
  visits?: number | null;
  side?: string | null;
  /** Every level of the item, in words. */
  level?: string | null;
  bodyPart?: string | null;
}

const FOLDER = new URL('../../cases/requests/', import.meta.url);

/** Every case of the folder, with the name of its file. */
export function requestCases(): (RequestCase & { file: string })[] {
  return caseLines(FOLDER);
}

/** The cases that must come out as expected; files named `open-...` are measured only. */
export function demandedCases(): ReturnType<typeof requestCases> {
  return requestCases().filter(({ file }) => !file.startsWith('open-'));
}

/** Reads texts with the shipped packs. */
export async function openTexts() {
  const rulebook = await shippedRulebook();
  const reader = createReader(vocabularyOf(rulebook));
  return (...texts: string[]) => {
    const documents = texts.map((text, at) => ({
      document: plainDocument(`document-${at + 1}`, `Document ${at + 1}`, text),
      reading: reader.read(text),
    }));
    const requests = findRequests(documents, rulebook);
    return { requests, documents, index: indexCase(documents, rulebook), rulebook };
  };
}

/** What was found against what was expected: what is missing and what is too much, in words. */
export function compare(expected: readonly ExpectedItem[], found: readonly FoundRequest[]) {
  const left = [...found];
  const missing: string[] = [];
  const wrongParts: string[] = [];
  for (const item of expected) {
    const at = left.findIndex(
      (one) =>
        one.treatment === item.treatment && one.listed === (item.listed ?? true) && fits(item, one),
    );
    const [match] = at >= 0 ? left.splice(at, 1) : [];
    if (match) wrongParts.push(...differingParts(item, match));
    else missing.push(`${item.treatment}: ${item.label ?? 'any'}`);
  }
  const extra = left
    .filter(({ listed }) => listed)
    .map(({ treatment, label }) => `${treatment}: ${label}`);
  return { missing, extra, wrongParts };
}

/** Parts of a found item that are not as expected, in words. */
function differingParts({ label, parts = {} }: ExpectedItem, found: FoundRequest): string[] {
  const { details } = found;
  const is: Required<ExpectedParts> = {
    strength: details.strength,
    quantity: details.quantity,
    refills: details.refills,
    perDay: found.parts.frequencies[0]?.value.perDay.high ?? null,
    days: details.daysSupply,
    visits: details.visits,
    side: details.side,
    level: words(found.parts.levels),
    bodyPart: words(found.parts.bodyParts),
  };
  return (Object.keys(parts) as (keyof ExpectedParts)[])
    .filter((name) => !isSame(parts[name] ?? null, is[name]))
    .map((name) => `${label}: ${name} ${parts[name]}, found ${is[name]}`);
}

/** Numbers to the letter; of words the expected ones must be among the found. */
function isSame(expected: string | number | null, found: string | number | null): boolean {
  if (typeof expected !== 'string' || typeof found !== 'string') return expected === found;
  const has = wordsOf(found);
  return [...wordsOf(expected)].every((word) => has.has(word));
}

function words(stated: readonly { passage: { quote: string } }[]): string | null {
  return stated.length > 0 ? stated.map(({ passage }) => passage.quote).join(' ') : null;
}

/** At least two thirds of the expected words stand in the label. */
function fits({ label }: ExpectedItem, found: FoundRequest): boolean {
  if (label === undefined) return true;
  const expected = wordsOf(label);
  const words = wordsOf(found.label);
  return [...expected].filter((word) => words.has(word)).length * 3 >= expected.size * 2;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z]{2,}|\d+(?:\.\d+)?/g) ?? []);
}
