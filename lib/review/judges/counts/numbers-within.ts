import type { Range } from '../../../language/mention.ts';
import { numberWords } from '../../../language/number-words.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import type { Span } from '../../evidence/scopes.ts';

const IN_WORDS = numberWords(0, 20);
/** A digit as scanners leave it: "1O", "l2". */
const NUMBERS = new RegExp(
  `(?<!\\d)\\d[\\dOlI]?(?![\\dOlI])|(?<![\\w])[lI]\\d(?!\\w)|\\b(?:${IN_WORDS.join('|')})\\b`,
  'gi',
);

/** The least and the greatest number of a stretch, in digits or in words. */
export function numbersIn(document: IndexedDocument, { start, end }: Span): Range | undefined {
  const numbers = [...document.reading.text.slice(start, end).matchAll(NUMBERS)].map(
    ([written]) => {
      const word = IN_WORDS.indexOf(written.toLowerCase());
      return word >= 0 ? word : Number(written.replaceAll('O', '0').replace(/[lI]/g, '1'));
    },
  );
  if (numbers.length === 0) return undefined;
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}
