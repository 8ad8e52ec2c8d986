import { CARDINALS } from '../../language/number-words.ts';
import { countWords } from './connecting-words.ts';
import { Cue } from './cues.ts';
import type { Span } from './spans.ts';
import { valuesIn } from './traits.ts';
import type { ZoneText } from './zone.ts';

/** A field holds no more words than these. */
const FIELD_WORDS = 8;
/** What stands behind a label up to the end of its cell, clause or line. */
const FIELD = /^ ?(?::|=| - |\?)[ \t]*((?:(?! {2}|\. |\.$)[^\n\t|;,])*)/;
/** What another place gives is not left open. */
const GIVEN_ELSEWHERE =
  /\b(?:same|above|below|attached|see|before|usual|unchanged|once|single|a)\b/i;

/**
 * "Visits: per therapist", "Qty: (blank)", "Quantity?": the field of a quantity that holds no number,
 * whatever stands there instead.
 */
export function unfilledField({ reading, cues }: ZoneText, span: Span): Span | undefined {
  const { text } = reading;
  for (const label of cues.within(Cue.quantityLabel, span.start, span.end)) {
    const field = FIELD.exec(text.slice(label.end, Math.min(span.end, label.end + LONGEST_FIELD)));
    const words = field?.[1] ?? '';
    const end = label.end + (field?.[0].length ?? 0);
    const isBare = text[label.end] === '?';
    if (!field || (!isBare && !/[a-z]/i.test(words)) || holdsNumber(words)) continue;
    if (countWords(words) > FIELD_WORDS || GIVEN_ELSEWHERE.test(words)) continue;
    if (valuesIn(reading, { start: label.end, end }).some(({ value }) => value.kind !== 'quantity'))
      continue;
    return { start: label.start, end };
  }
  return undefined;
}

const LONGEST_FIELD = 60;

function holdsNumber(words: string): boolean {
  return (
    /\d/.test(words) || words.split(/[^a-z]+/i).some((word) => word.toLowerCase() in CARDINALS)
  );
}
