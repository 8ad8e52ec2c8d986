import type { Sentence, ValueMention } from '../../language/mention.ts';
import { within } from '../../review/evidence/case-index.ts';
import { valuesIn } from '../../review/requests/traits.ts';
import { say } from '../../saying/said.ts';
import type { LetterCheck } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';
import { type Letter, quoteLetter } from './read-letter.ts';

/** Concepts of `packs/vocabulary/letters.json`. */
const LIMIT = 'letter-limit';
const GOVERNS = 'letter-governs';
/** A limit's number follows its words within so many characters. */
const NUMBER_WITHIN = 40;
/** Words that say what is limited; two limits on different things do not meet. */
const OF_USE =
  /\b(?:use|used|using|term|treat(?:ment|ed)?|course|prescri\w*|duration|therapy|taken|dependence|visits?|sessions?|limit(?:s|ed)?)\b/i;
/** Lengths that limit no use: of complaints, of relief, between two injections, of failed care. */
const OF_SOMETHING_ELSE =
  /\b(?:symptoms?|complaints?|pain (?:of|for|lasting)|relief|reduction|apart|between|repeat|interval|failed|fails|failure|after (?:injection|surgery)|old|stable|persist\w*|of conservative)\b/i;

/** Two limits for one thing in one rationale, where none is named as the one that governs. */
export const mixedLimits: LetterCheck = ({ letter }) =>
  letter.items.flatMap((item): LetterFinding[] => {
    const { reading } = letter.document;
    if (item.sentences.some(({ start, end }) => hasConcept(letter, GOVERNS, start, end))) return [];
    const limits = item.sentences.flatMap((sentence) => limitsIn(letter, sentence));
    for (const kind of ['time', 'visits'] as const) {
      const own = limits.filter((limit) => limit.kind === kind);
      const first = own[0];
      const other = own.find(
        (limit) => first && (limit.high < first.low || limit.low > first.high),
      );
      if (!first || !other) continue;
      return [
        {
          id: 'letter/mixed-limits',
          reason: say(
            'remark_two_limits',
            item.label,
            words(reading.text, first.value),
            words(reading.text, other.value),
          ),
          evidence: [first, other].map(({ sentence }) =>
            claimed(quoteLetter(letter.document, sentence)),
          ),
        },
      ];
    }
    return [];
  });

interface Limit {
  kind: 'time' | 'visits';
  low: number;
  high: number;
  sentence: Sentence;
  value: ValueMention;
}

function limitsIn(letter: Letter, sentence: Sentence): Limit[] {
  const { reading } = letter.document;
  const { text } = reading;
  const cues = within(reading.mentions.get(LIMIT), sentence);
  if (cues.length === 0) return [];
  return valuesIn(reading, sentence).flatMap((value): Limit[] => {
    const cue = cues.findLast(
      ({ end, start }) => start <= value.start && value.start - end <= NUMBER_WITHIN,
    );
    if (!cue) return [];
    const clause = clauseOf(text, sentence, value);
    if (!OF_USE.test(text.slice(sentence.start, value.end)) || OF_SOMETHING_ELSE.test(clause))
      return [];
    if (value.value.kind === 'duration') {
      const { low, high } = value.value.days;
      return [{ kind: 'time', low, high, sentence, value }];
    }
    if (value.value.kind === 'count' && value.value.of === undefined) {
      if (!/^(?:visit|session|treatment)/.test(value.value.unit)) return [];
      return [
        {
          kind: 'visits',
          low: value.value.amount.low,
          high: value.value.amount.high,
          sentence,
          value,
        },
      ];
    }
    return [];
  });
}

/** The part of the sentence between the semicolons around the value. */
function clauseOf(text: string, sentence: Sentence, { start, end }: ValueMention): string {
  const from = Math.max(sentence.start, text.lastIndexOf(';', start) + 1);
  const to = text.indexOf(';', end);
  return text.slice(from, to < 0 ? sentence.end : Math.min(to, sentence.end));
}

function hasConcept(
  { document: { reading } }: Letter,
  concept: string,
  from: number,
  to: number,
): boolean {
  return within(reading.mentions.get(concept), { start: from, end: to }).length > 0;
}

function words(text: string, { start, end }: ValueMention): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}
