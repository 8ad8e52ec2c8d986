import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention, Sentence } from '../../../language/mention.ts';
import { say } from '../../../saying/said.ts';
import { isBygone } from '../../evidence/bygone.ts';
import {
  conceptsOf,
  groupBy,
  type IndexedDocument,
  mentionsWithin,
  names,
} from '../../evidence/case-index.ts';
import { isLeftBlank } from '../../evidence/meant-mentions.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Span, scopeOf, shares } from '../../evidence/scopes.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, NOTHING } from '../judge.ts';
import { FORM, type Found, ticked, tickedBelow, withBoxes } from './routine-boxes.ts';

const MOST_PIECES = 8;
/** Concepts of the packs: words that say how something is done. */
const KEPT = 'routine-kept';
const NOT_DONE = 'routine-not-done';
const NOW_AND_THEN = 'routine-now-and-then';
const SUPPOSED = 'routine-supposed';
const NOT_TOLD_WHETHER = 'routine-not-told';
const ADVISED = 'routine-advised';
const HANDED_OUT = 'routine-handed-out';
const RESUMED = 'taken-up-again';
const LAPSED = 'routine-lapsed';
const LEFT_OFF = 'routine-left-off';
/** What the sentence after says, and what stands below a label. */
const TAKEN_UP_NOW = 'routine-taken-up-now';
const NONE_SINCE = 'routine-none-since';
const DOES_IT = 'routine-does-it';
const NOT_ABLE = 'routine-not-able';
const REASONED = 'routine-reasoned';
/** What stands there is asked for or advised. */
const NOT_TOLD = ['request', 'decision', 'heading', 'guideline', 'family-history'];

/**
 * Whether what somebody should do on his own is done: how a sentence that names it says so, in any
 * words. Now and then, or handed out without a word on doing it, cannot tell; advice says nothing.
 */
export const judgeOwnRoutine: Judge<Settings<'own-routine'>> = ({ of }, { index, request }) => {
  const concepts = conceptsOf(of, index.rulebook, request);
  const evidence: Evidence[] = [];
  for (const document of index.documents) {
    const named = concepts
      .flatMap((concept) => document.mentions.get(concept) ?? [])
      .sort((one, other) => one.start - other.start);
    for (const [at, mentions] of groupBy(named, ({ sentence }) => sentence)) {
      const sentence = document.reading.sentences[at];
      const told = mentions.filter((one) => sentence && isTold(document, one, sentence));
      const [first] = told;
      if (!sentence || !first || isClaimed(document, sentence)) continue;
      const said = howDone(document, sentence, told);
      const found = said.every(({ why }) => why === 'why_handed_out')
        ? (saidBelowLabel(document, sentence, first) ?? said)
        : said;
      if (found.length > 0 && isTakenUpAfter(document, at)) {
        evidence.push(evidenceAt(document, first, 'supports', say('why_being_done')));
        continue;
      }
      for (const { at: place, role, why } of found) {
        if (evidence.length < MOST_PIECES)
          evidence.push(evidenceAt(document, place, role, say(why)));
      }
    }
  }
  return evidence.length > 0 ? { evidence } : NOTHING;
};

/** Told of the patient's own time since the injury: neither what he did before it nor what hurt him. */
function isTold(document: IndexedDocument, mention: Mention, sentence: Sentence): boolean {
  const kind = document.reading.sections[sentence.section]?.kind ?? 'other';
  return (
    mention.assertion.voice === 'record' &&
    mention.assertion.subject === 'patient' &&
    !NOT_TOLD.includes(kind) &&
    !isBygone(document, mention) &&
    !isLeftBlank(mention.assertion) &&
    !names(document, ['exercise-otherwise'], scopeOf(document, mention, 'phrase'))
  );
}

/** What guidelines say and what reviewers miss is no word on what is done. */
function isClaimed(document: IndexedDocument, sentence: Sentence): boolean {
  return names(document, ['guideline-word', 'absence-claim'], sentence);
}

/** "She is back at them now, daily.": the sentence after the one that says that it was left off. */
function isTakenUpAfter(document: IndexedDocument, at: number): boolean {
  const { text, sentences } = document.reading;
  const [own, next] = [sentences[at], sentences[at + 1]];
  if (!own || !next || next.section !== own.section) return false;
  const [taken] = document.mentions.of(TAKEN_UP_NOW, next.start, next.end);
  return (
    taken !== undefined &&
    !/\w/.test(text.slice(next.start, taken.start)) &&
    /\bhad\b/i.test(text.slice(own.start, own.end))
  );
}

/** What is said of a routine below its label stands so near. */
const BELOW_LABEL = 90;

/** "HEP: given 1/5. Says work is enough, none since", "HEP: given. Isn't doing it": what the line of a label goes on to say. */
function saidBelowLabel(
  document: IndexedDocument,
  { end }: Span,
  at: Mention,
): Found[] | undefined {
  const { text } = document.reading;
  if (!/^[\t ]{0,2}:/.test(text.slice(at.end, at.end + 4))) return undefined;
  const [line = ''] = text.slice(end, end + BELOW_LABEL).split('\n');
  const rest = { start: end, end: end + line.length };
  if (names(document, [NONE_SINCE], rest)) return [{ at, role: 'opposes', why: 'why_not_done' }];
  if (names(document, [NOW_AND_THEN, SUPPOSED, ADVISED], rest)) return undefined;
  const [does] = document.mentions.of(DOES_IT, rest.start, rest.end);
  if (!does) return undefined;
  return does.assertion.presence === 'negated'
    ? [{ at, role: 'opposes', why: 'why_not_done' }]
    : [{ at, role: 'supports', why: 'why_being_done' }];
}

/** How each clause of a sentence says it; where none decides, how the whole does. */
function howDone(
  document: IndexedDocument,
  sentence: Sentence,
  mentions: readonly Mention[],
): Found[] {
  const { text, sentences, sections } = document.reading;
  const [first] = mentions;
  const next = sentences[(first?.sentence ?? 0) + 1];
  const own = text.slice(sentence.start, sentence.end);
  if (!first) return [];
  const below = tickedBelow(text, sentence.end - 1, first);
  if (below.length > 0) return below;
  const boxed = withBoxes(own);
  if (FORM.test(boxed)) return ticked(boxed, first);
  const isPlan = sections[sentence.section]?.kind === 'plan';
  const asked = own.lastIndexOf('?');
  if (asked >= 0 && mentions.every(({ start }) => start < sentence.start + asked)) {
    return answered(document, sentence.start + asked + 1, first, next?.end);
  }
  // "had stopped over the winter but is back at them": the sentence as a whole says it
  if (isResumed(document, [sentence]))
    return [{ at: first, role: 'supports', why: 'why_being_done' }];
  if (names(document, [LAPSED], sentence))
    return [{ at: first, role: 'opposes', why: 'why_not_done_any_more' }];
  const found: Found[] = [];
  for (const clause of clausesOf(text, sentence)) {
    const within = mentions.filter(({ start, end }) => start >= clause.start && end <= clause.end);
    const told = within.length > 0 ? read(document, [clause], within, isPlan) : undefined;
    // "has the band at home but isn't using it": what was named before it
    if (found.length > 0 && names(document, [LEFT_OFF], clause))
      found.push({ at: first, role: 'opposes', why: 'why_not_done' });
    else if (told) found.push(told);
  }
  if (/\sbut\s/i.test(own) && found.at(-1)?.role === 'opposes') return found.slice(-1);
  const limited = /\b(?:but|though|although)\b/i.exec(own);
  if (
    limited &&
    names(document, [NOW_AND_THEN], {
      start: sentence.start + limited.index,
      end: sentence.end,
    }) &&
    found.every(({ role }) => role !== 'opposes')
  )
    return [{ at: first, role: 'ambiguous', why: 'why_done_now_and_then' }];
  if (found.some(({ role }) => role !== 'ambiguous')) {
    // "10/18 doing HEP nightly; 11/29 stopped": each with its day, the last one stands
    const days = own.match(/(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/]*%)/g) ?? [];
    return days.length > 1 && found.length > 1 ? found.slice(-1) : found;
  }
  const said = read(document, withoutAsides(text, sentence, mentions), mentions, isPlan);
  return said ? [said] : [];
}

/** What is answered where it is asked whether a routine is kept: the words of the question say nothing. */
function answered(document: IndexedDocument, from: number, at: Mention, nextEnd = from): Found[] {
  const { text } = document.reading;
  if (opensAnswer(document, 'answer-no', from))
    return [{ at, role: 'opposes', why: 'why_not_done' }];
  if (opensAnswer(document, 'answer-yes', from))
    return [{ at, role: 'supports', why: 'why_being_done' }];
  const line = text.slice(from, from + LONGEST_ANSWER).indexOf('\n');
  const within = from + (line < 0 ? LONGEST_ANSWER : line);
  const end = Math.max(nextEnd, Math.min(text.length, within));
  // how it is meant is worked out when it is asked, and is no field that is copied
  const opening = { ...at, assertion: at.assertion, start: from, end: from };
  const told = read(document, [{ start: from, end }], [opening], false);
  return told ? [{ ...told, at }] : [];
}

const LONGEST_ANSWER = 120;
const FIRST_WORDS = 40;
/** "A. ", "Pt: ": who answers. */
const ANSWERS = /^\s*(?:(?:a(?:ns(?:wer)?)?|pt|patient|she|he)\s?[.:]\s*)?["“—-]*\s*$/i;

/** "Do you exercise at home? A. No.": whether an answer begins so. */
function opensAnswer({ reading, mentions }: IndexedDocument, concept: string, from: number) {
  const [word] = mentions.of(concept, from, from + FIRST_WORDS);
  return word !== undefined && ANSWERS.test(reading.text.slice(from, word.start));
}

/** "Reaches overhead (couldn't), HEP pulleys": what stands in brackets is of something else. */
function withoutAsides(text: string, { start, end }: Span, mentions: readonly Mention[]): Span[] {
  const stretches: Span[] = [];
  let from = start;
  for (const { index, 0: aside } of text.slice(start, end).matchAll(/\([^()]*\)/g)) {
    const bracket = { start: start + index, end: start + index + aside.length };
    if (mentions.some((mention) => shares(mention, bracket))) continue;
    stretches.push({ start: from, end: bracket.start });
    from = bracket.end;
  }
  return [...stretches, { start: from, end }];
}

function clausesOf(text: string, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  let from = start;
  for (const { index, 0: mark } of text
    .slice(start, end)
    .matchAll(/[,;]\s|\s(?:but|however|although|though|while|another)\s/gi)) {
    clauses.push({ start: from, end: start + index });
    from = start + index + mark.length;
  }
  return [...clauses, { start: from, end }];
}

/** How stretches of one sentence say that it is done. */
function read(
  document: IndexedDocument,
  stretches: readonly Span[],
  mentions: readonly Mention[],
  isPlan: boolean,
): Found | undefined {
  const [at] = mentions;
  if (!at) return undefined;
  const says = (concept: string) => stretches.some((one) => names(document, [concept], one));
  if (says(NOT_TOLD_WHETHER))
    return says(HANDED_OUT) ? { at, role: 'ambiguous', why: 'why_handed_out' } : undefined;
  if (says(LAPSED)) return { at, role: 'opposes', why: 'why_not_done_any_more' };
  const { text } = document.reading;
  const none = mentionsIn(document, NOT_DONE, stretches).some((word) =>
    mentions.some((mention) => isNear(text, word, mention)),
  );
  if (none && !isResumed(document, stretches)) return { at, role: 'opposes', why: 'why_not_done' };
  if (says(SUPPOSED)) return { at, role: 'ambiguous', why: 'why_supposed' };
  if (says(NOW_AND_THEN)) return { at, role: 'ambiguous', why: 'why_done_now_and_then' };
  const planned = mentions.every(({ assertion }) => assertion.time === 'planned');
  if (isPlan || planned || says(ADVISED)) return undefined;
  // "exercise at home" is a name, and says nothing of how it is done
  const atHome = mentions.filter(({ start, end }) => / at home$/i.test(text.slice(start, end)));
  const kept = mentionsIn(document, KEPT, stretches);
  if (kept.some((word) => !atHome.some((name) => shares(name, word)))) {
    // "cannot stretch at home every day"
    const cannot = mentionsIn(document, NOT_ABLE, stretches);
    const isDenied = cannot.some((word) => mentions.some((mention) => isNear(text, word, mention)));
    return isDenied && !says(REASONED)
      ? { at, role: 'opposes', why: 'why_not_done' }
      : { at, role: 'supports', why: 'why_being_done' };
  }
  if (says(HANDED_OUT)) return { at, role: 'ambiguous', why: 'why_handed_out' };
  return undefined;
}

function mentionsIn(
  document: IndexedDocument,
  concept: string,
  stretches: readonly Span[],
): Mention[] {
  return stretches.flatMap((stretch) => mentionsWithin(document, [concept], stretch));
}

/** "Had stopped over the winter but is back at them each morning": the last word counts. */
function isResumed(document: IndexedDocument, stretches: readonly Span[]): boolean {
  const [resumed] = mentionsIn(document, RESUMED, stretches);
  if (!resumed || stretches.some((one) => names(document, [ADVISED], one))) return false;
  const last = mentionsIn(document, NOT_DONE, stretches).at(-1);
  return last !== undefined && last.start < resumed.start;
}

const WORDS_APART = 8;

function isNear(text: string, word: Span, name: Span): boolean {
  const [first, last] = word.start < name.start ? [word.start, name.start] : [name.end, word.start];
  if (last <= first) return true;
  const between = text.slice(first, last);
  if (/[;.]\s/.test(between)) return false;
  return between.trim().split(/\s+/).length <= WORDS_APART;
}
