import { describe, expect, test } from 'vitest';
import type { IndexedDocument } from '../../lib/review/evidence/case-index.ts';
import { visitLedgers } from '../../lib/review/judges/counts/visit-ledgers.ts';

const NAMES: Record<string, string> = { therapy: 'PT', 'acupuncture-any': 'Acupuncture' };

function visitsIn(text: string): number[] {
  const mentions = {
    of: (concept: string, start: number, end: number) => {
      const at = text.indexOf(NAMES[concept] ?? '?', start);
      return at >= start && at < end ? [{ concept, start: at }] : [];
    },
  };
  const document = { reading: { text, sentences: [] }, mentions } as unknown as IndexedDocument;
  return visitLedgers(document).map(({ amount }) => amount);
}

describe('ledgers of visits', () => {
  test('the visits done of all lines', () => {
    const lines = ['Auth #   Approved   Used   Balance', '1        6          6      0'];
    expect(visitsIn([...lines, '2        6          4      2'].join('\n'))).toEqual([10]);
  });

  test('a line that sums them', () => {
    const lines = ['Referral | Authorized | Attended', 'A | 8 | 8', 'B | 6 | 3', 'Total | 14 | 11'];
    expect(visitsIn(lines.join('\n'))).toEqual([11]);
  });

  test('of each therapy its own', () => {
    const lines = ['Service  Approved  Used', 'PT  12  6', 'Acupuncture  12  12', 'PT  6  5'];
    expect(visitsIn([...lines, 'Psych  6  6', 'Total  36  29'].join('\n'))).toEqual([11, 12]);
  });

  test.each(['Drug   Used   Dose\nA      6      10', 'Approved   Used\nyes        no'])(
    'none: %s',
    (text) => {
      expect(visitsIn(text)).toEqual([]);
    },
  );
});
