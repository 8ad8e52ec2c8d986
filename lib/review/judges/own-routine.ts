import type { Settings } from '../../guidelines/judge-use.ts';
import type { Mention, Sentence } from '../../language/mention.ts';
import { conceptsOf, groupBy, type IndexedDocument, within } from '../evidence/case-index.ts';
import { evidenceAt } from '../evidence/passage.ts';
import type { Evidence } from '../review.ts';
import { type Judge, NOTHING } from './judge.ts';

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
      if (!sentence || !first || isOfGuideline(document, sentence)) continue;
      const found = howDone(document, sentence, told);
      if (!found || evidence.length >= MOST_PIECES) continue;
      evidence.push(evidenceAt(document, first, found.role, found.why));
    }
  }
  return evidence.length > 0 ? { evidence } : NOTHING;
};

function isTold(document: IndexedDocument, { assertion }: Mention, sentence: Sentence): boolean {
  const kind = document.reading.sections[sentence.section]?.kind ?? 'other';
  return (
    assertion.voice === 'record' && assertion.subject === 'patient' && !NOT_TOLD.includes(kind)
  );
}

function isOfGuideline(document: IndexedDocument, sentence: Sentence): boolean {
  return within(document.mentions.get('guideline-word'), sentence).length > 0;
}

interface Found {
  role: 'supports' | 'opposes' | 'ambiguous';
  why: string;
}

const NOW_AND_THEN =
  /\b(?:when(?:ever)? (?:i|he|she|it|able|needed|they|pt|remember\w*)|if (?:he|she|i|it)\b|sometimes|occasional\w*|now and (?:then|again)|off and on|on and off|sporadic\w*|inconsistent\w*|irregular\w*|intermittent\w*|once in a while|not always|some days|tries to|what (?:\w+ )?(?:he|she) can|as (?:able|tolerated)|partial\w*|a little|not (?:every|as often|regular\w*)|fair|variable|spotty)\b/i;
const NOT_DONE =
  /\b(?:not|never|no longer|none|nothing|denies|denied|poor|non-?complian\w*|non-?adheren\w*|stopped|quit|gave up|given up|abandoned|lapsed|neglect\w*|refuses|skip(?:s|ped|ping)|hardly|rarely|seldom|(?!con't)\w+n't|no)\b(?! (?:every|always|as often|regular\w*))/gi;
const NO_MATTER =
  /^(?:no|not|without|none|\w+n't)\s+(?:\w+\s+){0,2}?(?:pain|difficult\w*|problems?|questions?|trouble|issues?|cues?|complaints?|adverse|increase|change|miss\w*|only|limited|stop\w*|quit|brace|better)\b/i;
const ADVISED =
  /\b(?:will|to be|to (?:begin|start|do|continue|perform|learn|establish|resume)|should|must|advis\w+|recommend\w*|encourag\w+|goals?|plan(?:s|ned)?|begin|start(?:ing)?|teach|remind\w*|please|urged|told to|is to|needs? to|would)\b/i;
const GIVEN =
  /\b(?:issued|given|gave|provided|taught|instruct\w*|educat\w*|shown|reviewed|handed|handout|sheet|printed|demonstrat\w*)\b/i;
const DONE =
  /\b(?:daily|nightly|every|each|twice|\d\s?x|x\s?\d|\d times|(?:one|two|three|four|five|six) times|\d[-–]?\d? ?(?:d|days)\b|days (?:a|per|out)|days\/|(?:a|per) (?:day|week)|regular\w*|faithful\w*|religious\w*|diligent\w*|consistent\w*|compliant|compliance (?:is )?(?:good|excellent|high|\d)|adherent|adheres|independent\w*|in place|ongoing|established|continu\w+|keeps?|kept|maintains?|does|doing|do|did|performs?|performing|follows?|practic\w+|completes?|works? on|goes|logs?|logged|morning|evening|night|am\/pm|bid|tid|qd|yes|good|resumed|most days|on (?:his|her) own|at home)\b/i;

function howDone(
  { reading }: IndexedDocument,
  sentence: Sentence,
  mentions: readonly Mention[],
): Found | undefined {
  const { text, sentences, sections } = reading;
  const [first] = mentions;
  const next = sentences[(first?.sentence ?? 0) + 1];
  const own = text.slice(sentence.start, sentence.end);
  const asks = /\?\s*$/.test(own) && next !== undefined;
  const words = asks ? text.slice(sentence.start, next.end) : own;
  const isPlan = sections[sentence.section]?.kind === 'plan';
  const none = [...words.matchAll(NOT_DONE)].some(
    (match) =>
      mentions.some(({ start, end }) =>
        isNear(words, match.index, start - sentence.start, end - sentence.start),
      ) && !NO_MATTER.test(words.slice(match.index)),
  );
  if (none) return { role: 'opposes', why: 'not being done' };
  if (NOW_AND_THEN.test(words)) return { role: 'ambiguous', why: 'done now and then' };
  const planned = mentions.every(({ assertion }) => assertion.time === 'planned');
  if (isPlan || planned || ADVISED.test(words)) return undefined;
  const given = GIVEN.test(words);
  const done = DONE.exec(words.replace(GIVEN, ''));
  if (done) return { role: 'supports', why: 'being done' };
  if (given) return { role: 'ambiguous', why: 'handed out, not that it is done' };
  return undefined;
}

const WORDS_APART = 8;

function isNear(words: string, at: number, from: number, to: number): boolean {
  const [first, last] = at < from ? [at, from] : [to, at];
  if (last <= first) return true;
  const between = words.slice(first, last);
  if (/[;.]\s/.test(between)) return false;
  return between.trim().split(/\s+/).length <= WORDS_APART;
}
