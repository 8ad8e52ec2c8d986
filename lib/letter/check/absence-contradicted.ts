import type { QuotedPassage } from '../../case/passage.ts';
import type { Mention, Sentence } from '../../language/mention.ts';
import type { Evidence } from '../../review/review.ts';
import { say } from '../../saying/said.ts';
import type { LetterAnswer } from './judge-letter.ts';
import { criteriaOf, type LetterCheck, type LetterContext, reviewOf } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';
import { quoteLetter } from './read-letter.ts';
import { isOfTheLetter } from './same-text.ts';

/**
 * The letter says that something is not documented, and the record has it, or has what may be it:
 * then the words of the record are shown beside the claim.
 */
export const absenceContradicted: LetterCheck = (context) =>
  context.letter.items.flatMap((item) => {
    const review = criteriaOf(reviewOf(context, item));
    return (context.judged.get(item) ?? []).flatMap((answer): LetterFinding[] => {
      const { claims, isWeighed } = absencesIn(context, answer);
      const criterion = review.find(({ id }) => id === answer.criterion);
      if (claims.length === 0 || !criterion) return [];
      const record = criterion.evidence.filter(
        (one) =>
          (one.role === 'supports' || one.role === 'ambiguous') && !isOfTheLetter(context, one),
      );
      const supports = record.filter(({ role }) => role === 'supports');
      const shown = supports.length > 0 || !isWeighed ? supports : unmentioned(answer, record);
      if (shown.length === 0) return [];
      const name = criterion.name.toLowerCase();
      return [
        {
          id: 'letter/absence-contradicted',
          reason:
            supports.length > 0
              ? say('remark_absence_on_record', name)
              : say('remark_absence_perhaps', name),
          evidence: [...claims.slice(0, 3).map((claim) => claimed(claim)), ...shown.slice(0, 4)],
        },
      ];
    });
  });

/** Concept of the shared vocabulary: "there is no documentation of". */
const ABSENCE_CLAIM = 'absence-claim';

interface Absences {
  claims: QuotedPassage[];
  /** By the rules of the criterion; else by its words alone, which only what supports it contradicts. */
  isWeighed: boolean;
}

/**
 * What the item says is absent: negated claims about the record, and findings it denies. What it denies
 * at one place and gives at another it does not call absent.
 */
function absencesIn(context: LetterContext, answer: LetterAnswer): Absences {
  const { letter } = context;
  const { evidence, spoken } = answer;
  const isSupported = evidence.some(({ role }) => role === 'supports');
  const isNegated = ({ assertion }: Mention, asClaim: boolean) =>
    assertion.presence === 'negated' && (!asClaim || assertion.voice === 'reviewer');
  const { mentions, sentences } = letter.document.reading;
  const weighed = evidence.filter(({ role, start, end }) =>
    mentions
      .within({ start, end })
      .some(
        (mention) =>
          (role === 'claim' || (role === 'opposes' && !isSupported)) &&
          isNegated(mention, role === 'claim'),
      ),
  );
  if (weighed.length > 0) return { claims: weighed, isWeighed: true };
  const claims = spoken
    .filter((mention) => isNegated(mention, true) && isNamedLike(mention, answer, context))
    .flatMap(({ sentence }) => sentences[sentence] ?? []);
  claims.push(...silentOn(context, answer));
  return {
    claims: [...new Set(claims)].map((span) => quoteLetter(letter.document, span)),
    isWeighed: false,
  };
}

/** What is called absent follows the words that say so within as many characters. */
const NAMED_WITHIN = 70;

/** Sentences of the item that say "no documentation of ..." with the criterion's own name. */
function silentOn(
  { letter, rulebook }: LetterContext,
  { criterion, item }: LetterAnswer,
): Sentence[] {
  const { text } = letter.document.reading;
  const name =
    rulebook.criteria
      .get(criterion)
      ?.name.toLowerCase()
      .match(/[a-z]{6,}/g) ?? [];
  const claims = letter.document.reading.mentions.get(ABSENCE_CLAIM) ?? [];
  return item.sentences.filter(({ start, end }) =>
    claims.some((claim) => {
      if (claim.start < start || claim.end > end) return false;
      const rest = text.slice(claim.start, Math.min(end, claim.end + NAMED_WITHIN));
      const words = new Set(
        /^[^.;,]*/
          .exec(rest)?.[0]
          .toLowerCase()
          .match(/[a-z]{6,}/g),
      );
      return name.some((word) => words.has(word));
    }),
  );
}

/** Whether what is called absent is what the criterion is named for: "urine drug test". */
function isNamedLike(
  { concept }: Mention,
  { criterion }: LetterAnswer,
  { rulebook }: LetterContext,
): boolean {
  const name = rulebook.criteria.get(criterion)?.name.toLowerCase() ?? '';
  const words =
    rulebook.concepts
      .get(concept)
      ?.name.toLowerCase()
      .match(/[a-z]{4,}/g) ?? [];
  return words.some((word) => name.includes(word));
}

/** Ambiguous words of the record that the item does not repeat. */
function unmentioned({ evidence }: LetterAnswer, record: readonly Evidence[]): Evidence[] {
  return evidence.some(({ role }) => role === 'ambiguous') ? [] : [...record];
}
