import type { Settings } from '../../guidelines/judge-use.ts';
import { longPattern } from '../../language/long-pattern.ts';
import type { Mention, Sentence } from '../../language/mention.ts';
import { say } from '../../saying/said.ts';
import { isBygone } from '../evidence/bygone.ts';
import { conceptsOf, groupBy, type IndexedDocument, names } from '../evidence/case-index.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { type Span, scopeOf } from '../evidence/scopes.ts';
import type { Evidence } from '../review.ts';
import { type Judge, NOTHING } from './judge.ts';
import { FORM, type Found, ticked, tickedBelow, withBoxes } from './routine-boxes.ts';

const MOST_PIECES = 8;
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
    !names(document, ['exercise-otherwise'], scopeOf(document, mention, 'phrase'))
  );
}

/** What guidelines say and what reviewers miss is no word on what is done. */
function isClaimed(document: IndexedDocument, sentence: Sentence): boolean {
  return names(document, ['guideline-word', 'absence-claim'], sentence);
}

/** "She is back at them now, daily.": the sentence after the one that says that it was left off. */
const TAKEN_UP =
  /^\W*(?:(?:but|and|now|today|currently) )*(?:(?:he|she|they|pt|patient|has|is|have|since|now) )+(?:back (?:at|to|on|into|doing) (?:it|them|that|those|these)|resumed|restarted|taken (?:it|them) up again)\b/i;

function isTakenUpAfter({ reading: { text, sentences } }: IndexedDocument, at: number): boolean {
  const [own, next] = [sentences[at], sentences[at + 1]];
  if (!own || !next || next.section !== own.section) return false;
  return (
    /\bhad\b/i.test(text.slice(own.start, own.end)) &&
    TAKEN_UP.test(text.slice(next.start, next.end))
  );
}

/** What is said of a routine below its label stands so near. */
const BELOW_LABEL = 90;
const NONE_SINCE =
  /\b(?:none (?:since|now|so far|done)|nothing since|not (?:doing|done|since|started)|has(?:n't| not)|never|no longer|stopped|quit|does(?:n't| not))\b/i;
const DOES_IT =
  /\b(?:does|doing|performs?|daily|nightly|most days|every (?:day|night|morning)|compliant)\b/i;

/** "HEP: given 1/5. Says work is enough, none since.": what the line of a label goes on to say. */
function saidBelowLabel(
  { reading: { text } }: IndexedDocument,
  { end }: Span,
  at: Mention,
): Found[] | undefined {
  if (!/^[\t ]{0,2}:/.test(text.slice(at.end, at.end + 4))) return undefined;
  const rest = text.slice(end, end + BELOW_LABEL).split('\n')[0] ?? '';
  if (NONE_SINCE.test(rest)) return [{ at, role: 'opposes', why: 'why_not_done' }];
  if (NOW_AND_THEN.test(rest) || SUPPOSED.test(rest) || ADVISED.test(rest)) return undefined;
  return DOES_IT.test(rest) ? [{ at, role: 'supports', why: 'why_being_done' }] : undefined;
}

const NOW_AND_THEN = longPattern(
  /\b(?:when(?:ever)? (?:i|he|she|it|able|needed|they|pt|my|his|her|(?:the )?(?:pain|back|neck|shoulder|elbow|wrist|hip|knee|ankle|arm|leg|spasms?|ache)|things|symptoms|sore|stiff|hurting|someone|reminded|remember\w*)|if (?:he|she|i|it)\b|sometimes|occasional\w*|now and (?:then|again)|off and on|on and off|sporadic\w*|inconsistent\w*|irregular\w*|intermittent\w*|once in a (?:while|blue moon|great while)|not always|some days|tries to|what (?:\w+ )?(?:he|she) can|as (?:able|tolerated)|partial\w*|a little|not (?:every|as often|regular\w*)|fair|variable|spotty|on (?:(?:his|her|the|my) )?good days|["“]?some["”]? of (?:the|them|it|his|her|my|those)|half the time|(?:on |the )?weekends? only|(?:only|just) (?:on )?(?:the )?weekends|(?:has|have|finds?) (?:the )?time|once a (?:week|month)|hit (?:and|or) miss)\b/i,
);
const NOT_DONE =
  /\b(?:not|never|no longer|none|nothing|denies|denied|poor|non[- ]?complian\w*|non[- ]?adheren\w*|0 ?(?:\/|of|out of) ?\d+|0 ?(?:days|times|x|%)|zero (?:days|times|sessions|of)|stopped|quit|(?:gave|given)(?: (?:it|that|them))? up|let (?:it|that|them) (?:go|slide|lapse)|nope|abandoned|lapsed|neglect\w*|refuses|dropped|used to|threw|thrown out|tossed|lost it|misplaced|blank|empty|untouched|unopened|unread|(?:collect|gather)\w+ dust|in (?:a|the|his|her|my) (?:drawer|glove (?:box|compartment)|trunk|closet|trash|garage)|sheets? (?:back )?clean|skip(?:s|ped|ping)|hardly|rarely|seldom|by the (?:wayside|boards?)|out the window|peter\w* out|fizzl\w*|(?!con't)\w+n't|yet to (?:begin|start|do|try)|no)\b(?! (?:every|always|as often|regular\w*|doubt|question))/gi;
/** Somebody supposes that it is done. */
const SUPPOSED =
  /\b(?:i(?:'m| am) sure|presumably|supposedly|i (?:think|assume|believe|suppose)|as far as i know|should be|i would imagine|no doubt)\b/i;
/** Nobody says that it is done, or not. */
const UNKNOWN =
  /\b(?:can(?:not|'t) (?:say|tell)|not clear|unclear|unknown|whether|not (?:stated|known|said|noted|recorded))\b/i;
const NO_MATTER =
  /^(?:no|not|never|without|none|\w+n't)\s+(?:\w+\s+){0,2}?(?:pain|difficult\w*|problems?|questions?|trouble|issues?|cues?|complaints?|adverse|increase|change|miss\w*|skip\w*|gaps?|empty|blank|excuses?|laps\w*|let|neglect\w*|only|limited|stop\w*|quit|brace|better|bring|brought|access|membership|logs?|diary|diaries|calendar|record|written)\b/i;
/** "No empty boxes", "has never skipped one": what is not left out is done. */
const DENIED = /\b(?:no|not|never|without|nor|(?!con't)\w+n't)\s+(?:once\s+|yet\s+|a\s+)?$/i;
const ADVISED =
  /\b(?:will|to be|to (?:begin|start|do|continue|perform|learn|establish|resume)|should|must|advis\w+|recommend\w*|encourag\w+|goals?|plan(?:s|ned)?|begin|start(?:ing)?|teach|remind\w*|please|urged|told to|is to|needs? to|would)\b/i;
const GIVEN =
  /\b(?:issued|given|gave|provided|taught|instruct\w*|educat\w*|shown|reviewed|handed|handout|sheet|printed|mailed|e-?mailed|texted|demonstrat\w*)\b/i;
/** "Sheet given x2" counts the sheets. */
const WAS_GIVEN = new RegExp(`${GIVEN.source}(?:\\s+x\\s?\\d+)?`, 'gi');
const DONE = longPattern(
  /\b(?:daily|nightly|every|each (?:day|morning|night|evening|am|pm|week|hour|time|shift|break|meal)|twice|\d\s?x|x\s?\d|\d times|(?:one|two|three|four|five|six) times|\d[-–]?\d? ?(?:d|days)\b|days (?:a|per|out)|days\/|(?:a|per) (?:day|week)|regular\w*|faithful\w*|religious\w*|diligent\w*|consistent\w*|compliant|compliance(?: is| of|:)? (?:good|excellent|high|[5-9]\d)|adherent|adheres|independent\w*|in place|ongoing|established|continu\w+|keeps?|kept|maintain(?:s|ed|ing)?|does|doing|do|performs?|performing|follows?|practic\w+|completes?|works? on|goes|logs?|logged|morning|evening|night|am\/pm|bid|tid|qd|yes|good|resumed|most days|on (?:his|her) own|at home)\b/i,
);

/** How each clause of a sentence says it; where none decides, how the whole does. */
function howDone(
  { reading }: IndexedDocument,
  sentence: Sentence,
  mentions: readonly Mention[],
): Found[] {
  const { text, sentences, sections } = reading;
  const [first] = mentions;
  const next = sentences[(first?.sentence ?? 0) + 1];
  const own = text.slice(sentence.start, sentence.end);
  if (!first) return [];
  const below = tickedBelow(text, sentence.end - 1, first);
  if (below.length > 0) return below;
  const boxed = withBoxes(own);
  if (FORM.test(boxed)) return ticked(boxed, first);
  const isPlan = sections[sentence.section]?.kind === 'plan';
  const whole = { start: sentence.start, end: sentence.end };
  const asked = own.lastIndexOf('?');
  if (asked >= 0 && mentions.every(({ start }) => start < sentence.start + asked)) {
    return answered(text, sentence.start + asked + 1, first, next?.end);
  }
  // "had stopped over the winter but is back at them": the sentence as a whole says it
  if (isResumed(own)) return [{ at: first, role: 'supports', why: 'why_being_done' }];
  if (LAPSED.test(own)) return [{ at: first, role: 'opposes', why: 'why_not_done_any_more' }];
  const found: Found[] = [];
  for (const clause of clausesOf(text, whole)) {
    const within = mentions.filter(({ start, end }) => start >= clause.start && end <= clause.end);
    const told =
      within.length > 0
        ? read(text.slice(clause.start, clause.end), clause.start, within, isPlan)
        : undefined;
    // "has the band at home but isn't using it": what was named before it
    if (found.length > 0 && LEFT_OFF.test(text.slice(clause.start, clause.end)))
      found.push({ at: first, role: 'opposes', why: 'why_not_done' });
    else if (told) found.push(told);
  }
  if (/\sbut\s/i.test(own) && found.at(-1)?.role === 'opposes') return found.slice(-1);
  const limited = /\b(?:but|though|although)\b(.*)$/is.exec(own)?.[1];
  if (limited && NOW_AND_THEN.test(limited) && found.every(({ role }) => role !== 'opposes'))
    return [{ at: first, role: 'ambiguous', why: 'why_done_now_and_then' }];
  if (found.some(({ role }) => role !== 'ambiguous')) {
    // "10/18 doing HEP nightly; 11/29 stopped": each with its day, the last one stands
    const days = own.match(/(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/]*%)/g) ?? [];
    return days.length > 1 && found.length > 1 ? found.slice(-1) : found;
  }
  const said = read(withoutAsides(own, whole.start, mentions), whole.start, mentions, isPlan);
  return said ? [said] : [];
}

/** What is said of what was named before: "isn't using it", "lost the band and quit". */
const LEFT_OFF = longPattern(
  /\b(?:(?:is|has|does|did|was)(?: not|n['’]t) (?:us(?:e|ing)|do(?:ing|ne)?|perform(?:ing)?|touch(?:ed|ing)?|tried|started) (?:it|them|any|those|these|that)\b(?! (?:as\b|today|yesterday|last (?:week|night)|this (?:week|morning)))|\b(?:tells?|told|says?|said|admit\w*|states?|stated)\b[^.;]{0,25}\b(?:quit|stopped)(?=\s*(?:[.,;!"”]|$)|\s+(?:it|them|that|those|these|doing|altogether|completely|because|since|when|after|in|last|a|two|three)\b)|\b(?:and|then) (?:has |had )?(?:quit|stopped)\s*[.!"”]?$)/i,
);

/** What is answered where it is asked whether a routine is kept: the words of the question say nothing. */
function answered(text: string, from: number, at: Mention, nextEnd = from): Found[] {
  const [, yes, no] = ANSWERED_SO.exec(text.slice(from, from + 40)) ?? [];
  if (no) return [{ at, role: 'opposes', why: 'why_not_done' }];
  if (yes) return [{ at, role: 'supports', why: 'why_being_done' }];
  const line = text.slice(from, from + LONGEST_ANSWER).indexOf('\n');
  const within = from + (line < 0 ? LONGEST_ANSWER : line);
  const end = Math.max(nextEnd, Math.min(text.length, within));
  // how it is meant is worked out when it is asked, and is no field that is copied
  const opening = { ...at, assertion: at.assertion, start: from, end: from };
  const told = read(text.slice(from, end), from, [opening], false);
  return told ? [{ ...told, at }] : [];
}

const LONGEST_ANSWER = 120;

/** "Do you exercise at home? A. No.": the first word of the answer. */
const ANSWERED_SO =
  /^\s*(?:(?:a(?:ns(?:wer)?)?|pt|patient|she|he)\s?[.:]\s*)?["“—-]*\s*(?:(yes|yep|yeah|daily|every (?:day|night|morning))|(no|nope|never|none|not (?:really|at all|yet|any more)))\b(?! (?:problem|matter|doubt|wonder|sir))/i;

/** "Reaches overhead (couldn't), HEP pulleys": what stands in brackets is of something else. */
function withoutAsides(words: string, start: number, mentions: readonly Mention[]): string {
  return words.replace(/\([^()]*\)/g, (aside, at: number) => {
    const isOwn = mentions.some(
      (mention) => mention.start >= start + at && mention.end <= start + at + aside.length,
    );
    return isOwn ? aside : ' '.repeat(aside.length);
  });
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

function read(
  words: string,
  start: number,
  mentions: readonly Mention[],
  isPlan: boolean,
): Found | undefined {
  const [at] = mentions;
  if (!at) return undefined;
  if (UNKNOWN.test(words))
    return GIVEN.test(words) ? { at, role: 'ambiguous', why: 'why_handed_out' } : undefined;
  if (LAPSED.test(words)) return { at, role: 'opposes', why: 'why_not_done_any_more' };
  const none = [...words.matchAll(NOT_DONE)].some(
    (match) =>
      mentions.some((mention) =>
        isNear(words, match.index, mention.start - start, mention.end - start),
      ) &&
      !NO_MATTER.test(words.slice(match.index)) &&
      !DENIED.test(words.slice(0, match.index)),
  );
  if (none && !isResumed(words)) return { at, role: 'opposes', why: 'why_not_done' };
  if (SUPPOSED.test(words)) return { at, role: 'ambiguous', why: 'why_supposed' };
  if (NOW_AND_THEN.test(words)) return { at, role: 'ambiguous', why: 'why_done_now_and_then' };
  const planned = mentions.every(({ assertion }) => assertion.time === 'planned');
  if (isPlan || planned || ADVISED.test(words)) return undefined;
  if (DONE.test(withoutNames(words, start, mentions).replace(WAS_GIVEN, '')))
    return { at, role: 'supports', why: 'why_being_done' };
  if (GIVEN.test(words)) return { at, role: 'ambiguous', why: 'why_handed_out' };
  return undefined;
}

/** Under "exercise at home" the word "none": a name says nothing of how it is done. */
function withoutNames(words: string, from: number, mentions: readonly Mention[]): string {
  let rest = '';
  const atHome = mentions.filter(({ start, end }) =>
    / at home$/i.test(words.slice(start - from, end - from)),
  );
  for (const { start, end } of atHome.sort((one, other) => one.start - other.start)) {
    rest += words.slice(rest.length, start - from);
    rest += ' '.repeat(Math.max(0, end - from - rest.length));
  }
  return rest + words.slice(rest.length);
}

const RESUMED =
  /\b(?:is |has gone |went |now )?back (?:at|to|on|doing|into) (?:it|them|her|his|the)|\b(?:resumed|restarted|picked (?:it|them) (?:back )?up|(?:started|doing|does|began)\b[^.;]{0,20}\bagain)\b/i;

/** "Every night until the flare, and none since", "daily till the line job, then not". */
const LAPSED =
  /\b(?:until|till|up to|through)\b[^.;]{0,40}\b(?:and|then|but|now)\b[^.;]{0,25}\b(?:none|nothing|not(?! (?:miss|fail))|never|no longer|stopped|quit|lapsed)\b|\b(?:done|doing|did|does) (?:none|nothing)\b[^.;]{0,25}\bsince\b/i;

/** "Had stopped over the winter but is back at them each morning": the last word counts. */
function isResumed(words: string): boolean {
  const resumed = RESUMED.exec(words);
  if (!resumed || ADVISED.test(words)) return false;
  const last = [...words.matchAll(NOT_DONE)].at(-1);
  return last !== undefined && last.index < resumed.index;
}

const WORDS_APART = 8;

function isNear(words: string, at: number, from: number, to: number): boolean {
  const [first, last] = at < from ? [at, from] : [to, at];
  if (last <= first) return true;
  const between = words.slice(first, last);
  if (/[;.]\s/.test(between)) return false;
  return between.trim().split(/\s+/).length <= WORDS_APART;
}
