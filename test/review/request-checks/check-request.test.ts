import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../../lib/case/document.ts';
import { shippedRulebook } from '../../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../../lib/review/review-case.ts';

const rulebook = await shippedRulebook();

describe('what is shown for the checks of a request', () => {
  it.each([
    'Plan: TPI R upper trap x3, one session.',
    'Request: Omeprazole DR 20 mg #30, one daily.',
  ])('%s: each line once', (text) => {
    const document = plainDocument('note', 'Note', text);
    const [request] = reviewCase({ id: 'case', documents: [document] }, rulebook).requests;
    const quantity = request?.criteria.find(({ id }) => id === 'request/quantity');
    expect(quantity?.verdict).toBe('met');
    expect(quantity?.evidence).toHaveLength(1);
  });
});
