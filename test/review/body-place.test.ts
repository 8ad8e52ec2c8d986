import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { bodyPlaceOf } from '../../lib/review/evidence/body-place.ts';
import { indexCase, sentenceAt } from '../../lib/review/evidence/case-index.ts';
import { readerFor } from '../../lib/review/review-case.ts';

const rulebook = await shippedRulebook();

/** The first concepts of the regions that "numb" is said of. */
function numbIn(text: string): (string | undefined)[] {
  const reading = readerFor(rulebook).read(text);
  const index = indexCase([{ document: plainDocument('d', 'Note', text), reading }], rulebook);
  const [document] = index.documents;
  if (!document) throw new Error('no document was indexed');
  const start = text.indexOf('numb');
  const place = { start, end: start + 'numb'.length, sentence: sentenceAt(reading, start) };
  const { regions } = bodyPlaceOf(document, place, { regions: 'body' }, index);
  return regions.map((region) => rulebook.regions[region]?.[0]);
}

test.each([
  ['of both parts of a list', 'His hand and leg are numb.', true],
  ['of the part in its own line', 'Treated: hand\nLeg numb.', false],
  ['of the part in its own paragraph', 'Treated: hand,\n\nleg numb.', false],
])('a finding is %s', (_what, text, isOfBoth) => {
  const regions = numbIn(text);
  expect(regions).toContain('body-knee');
  expect(regions.includes('body-wrist-hand')).toBe(isOfBoth);
});
