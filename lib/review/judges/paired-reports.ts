import type { Mention } from '../../language/mention.ts';
import type { IndexedDocument } from '../evidence/case-index.ts';
import { createMemo } from '../evidence/memo.ts';
import { amountsIn, LEAST_GAIN } from './amounts.ts';
import { compareWords } from './compared-words.ts';

/** What two reports of two times come to. */
export interface ReportStep {
  at: Mention;
  role: 'supports' | 'opposes';
}

/** Sentences that two reports may be apart. */
const APART = 3;
/** Share of the words that two reports have in common where they say the same. */
const ALIKE = 0.8;

/** A sentence that says of which time it is, with what it says. */
interface Report {
  sentence: number;
  /** `then` and `now` by its word, else in the order of the text. */
  when: 'then' | 'now' | 'dated';
  words: string;
}

/**
 * Two sentences near each other that each say what somebody manages at one time: "At intake: stairs
 * one at a time. Today: stairs one at a time", "5/2 walks 5 min. 6/20 walks 25 min", "Was in the
 * recliner. Now walks to the corner". `inReport` gives what counts in a sentence, if anything does.
 */
export function pairsOfReports(
  document: IndexedDocument,
  inReport: (sentence: number) => Mention | undefined,
): ReportStep[] {
  return steps(document, '', () => findSteps(document)).flatMap(({ late, early, role }) => {
    const at = inReport(late) ?? inReport(early);
    return at ? [{ at, role }] : [];
  });
}

/** Two reports by their sentences, and what they come to. */
interface Step extends Pick<ReportStep, 'role'> {
  late: number;
  early: number;
}

/** Those of a document are the same whatever they are asked for. */
const steps = createMemo<IndexedDocument, readonly Step[]>();

function findSteps({ reading: { sentences, text } }: IndexedDocument): Step[] {
  const reports = sentences.flatMap(({ start, end }, sentence): Report[] => {
    const report = reportOf(text.slice(start, end));
    return report ? [{ sentence, ...report }] : [];
  });
  return reports.flatMap((late, at): Step[] => {
    const early = reports[at - 1];
    if (!early || late.sentence - early.sentence > APART) return [];
    if (sentences[early.sentence]?.section !== sentences[late.sentence]?.section) return [];
    const role = roleOf(early, late);
    return role ? [{ late: late.sentence, early: early.sentence, role }] : [];
  });
}

const DATED =
  /^\W*(?:(?:on|in|at|by|pn|pr-?2|note|visit|ov|dc|per|seen|recheck|re-?eval|eval) ?){0,2}(?:(?:0?[1-9]|1[0-2])\/\d{1,2}(?:\/\d{2,4})?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?|(?:visit|session|week) #?\d{1,2})(?![\w/%])[:,;-]?\s+/i;
const THEN =
  /^\W*(?:(?:pt|patient|he|she|claimant) )?(?:at|on|per)? ?(?:the |initial |first )?(?:intake|eval(?:uation)?|IE|SOC|baseline|start|outset|beginning)\b[^:;,.]{0,10}[:;,-]?\s+/i;
const NOW =
  /^\W*(?:(?:pt|patient|he|she|claimant) )?(?:at |as of )?(?:today|now|currently|at present|these days|this visit|discharge|d\/c)\b[:;,-]?\s*/i;
/** A sentence of then without a day: "Was 8 and in the recliner", "Then she had stopped driving". */
const WAS =
  /^\W*(?:(?:he|she|pt|patient) )?(?:was|were|had (?:stopped|quit|given up|been)|used to|then\b|before (?:it|that|this|then|starting)|at first|formerly|previously)\b/i;

function reportOf(words: string): Omit<Report, 'sentence'> | undefined {
  for (const [when, head] of [
    ['then', THEN],
    ['now', NOW],
    ['dated', DATED],
  ] as const) {
    const found = head.exec(words);
    if (found) return { when, words: words.slice(found[0].length) };
  }
  return WAS.test(words) ? { when: 'then', words } : undefined;
}

function roleOf(early: Report, late: Report): ReportStep['role'] | undefined {
  if (late.when === 'then' && early.when !== 'now') return undefined;
  if (early.when === 'now' && late.when !== 'then') return undefined;
  const [then, now] = early.when === 'now' ? [late, early] : [early, late];
  if (isAlike(then.words, now.words)) return 'opposes';
  const byAmount = moreOf(then.words, now.words);
  if (byAmount) return byAmount;
  if (then.when !== 'then' || now.when !== 'now') return undefined;
  const words = [then.words.replace(/[.!]\W*$/, ''), now.words].join('; now ');
  return compareWords(words, () => true)?.role;
}

const WORD = /[a-z]{2,}|\d+/g;

function isAlike(one: string, other: string): boolean {
  const [first, second] = [one, other].map(
    (words) => new Set([...words.toLowerCase().matchAll(WORD)].map(([word]) => word)),
  ) as [Set<string>, Set<string>];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared >= 2 && shared >= ALIKE * Math.max(first.size, second.size);
}

/** Of each unit that both name once, which is more; one gain is a gain. */
function moreOf(then: string, now: string): 'supports' | 'opposes' | undefined {
  const [before, after] = [amountsIn(then), amountsIn(now)];
  const steps = before.flatMap(({ unit, amount }) => {
    if (before.filter((one) => one.unit === unit).length > 1) return [];
    const same = after.filter((one) => one.unit === unit);
    return same.length === 1 && same[0] ? [same[0].amount / amount] : [];
  });
  if (steps.some((step) => step >= LEAST_GAIN)) return 'supports';
  return steps.length > 0 && steps.every((step) => step <= 1) ? 'opposes' : undefined;
}
