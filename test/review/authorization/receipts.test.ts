import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../../lib/case/document.ts';
import { shippedRulebook } from '../../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../../lib/review/review-case.ts';

const rulebook = await shippedRulebook();

const FORM = `REQUEST FOR AUTHORIZATION
Employee Name: ********
Service/Good Requested: MRI of the lumbar spine without contrast
`;
const NOTE = 'PROGRESS REPORT\nThe patient has low back pain. Signature on file.\n';

function checksOf(...texts: string[]) {
  const documents = texts.map((text, at) =>
    plainDocument(`d${at + 1}`, `Document ${at + 1}`, text),
  );
  return reviewCase({ id: 'case', documents }, rulebook, { asOf: '2015-08-12' }).rfa;
}

describe('what a form does not say', () => {
  it('carries the words that were searched, and the form alone as the place', () => {
    const signed = checksOf(FORM, NOTE).find(({ id }) => id === 'rfa/signed');
    expect(signed?.verdict).toBe('not-documented');
    expect(signed?.receipt?.terms).toContain('signature');
    expect(signed?.receipt?.documents.map(({ name }) => name)).toEqual(['Document 1']);
  });

  it('carries none where something was found', () => {
    const found = checksOf(FORM).filter(({ verdict }) => verdict !== 'not-documented');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ receipt }) => receipt === null)).toBe(true);
  });

  it('is searched in the whole case where a treatment is looked for', () => {
    const form = 'REQUEST FOR AUTHORIZATION\nEmployee Name: ********\n';
    const named = checksOf(form, NOTE).find(({ id }) => id === 'rfa/treatment-specified');
    expect(named?.verdict).toBe('not-documented');
    expect(named?.receipt?.documents).toHaveLength(2);
  });
});
