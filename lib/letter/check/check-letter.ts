import type { CaseFile } from '../../case/case-file.ts';
import type { Rulebook } from '../../guidelines/rulebook.ts';
import type { Reader } from '../../language/reader.ts';
import type { Review } from '../../review/review.ts';
import { absenceContradicted } from './absence-contradicted.ts';
import { citationOutOfDate } from './citation-out-of-date.ts';
import { contraryEvidenceIgnored } from './contrary-evidence-ignored.ts';
import { copiedText } from './copied-text.ts';
import { criterionUnaddressed } from './criterion-unaddressed.ts';
import { emptyPhrase } from './empty-phrase.ts';
import { judgeItem } from './judge-letter.ts';
import { foundFor, type LetterCheck, type LetterContext } from './letter-context.ts';
import { type LetterCheckId, type LetterFinding, letterChecks } from './letter-finding.ts';
import { missingElement } from './missing-element.ts';
import { mixedLimits } from './mixed-limits.ts';
import { noCitation } from './no-citation.ts';
import { otherItem } from './other-item.ts';
import { readLetter } from './read-letter.ts';
import { requestsOf } from './record.ts';
import { requestMismatch } from './request-mismatch.ts';
import { slip } from './slip.ts';
import { unexplainedAbbreviation } from './unexplained-abbreviation.ts';

const CHECKS: Record<LetterCheckId, LetterCheck> = {
  'letter/other-item': otherItem,
  'letter/request-mismatch': requestMismatch,
  'letter/absence-contradicted': absenceContradicted,
  'letter/contrary-evidence-ignored': contraryEvidenceIgnored,
  'letter/criterion-unaddressed': criterionUnaddressed,
  'letter/no-citation': noCitation,
  'letter/citation-out-of-date': citationOutOfDate,
  'letter/mixed-limits': mixedLimits,
  'letter/empty-phrase': emptyPhrase,
  'letter/copied-text': copiedText,
  'letter/slip': slip,
  'letter/unexplained-abbreviation': unexplainedAbbreviation,
  'letter/missing-element': missingElement,
};

/** What these look for stands once in a letter, and not with each of its items. */
const OF_WHOLE_LETTERS: ReadonlySet<LetterCheckId> = new Set(['letter/missing-element']);

/**
 * Holds a letter against the record it is about: one remark for each thing a reader should look at
 * again. It never says what to decide. Passages of the letter carry the document id `letter`, those of
 * the record the ids of the case file; all offsets are UTF-16 units. `review` is the review of
 * `caseFile` by `rulebook`, and `reader` reads with its vocabulary. An empty letter has no remarks.
 *
 * `draftOn` names the request (`RequestReview.id`) where the text is the rationale on that alone and
 * no letter yet: then all of it is about that, and what only a whole letter has is not missed.
 */
export function checkLetter(
  letterText: string,
  review: Review,
  rulebook: Rulebook,
  caseFile: CaseFile,
  reader: Reader,
  draftOn: string | null = null,
): LetterFinding[] {
  if (letterText.trim() === '') return [];
  const requests = requestsOf(caseFile, rulebook, reader);
  const only = draftOn === null ? undefined : foundFor(draftOn, review, requests);
  const letter = readLetter(letterText, requests, rulebook, reader, only);
  const judged = new Map(
    letter.items.map((item) => [item, judgeItem(item, letter, requests, rulebook, review.asOf)]),
  );
  const context: LetterContext = { letter, review, requests, rulebook, caseFile, judged };
  return letterChecks
    .filter((id) => draftOn === null || !OF_WHOLE_LETTERS.has(id))
    .flatMap((id) => CHECKS[id](context));
}
