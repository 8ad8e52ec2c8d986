import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { inEnglishThroughout } from '../../lib/cli/english.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { noChoices } from '../../lib/letter/assemble.ts';
import { checkLetter } from '../../lib/letter/check/check-letter.ts';
import { compose } from '../../lib/letter/composition.ts';
import { plainText } from '../../lib/letter/forms.ts';
import { readerFor, reviewCase } from '../../lib/review/review-case.ts';

/** A record that asks for two things, of which each draft speaks of one. */
const record = `Request for authorization, 12 August 2015.
Requested: 1. Xanax 0.5 mg #15, 1 refill. 2. Trigger point injections, left low back, four sites.
Progress note, 12 August 2015. She has taken clonazepam since 17 June 2015. Xanax for her anxiety attacks.
Exam: trigger points with a twitch response in the left lumbar paraspinals. No radiculopathy.`;

async function draftsOf() {
  const rulebook = await shippedRulebook();
  const caseFile = { id: 'test', documents: [plainDocument('d1', 'Record', record)] };
  const review = reviewCase(caseFile, rulebook, { asOf: '2015-08-12' });
  const reader = readerFor(rulebook);
  return review.requests.map((request) => {
    const material = {
      review,
      request: inEnglishThroughout(request),
      abbreviations: [],
      role: 'physician' as const,
    };
    const { draft } = compose(null, material, { ...noChoices, decision: 'deny' });
    const text = plainText(draft);
    const remarks = (draftOn: string | null) =>
      checkLetter(text, review, rulebook, caseFile, reader, draftOn).map(({ id }) => id);
    return { label: request.label, asLetter: remarks(null), asDraft: remarks(request.id) };
  });
}

test('a draft on one item is not asked for the parts of a whole letter', async () => {
  const drafts = await draftsOf();
  expect(drafts.length).toBeGreaterThan(1);
  for (const { label, asLetter, asDraft } of drafts) {
    expect(asLetter, label).toContain('letter/missing-element');
    expect(asDraft, label).not.toContain('letter/missing-element');
    expect(asDraft, label).not.toContain('letter/other-item');
  }
});
