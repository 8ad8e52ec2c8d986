import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../lib/cli/english.ts';
import type { LetterFinding } from '../../lib/letter/check/letter-finding.ts';
import { checkText } from './check-text.ts';

/** Published determinations are read from a folder beside the project; without it nothing is tested. */
const folder = process.env.CASEGLASS_SHARED ?? '../shared';
const pathOf = (name: string) => join(folder, 'cases', `determination-${name}.txt`);

async function remarksOn(name: string): Promise<LetterFinding[]> {
  const text = readFileSync(pathOf(name), 'utf8');
  return checkText(text, text);
}

const quotes = (found: readonly LetterFinding[], id: string) =>
  found
    .filter((one) => one.id === id)
    .map(({ reason, evidence }) =>
      [inEnglish(reason), ...evidence.map(({ quote }) => quote)].join(' | ').replace(/\s+/g, ' '),
    )
    .join('\n');

describe.skipIf(!existsSync(pathOf('000')))('the determination on the low back', () => {
  test('raises what it teaches', async () => {
    const found = await remarksOn('000');
    expect(quotes(found, 'letter/other-item')).toMatch(/trigger point injection.*under Amrix/);
    expect(quotes(found, 'letter/absence-contradicted')).toMatch(
      /twitch response.*Positive jump sign/,
    );
    expect(quotes(found, 'letter/contrary-evidence-ignored')).toMatch(/radiculopathy.*foot drop/);
    expect(quotes(found, 'letter/request-mismatch')).toMatch(/Flexeril 5mg.*#30 with 2 refills/);
    expect(quotes(found, 'letter/copied-text')).toMatch(/6\d % of the rationale for Amrix/);
    expect(quotes(found, 'letter/slip')).toMatch(/Paint/);
    expect(quotes(found, 'letter/criterion-unaddressed')).toMatch(/sentence is no evidence/);
    expect(quotes(found, 'letter/unexplained-abbreviation')).toMatch(/ADLs/);
  });
});

describe.skipIf(!existsSync(pathOf('004')))('the determination on the neck', () => {
  test('raises what it teaches', async () => {
    const found = await remarksOn('004');
    expect(found.filter(({ id }) => id === 'letter/no-citation')).toHaveLength(3);
    expect(quotes(found, 'letter/mixed-limits')).toMatch(/two weeks.*four weeks/);
    expect(quotes(found, 'letter/criterion-unaddressed')).toMatch(/twitch response/);
    expect(quotes(found, 'letter/criterion-unaddressed')).toMatch(
      /radiculopathy.*numbness in the left arm/,
    );
    expect(quotes(found, 'letter/copied-text')).toMatch(/Physical therapy/);
  });

  test('concludes on the items it stands under', async () => {
    const found = await remarksOn('004');
    expect(quotes(found, 'letter/other-item')).toBe('');
  });
});
