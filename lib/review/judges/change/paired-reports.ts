import { longPattern } from '../../../language/long-pattern.ts';
import type { Mention } from '../../../language/mention.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import { amountsAlike, amountsIn, LEAST_GAIN } from './amounts.ts';
import { compareWords } from './compared-words.ts';
import { joined, type Told, toldIn } from './told-words.ts';

/** What two reports of two times come to. */
export interface ReportStep {
  at: Mention;
  role: 'supports' | 'opposes';
  /** The sentence of the later report. */
  late: number;
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
  told: Told;
  /** What is reported, where a label says so: "Work status" in "Work status in April: off". */
  label?: string | undefined;
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
  return steps(document, '', () => findSteps(document)).flatMap(({ late, early, role, ofNow }) => {
    const at = inReport(late) ?? (ofNow && role === 'supports' ? undefined : inReport(early));
    return at ? [{ at, role, late }] : [];
  });
}

/** Two reports by their sentences, and what they come to. */
interface Step extends Pick<ReportStep, 'role' | 'late'> {
  early: number;
  /** A gain that only what the later report names can show. */
  ofNow?: boolean;
}

/** Those of a document are the same whatever they are asked for. */
const steps = createMemo<IndexedDocument, readonly Step[]>();

function findSteps(document: IndexedDocument): Step[] {
  const { sentences, text } = document.reading;
  const reports = sentences.flatMap(({ start, end }, sentence): Report[] => {
    const head = headOf(text.slice(start, end));
    if (!head) return [];
    const { when, label, length } = head;
    return [{ sentence, when, label, told: toldIn(document, { start: start + length, end }) }];
  });
  return reports.flatMap((late, at): Step[] => {
    const early = reports[at - 1];
    if (!early || late.sentence - early.sentence > APART) return [];
    if (sentences[early.sentence]?.section !== sentences[late.sentence]?.section) return [];
    const found = roleOf(early, late);
    return found ? [{ late: late.sentence, early: early.sentence, ...found }] : [];
  });
}

const SUBJECT = '(?:(?:the )?(?:pt|patient|he|she|they|claimant|worker|i) )';
const LEAD =
  '(?:(?:at|on|per|in|by|upon|as of) )?(?:(?:the|this|his|her|our|my|last|first|initial|most recent) ){0,2}';
const MONTH_NAME =
  '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?(?: \\d{1,2})?(?:,? \\d{4})?';
const DAY = `(?:(?:0?[1-9]|1[0-2])\\/\\d{1,2}(?:\\/\\d{2,4})?|${MONTH_NAME}|(?:visit|session|week) #?\\d{1,2})`;
const TIME_THEN =
  '(?:(?:then|was|before)(?= ?:)|intake|eval(?:uation)?|IE|SOC|baseline|start|outset|beginning|initially|originally|formerly|before (?:therapy|pt|ot|treatment|care|acupuncture|chiropractic|the needles|starting|coming))';
const TIME_NOW =
  '(?:(?:after|following) (?:(?:all|these|those|the|his|her) )?(?:\\w+ )?(?:of (?:them|these) )?(?:visits|sessions|treatments)|today|now|currently|at present|these days|this (?:visit|week|month)|discharge|d\\/c|re-?test|re-?check|re-?exam\\w*|re-?eval\\w*|re-?assessment|latest|last visit)';
const AFTER_HEAD = '\\b(?:[^:;,.\\w]{0,3}(?:\\w+ ){0,2}?(?=[:;,-])[:;,-])?\\s*';
const DATED = longPattern(
  `^\\W*(?:(?:on|in|at|by|pn|pr-?2|note|visit|ov|dc|per|seen|recheck|re-?eval|eval) ?){0,2}${DAY}(?![\\w/%])[:,;-]?\\s+`,
  'i',
);
const THEN = longPattern(`^\\W*${SUBJECT}?${LEAD}${TIME_THEN}${AFTER_HEAD}`, 'i');
/** "Today: ...", "At re-test in June ...", "She now manages ...". */
const NOW = longPattern(`^\\W*${SUBJECT}?(?:can |is )?${LEAD}${TIME_NOW}${AFTER_HEAD}`, 'i');
/** "Work status in April: off", "Sitting now: 40 min": the label says of which time it is. */
const LABELLED = new RegExp(
  `^\\W*((?:[\\w/-]+ ){1,4}?)${LEAD}(?:(${TIME_THEN})|(${TIME_NOW})|${DAY})(?: (?:of |per )?[\\w-]+){0,2}(?: \\([^()]{1,30}\\))? ?:\\s*`,
  'i',
);
/** A sentence of then without a day: "Was 8 and in the recliner", "Then she had stopped driving". */
const WAS =
  /^\W*(?:(?:he|she|pt|patient) )?(?:(?:was|were)(?! (?:shown|given|taught|issued|told|asked|seen|referred|sent|prescribed|instructed|evaluated|examined|advised|handed|treated|denied|approved)\b)|had (?:stopped|quit|given up|been)|used to|then\b|before (?:it|that|this|then|starting)|at first|formerly|previously)\b/i;

/** "When she started in April she was off work", "Before the therapy began he walked five minutes". */
const WHEN_BEGUN = longPattern(
  /^\W*(?:when|before|until) (?:he|she|they|i|(?:the )?(?:pt|patient|therapy|treatment|care|visits|sessions|needles))(?: (?:\w+ ){0,2}?(?:start(?:ed)?|began|begun|came|come))\b(?: (?:in|on|at|to|for|here|with|pt|ot|care|therapy|treatment|the|this|\w+ay|(?:19|20)\d\d|jan\w*|feb\w*|march|april|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*)\b){0,5},? /i,
);
/** "He does it himself these days", "Stairs were one at a time at intake". */
const NOW_LAST =
  /[ ,](?:today|now|currently|at present|these days|(?:at|on) (?:this visit|discharge))[.!]*\s*$/i;
const THEN_LAST =
  /[ ,](?:at (?:the )?(?:intake|eval(?:uation)?|baseline|start|outset|first visit)|before (?:therapy|pt|treatment|the needles)|back then)[.!]*\s*$/i;
/** Characters at the end of a sentence that hold its last words, with marks behind them. */
const LAST_WORDS = 60;

/** What a sentence says first of which time it is; undefined where it says nothing of it. */
function headOf(words: string): (Pick<Report, 'when' | 'label'> & { length: number }) | undefined {
  for (const [when, head] of [
    ['then', THEN],
    ['then', WHEN_BEGUN],
    ['now', NOW],
    ['dated', DATED],
  ] as const) {
    const found = head.exec(words);
    if (found) return { when, length: found[0].length };
  }
  // most sentences have no label, and that is told faster
  const label = words.includes(':') ? LABELLED.exec(words) : null;
  if (label) {
    const [head, name, then, now] = label;
    const when = then ? 'then' : now ? 'now' : 'dated';
    return { when, length: head.length, label: name?.trim().toLowerCase() };
  }
  const last = words.slice(-LAST_WORDS);
  if (WAS.test(words) || THEN_LAST.test(last)) return { when: 'then', length: 0 };
  return NOW_LAST.test(last) ? { when: 'now', length: 0 } : undefined;
}

/** What one thing comes to that a table tells of two times, in words. */
export function stepInWords(then: Told, now: Told): 'supports' | 'opposes' | undefined {
  const [before, after] = [then, now].map(({ words }) => words.trim().toLowerCase());
  if (DITTO.test(now.words) || before === after) return 'opposes';
  if (NOT_ABLE.test(then.words)) {
    if (NOT_ABLE.test(now.words)) return 'opposes';
    if (ABLE.test(now.words)) return 'supports';
  }
  if (ABLE.test(then.words) && NOT_ABLE.test(now.words)) return 'opposes';
  return roleOf({ sentence: 0, when: 'then', told: then }, { sentence: 1, when: 'now', told: now })
    ?.role;
}

const NOT_ABLE =
  /^\W*(?:no|n|unable|not able|cannot|can't|could not|couldn't|dependent|dep|never|none|max assist)\b/i;
const ABLE = /^\W*(?:yes|y|able|can|indep\w*|ok|full|without)\b/i;

/** What two reports come to; `ofNow` where it is told by what somebody does now, which has to be named there. */
function roleOf(early: Report, late: Report): Pick<Step, 'role' | 'ofNow'> | undefined {
  if (late.when === 'then' && early.when !== 'now') return undefined;
  if (early.when === 'now' && late.when !== 'then') return undefined;
  const [then, now] = early.when === 'now' ? [late, early] : [early, late];
  const [before, after] = [then.told.words, now.told.words];
  if (DITTO.test(after)) return { role: 'opposes' };
  const byAmount = moreOf(before, after);
  if (byAmount) return { role: byAmount };
  if (isAlike(before, after)) return { role: 'opposes' };
  // of two days only what both name is compared, and what a report says of itself is left to it
  const isOfDays = then.when === 'dated' || now.when === 'dated';
  const isSame = then.label !== undefined && then.label === now.label;
  const isOwn = () => compareWords(late.told, () => true) !== undefined;
  if (isOfDays && !isSame && (!shareWord(before, after) || isOwn())) return undefined;
  const [first, last] = [withoutEnd(then.told), withoutEnd(now.told)];
  const role =
    compareWords(joined(['initially ', first, '; now ', last]), () => true)?.role ??
    compareWords(joined(['from ', first, ' to ', last]), () => true)?.role;
  return role && { role, ofNow: now === late };
}

function withoutEnd(told: Told): Told {
  return { ...told, words: told.words.replace(/[.!]\W*$/, '') };
}

const STEM = 4;
const LONG_WORD = /[a-z]{4,}/g;

/** "Could not kneel", "kneels to garden". */
function shareWord(one: string, other: string): boolean {
  const stems = (words: string) =>
    [...words.toLowerCase().matchAll(LONG_WORD)].map(([word]) => word.slice(0, STEM));
  const known = new Set(stems(one));
  return stems(other).some(
    (stem) => known.has(stem) && !/^(?:with|that|this|could|cann|have|were|able|unab)/.test(stem),
  );
}

const WORD = /[a-z]{2,}|\d+/g;
/** Words that say nothing of what is managed. */
const EMPTY =
  /^(?:he|she|it|they|pt|is|was|are|were|be|been|has|had|the|an|to|at|of|now|today|still|then)$/;
/** Ditto marks, and nothing else. */
const DITTO = /^[\s"'”“]*["”“][\s"'”“]*$/;

function isAlike(one: string, other: string): boolean {
  const [first, second] = [one, other].map(
    (words) =>
      new Set(
        [...words.toLowerCase().matchAll(WORD)].flatMap(([word]) => (EMPTY.test(word) ? [] : word)),
      ),
  ) as [Set<string>, Set<string>];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared >= 2 && shared >= ALIKE * Math.max(first.size, second.size);
}

/** Of each unit that both name once, which is more; one gain is a gain. */
function moreOf(then: string, now: string): 'supports' | 'opposes' | undefined {
  const before = amountsIn(then);
  const named = amountsIn(now);
  // "Sat ten minutes at the evaluation. Sits 30 today."
  const bare = named.length > 0 || before.length !== 1 ? [] : amountsAlike([then, now].join(''));
  const after = named.length > 0 ? named : bare.filter(({ start }) => start >= then.length);
  const steps = before.flatMap(({ unit, amount }) => {
    if (before.filter((one) => one.unit === unit).length > 1) return [];
    const same = after.filter((one) => one.unit === unit);
    return same.length === 1 && same[0] ? [same[0].amount / amount] : [];
  });
  if (steps.some((step) => step >= LEAST_GAIN)) return 'supports';
  return steps.length > 0 && steps.every((step) => step <= 1) ? 'opposes' : undefined;
}
