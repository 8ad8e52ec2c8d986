import { say } from '../../saying/said.ts';
import type { LetterCheck } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';
import { quoteLetter } from './read-letter.ts';

const ABBREVIATION = 'abbreviation-';

/** Abbreviations of the field that the letter never writes out: an injured worker reads it too. */
export const unexplainedAbbreviation: LetterCheck = ({ letter, rulebook }) => {
  const { reading } = letter.document;
  const text = reading.text.toLowerCase().replace(/[\s-]+/g, ' ');
  const seen = new Set<string>();
  return [...reading.mentions].flatMap((mention): LetterFinding[] => {
    const { concept } = mention;
    if (!concept.startsWith(ABBREVIATION) || seen.has(concept)) return [];
    seen.add(concept);
    const meaning = rulebook.concepts.get(concept)?.name ?? '';
    if (isWrittenOut(text, meaning)) return [];
    const { quote, ...passage } = quoteLetter(letter.document, mention);
    return [
      {
        id: 'letter/unexplained-abbreviation',
        reason: say('remark_abbreviation', quote, meaning),
        evidence: [claimed({ quote, ...passage })],
      },
    ];
  });
};

/** Whether all longer words of the meaning follow each other somewhere in the text. */
function isWrittenOut(text: string, meaning: string): boolean {
  const words = meaning.toLowerCase().replace(/-/g, ' ');
  return (
    text.includes(words) ||
    text.includes(words.replace(/ologue\b/, 'og')) ||
    text.includes(`${words}s`)
  );
}
