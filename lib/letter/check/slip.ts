import { say } from '../../saying/said.ts';
import type { LetterCheck } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';
import { quoteLetter } from './read-letter.ts';

/** Dictation and scan slips in phrases that are known: "paint store" for pain score. */
export const slip: LetterCheck = ({ letter }) => {
  const { reading } = letter.document;
  const seen = new Set<string>();
  return [...reading.mentions, ...reading.values]
    .filter(
      ({ slip: meant, start, end }) =>
        meant !== undefined && meant !== reading.text.slice(start, end),
    )
    .sort((a, b) => a.start - b.start)
    .flatMap((one): LetterFinding[] => {
      const passage = quoteLetter(letter.document, one);
      const key = passage.quote.toLowerCase();
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        {
          id: 'letter/slip',
          reason: say('remark_slip', passage.quote.replace(/\s+/g, ' '), one.slip ?? ''),
          evidence: [claimed(passage)],
        },
      ];
    });
};
