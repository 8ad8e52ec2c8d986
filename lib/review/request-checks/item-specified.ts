import { overlaps } from '../../case/passage.ts';
import type { Treatment } from '../../guidelines/pack.ts';
import { beginningIn } from '../../language/sorted.ts';
import { type MessageKey, say, sayAll } from '../../saying/said.ts';
import { documentById, sentenceAt } from '../evidence/case-index.ts';
import { countWords } from '../requests/connecting-words.ts';
import { Cue } from '../requests/cues.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { isBodyPart, mentionsIn, valuesIn } from '../requests/traits.ts';
import type { Evidence } from '../review.ts';
import { type CheckContext, type CheckResult, evidenceAt, ownPassages } from './check-context.ts';
import { currentStatements, SMALLEST_STRENGTH } from './directions.ts';
import { FEW_WORDS, rowsAfter, toldOf } from './told-of.ts';

type Part = NonNullable<Treatment['precise']>[number];

const NAMES: Record<Part, MessageKey> = {
  drug: 'part_drug',
  strength: 'part_strength',
  'body-part': 'part_body_part',
  side: 'part_side',
  level: 'part_level',
  kind: 'part_kind',
};

/** Body sites that are muscles name a place as a body part does. */
const MUSCLE = 'muscle-site';
/** Parts without which an item cannot be told from another at all. */
const ESSENTIAL: ReadonlySet<Part> = new Set(['drug', 'level']);
/** Parts of a mixture are strengths: "flurbiprofen 20% / lidocaine 5%". */
const MIXTURE =
  /\d\s*%|\b[A-Za-z]{4,}\s+\d{1,2}\s*(?:\/(?!\s?(?:d|day|wk|week|mo|month)\b)|-\d{1,2}\s(?!\s?(?:tab|cap|pill|patch|puff|drop|spray|po\b|by\b|q\w|times\b|a\b|per\b|daily\b)))/;

/** Two strengths side by side: "800/26.6". */
const PAIRED = /\b\d{1,4}(?:\.\d+)?\/\d{1,4}(?:\.\d+)?\b/;

/** Characters around a treatment within which a body part is its own. */
const PLACED_WITHIN = 40;

/** Whether the request names all that makes its treatment precise. */
export function checkItemSpecified(context: CheckContext): CheckResult {
  const { request, treatment } = context;
  const precise = treatment.precise ?? [];
  const missing = precise.filter((part) => !names(context, part));
  const unplaced = request.drug || missing.length > 0 ? [] : saidToLackPlace(context);
  if (unplaced.length > 0) return { verdict: 'not-met', evidence: unplaced };
  if (missing.length === 0) {
    const told =
      precise.includes('strength') && request.parts.strengths.length === 0
        ? strengthElsewhere(context)
        : [];
    return { verdict: 'met', evidence: [...ownPassages(context, 'supports', 4), ...told] };
  }
  const parts = missing.map((part) => say(NAMES[part]));
  const finding = say('finding_not_named', sayAll('joint_comma', parts) ?? '');
  const said = saidToBeMissing(context);
  if (said.length > 0) {
    return { verdict: 'not-met', evidence: [...ownPassages(context, 'opposes'), ...said], finding };
  }
  const named = precise.length - missing.length;
  const lost =
    missing.some((part) => ESSENTIAL.has(part)) || (named === 0 && treatment.quantity === 'own');
  if (lost) return { verdict: 'not-met', evidence: ownPassages(context, 'opposes'), finding };
  return {
    verdict: 'unclear',
    evidence: ownPassages({ ...context, request }, 'ambiguous'),
    finding,
  };
}

function names(context: CheckContext, part: Part): boolean {
  const { request } = context;
  const { parts } = request;
  switch (part) {
    case 'drug':
      return request.drug !== undefined || isMixture(request);
    case 'strength':
      return (
        parts.strengths.length > 0 ||
        isMixture(request) ||
        isFixedCombination(context) ||
        saysStrength(context) ||
        strengthElsewhere(context).length > 0
      );
    case 'body-part':
      return (
        parts.bodyParts.length > 0 ||
        parts.levels.length > 0 ||
        namesMuscle(context) ||
        isPlacedElsewhere(context)
      );
    case 'side':
      return parts.sides.length > 0;
    case 'level':
      return parts.levels.length > 0;
    case 'kind':
      return true;
  }
}

/** "Takes Norco 10/325 ... refill Norco #120": the strength of what is taken now, where there is only one. */
function strengthElsewhere(context: CheckContext): Evidence[] {
  const stated = context.documents.flatMap((document) =>
    currentStatements(context, document).flatMap((statement) =>
      statement.strength ? [{ document, statement, amount: statement.strength.amount }] : [],
    ),
  );
  if (stated.length === 0) return strengthTold(context);
  if (new Set(stated.map(({ amount }) => amount)).size !== 1) return [];
  return stated
    .slice(0, 1)
    .map(({ document, statement }) => evidenceAt(document, statement, 'supports'));
}

/** "Please approve the Norco. It's the 10/325.": a short sentence right behind that names no other drug. */
function strengthTold(context: CheckContext): Evidence[] {
  const told = context.documents.flatMap((document) =>
    toldOf(context, document, rowsAfter(context, document)).flatMap((row) => {
      const { reading } = document;
      const doses = valuesIn(reading, row).filter(({ value }) => value.kind === 'dose');
      const words = reading.text.slice(row.start, row.end);
      // "Was on 5 mg." is of a time before
      const isShort = countWords(words) <= FEW_WORDS && !OF_THEN.test(words);
      return doses.length === 1 && isShort ? [evidenceAt(document, row, 'supports')] : [];
    }),
  );
  return told.length === 1 ? told : [];
}

const OF_THEN = /\b(?:was|were|had|used to|previously|formerly)\b/i;

/** A product of several substances in one strength: "Terocin patch", "Duexis 800/26.6". */
function isFixedCombination({ request: { drug, passages }, treatment }: CheckContext): boolean {
  if (!drug || drug.substances.length < 2) return false;
  return treatment.concepts !== undefined || passages.some(({ quote }) => PAIRED.test(quote));
}

/** A bare number in front of how often it is taken is the strength: "Lyrica, 150 twice a day". */
const SCHEDULE =
  /^ ?(?:mg )?(?:(?:once|twice|three times|four times|one|two)\s+(?:a|per|each|every|daily)|daily|nightly|at (?:night|bed)|[btq]\.?i\.?d|q\.?\s?(?:d|hs|\d)|hs\b|(?:a|each|every) (?:day|night|morning|evening))/i;
/** Names of products that tell their strength: "Vicodin ES", "Anaprox DS". */
const NAMED_STRENGTH = /^\s?(?:ES|HP|DS)\b/;

function saysStrength({ request, documents }: CheckContext): boolean {
  return request.passages.some((passage) => {
    const document = documentById(documents, passage.document);
    if (!document || !request.drug) return false;
    const { reading, anchors } = document;
    const { text } = reading;
    const isNamed = beginningIn(anchors, passage).some(
      ({ start, end, drug }) =>
        drug?.id === request.drug?.id &&
        (NAMED_STRENGTH.test(text.slice(end, end + 4)) ||
          /\b(?:ES|HP|DS)$/.test(text.slice(start, end))),
    );
    return (
      isNamed ||
      valuesIn(reading, passage).some(
        ({ value, start, end }) =>
          value.kind === 'number' &&
          value.amount.low >= SMALLEST_STRENGTH &&
          text[start - 1] !== '#' &&
          SCHEDULE.test(text.slice(end, end + 30)),
      )
    );
  });
}

function isMixture({ passages }: FoundRequest): boolean {
  return passages.some(({ quote }) => MIXTURE.test(quote));
}

function namesMuscle({ request, documents }: CheckContext): boolean {
  return request.passages.some((passage) =>
    documentById(documents, passage.document)?.cues.has(MUSCLE, passage.start, passage.end),
  );
}

/** "Wants an MRI.", and further down "an MRI of the lumbar spine": the text places the treatment once. */
function isPlacedElsewhere({ request, documents }: CheckContext): boolean {
  return documents.some(({ anchors, reading }) =>
    anchors.some(({ drug, treatment, assertion, start, end }) => {
      if (drug || treatment?.id !== request.treatment || assertion.time === 'past') return false;
      const sentence = reading.sentences[sentenceAt(reading, start)] ?? { start, end };
      const near = {
        start: Math.max(sentence.start, start - PLACED_WITHIN),
        end: end + PLACED_WITHIN,
      };
      return (
        mentionsIn(reading, { ...near, end: Math.min(near.end, sentence.end) }, isBodyPart).length >
        0
      );
    }),
  );
}

/** "Physical therapy 3x4, body part not given": its own words say that a place is missing, and none is named. */
function saidToLackPlace(context: CheckContext): Evidence[] {
  const { parts, passages } = context.request;
  if (parts.bodyParts.length > 0 || parts.levels.length > 0) return [];
  return saidToBeMissing(context).filter((said) => passages.some((own) => overlaps(own, said)));
}

/** "No level is given on the RFA": somebody says that a part is not named. */
function saidToBeMissing({ documents }: CheckContext): Evidence[] {
  return documents.flatMap((document) =>
    document.cues.all(Cue.partMissing).flatMap(({ sentence }) => {
      const span = document.reading.sentences[sentence];
      return span ? [evidenceAt(document, span, 'opposes')] : [];
    }),
  );
}
