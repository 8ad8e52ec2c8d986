import type { Sentence } from '../../language/mention.ts';
import { countWords } from '../../review/requests/connecting-words.ts';
import { Cue } from '../../review/requests/cues.ts';
import { say } from '../../saying/said.ts';
import type { LetterCheck } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';
import { tellsOfPatient } from './letter-voice.ts';
import { ELEMENTS } from './missing-element.ts';
import { type Letter, type LetterItem, quoteLetter, voiceOf } from './read-letter.ts';
import { concludingCue, statementsOf } from './statements.ts';

/** Fewer words say nothing about a patient. */
const FEWEST_WORDS = 4;
/** A reason that the conclusion's own sentence gives. */
const GIVES_REASON =
  /\b(?:because|since|due to|given (?:the|that)|as (?:the|there|no)|in the absence of|without|for lack of|no (?:documentation|evidence|record))\b/i;

/** A conclusion on medical necessity without any fact about this patient beside it. */
export const emptyPhrase: LetterCheck = ({ letter }) =>
  letter.items.flatMap((item): LetterFinding[] => {
    if (item.decision === 'approve' || item.decision === null) return [];
    const conclusions = item.sentences.filter((sentence) =>
      concludingCue(letter.document, sentence),
    );
    const shown = conclusions.at(-1) ?? item.headings[0];
    if (!shown || hasReason(letter, item, conclusions)) return [];
    return [
      {
        id: 'letter/empty-phrase',
        reason: say('remark_no_reason', item.label),
        evidence: [claimed(quoteLetter(letter.document, shown))],
      },
    ];
  });

function hasReason(letter: Letter, item: LetterItem, conclusions: readonly Sentence[]): boolean {
  const { reading, cues } = letter.document;
  const asked = new Set(statementsOf(letter, item).map(({ sentence }) => sentence));
  return item.sentences.some((sentence) => {
    const words = reading.text.slice(sentence.start, sentence.end);
    if (conclusions.includes(sentence)) {
      const reason = GIVES_REASON.exec(words);
      return reason !== null && countWords(words.slice(reason.index)) >= FEWEST_WORDS;
    }
    if (asked.has(sentence) || voiceOf(letter.document, sentence) === 'guideline') return false;
    if (cues.has(Cue.guidelineName, sentence.start, sentence.end)) return false;
    if (ELEMENTS.some(({ concept }) => cues.has(concept, sentence.start, sentence.end)))
      return false;
    return countWords(words) >= FEWEST_WORDS && tellsOfPatient(words);
  });
}
