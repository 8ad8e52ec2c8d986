import type { Range } from '../../../language/mention.ts';
import { numberWords } from '../../../language/number-words.ts';
import type { Span } from '../../evidence/scopes.ts';

const WORDS = numberWords(0, 10);
/** A number to ten as people and scanners write it, with a second one after a hyphen or "or". */
const NUMBER = `(?:1[0O]|[lI][0O]|\\d(?:\\.5)?|O|${WORDS.join('|')})`;
const SCORE = new RegExp(
  `(?<![\\w./#:-])(${NUMBER})(?:\\s?(?:-|or)\\s?(${NUMBER}))?(?:\\s*(?:/\\s?[1lI][0O]|(?:out )?of (?:10|ten)))?(?![\\w%/]|\\.\\d|\\s(?:a|per|x|times(?: a)?) (?:day|d)\\b|\\s(?:mg|mcg|daily|tabs?|tablets?|pills?|hours?|hrs?|minutes?|mins?|days?|weeks?|months?)\\b)`,
  'gi',
);

/** "(0-10)" names the scale. */
const SCALE = /\(?\b[0O]\s?(?:-|to)\s?1[0O]\b\)?/g;

/** The pain scores of a stretch of text, in their order: "4-5", "eight", "8/1O". */
export function scoresWritten(text: string, { start, end }: Span): Range[] {
  const scored = text.slice(start, end).replace(SCALE, (scale) => ' '.repeat(scale.length));
  return [...scored.matchAll(SCORE)].map(([, first, second]) => {
    const low = numberOf(first as string);
    const other = second === undefined ? low : numberOf(second);
    return { low: Math.min(low, other), high: Math.max(low, other) };
  });
}

function numberOf(written: string): number {
  const word = WORDS.indexOf(written.toLowerCase());
  return word >= 0 ? word : Number(written.replace(/O/g, '0').replace(/[lI]/g, '1'));
}
