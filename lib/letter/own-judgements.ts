import type { Verdict } from '../review/review.ts';
import { type Paragraph, type Segment, said, segmentOf } from './draft.ts';
import type { CriterionInEnglish } from './in-english.ts';
import { type Naming, passageWords } from './passage-words.ts';

const inWords: Record<Verdict, string> = {
  met: 'met',
  'not-met': 'not met',
  conflicting: 'conflicting',
  unclear: 'unclear',
  'not-documented': 'not documented',
  'not-applicable': 'not applicable',
};

/** What the reviewer judged otherwise than the search of the record did, named as such. */
export function judgementParagraphs(
  criteria: readonly CriterionInEnglish[],
  naming: Naming,
): Paragraph[] {
  return criteria.flatMap((criterion) => {
    const segments = judgementSegments(criterion, naming);
    if (segments.length === 0) return [];
    const intro = said(`The reviewer’s own judgement on “${criterion.name}”: `);
    return [
      { id: `judgement ${criterion.id}`, group: 'judgement', segments: [intro, ...segments] },
    ];
  });
}

function judgementSegments(criterion: CriterionInEnglish, naming: Naming): Segment[] {
  const { id, correction, dismissed = [] } = criterion;
  const sentences: Segment[] = [];
  if (correction) {
    const { found, by } = correction;
    const text = `${inWords[by.verdict]}, where the search of the record gave ${inWords[found]}. Reason: ${ended(by.reason)}`;
    sentences.push(segmentOf('judgement', `correction ${id}`, text));
  }
  for (const { piece, by } of dismissed) {
    const text = `set aside is ${passageWords(piece, naming)}. Reason: ${ended(by.reason)}`;
    sentences.push(
      segmentOf('judgement', `dismissal ${id} ${piece.document} ${piece.quote}`, text),
    );
  }
  return sentences.flatMap((segment, at) => (at === 0 ? [segment] : [said(' '), segment]));
}

function ended(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
