import { Cue } from '../../review/requests/cues.ts';
import type { Span } from '../../review/requests/spans.ts';
import { say } from '../../saying/said.ts';
import type { LetterCheck } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';
import { type Letter, quoteLetter } from './read-letter.ts';
import { concludingCue } from './statements.ts';

const id = 'letter/no-citation' as const;
/** What "none cited" belongs to stands within so many characters. */
const SAID_WITHIN = 180;

/** A denial or a change that names no guideline, and a party that is said to have named none. */
export const noCitation: LetterCheck = ({ letter }) => [
  ...saidToCiteNothing(letter),
  ...letter.items.flatMap((item): LetterFinding[] => {
    // What is approved needs no citation; a letter that decides nothing yet is a draft of a denial.
    if (item.decision === 'approve') return [];
    const { document } = letter;
    const isCited = (spans: readonly Span[]) => spans.some((span) => isCitation(letter, span));
    if (isCited([...item.headings, ...item.sentences])) return [];
    // A citation before or behind all items is for all of them.
    if (letter.items.length > 1 && isCited(letter.shared)) return [];
    const conclusion = item.sentences
      .filter((sentence) => concludingCue(document, sentence))
      .at(-1);
    const shown = conclusion ?? item.headings[0] ?? item.sentences[0];
    return [
      {
        id,
        reason: say('remark_no_citation', item.label),
        evidence: shown ? [claimed(quoteLetter(document, shown))] : [],
      },
    ];
  }),
];

/** Names a source, and not to say that there is none. */
function isCitation({ document: { cues, reading } }: Letter, { start, end }: Span): boolean {
  const names = cues.within(Cue.guidelineName, start, end);
  const none = cues.within(Cue.guidelineNone, start, end);
  if (names.length === 0 || none.length > 0) return false;
  return names.some(
    (name) =>
      !/^(?:pp?|pgs?|pages?)\b|^(?:guidelines?|schedule) /i.test(
        reading.text.slice(name.start, name.end),
      ),
  );
}

/** "The claims administrator did not cite any medical evidence": said of each item it stands under. */
function saidToCiteNothing(letter: Letter): LetterFinding[] {
  const { cues } = letter.document;
  const found: LetterFinding[] = [];
  for (const item of letter.items) {
    const none = item.sentences.find(({ start, end }) =>
      cues
        .within(Cue.guidelineNone, start, end)
        .some((mention) =>
          cues.has(
            Cue.guidelineAdministrator,
            Math.max(0, mention.start - SAID_WITHIN),
            mention.end,
          ),
        ),
    );
    if (!none) continue;
    found.push({
      id,
      reason: say('remark_nothing_cited', item.label),
      evidence: [claimed(quoteLetter(letter.document, none))],
    });
  }
  return found;
}
