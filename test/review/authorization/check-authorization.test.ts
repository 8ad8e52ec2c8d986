import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../../lib/case/document.ts';
import { inEnglish } from '../../../lib/cli/english.ts';
import type { Criterion } from '../../../lib/guidelines/pack.ts';
import { createReader } from '../../../lib/language/reader.ts';
import type { ConceptDefinition } from '../../../lib/language/vocabulary.ts';
import { checkAuthorization } from '../../../lib/review/authorization/check-authorization.ts';
import { timeIn } from '../../../lib/review/authorization/dates.ts';
import { indexDocuments } from '../../../lib/review/requests/find-requests.ts';

const pack = JSON.parse(
  readFileSync(new URL('../../../public/packs/treatments/rfa.json', import.meta.url), 'utf8'),
) as { concepts: ConceptDefinition[]; criteria: Criterion[] };
const reader = createReader({ concepts: pack.concepts, drugs: [] });
const criteria = new Map(pack.criteria.map((criterion) => [criterion.id, criterion]));

function check(text: string, asOf = { year: 2015, month: 8, day: 12 }) {
  const read = [{ document: plainDocument('form', 'Form', text), reading: reader.read(text) }];
  const documents = indexDocuments(read, { treatments: new Map(), drugs: new Map() });
  const item = { verdict: 'met' as const, evidence: [] };
  const checks = checkAuthorization({ documents, criteria, asOf, itemsSpecified: [item] });
  return Object.fromEntries(
    checks.map(({ id, verdict, reason }) => [id.slice('rfa/'.length), { verdict, reason }]),
  );
}

const FORM = `REQUEST FOR AUTHORIZATION
Employee Name: ********
Requesting physician: on file
Received: 08/12/2015 4:02 PM
Attachments: PR-2 07/30/2015
Physician signature: e-signed
Date of decision: 08/19/2015
`;

describe('checks of a request for authorization', () => {
  it('finds what a form holds', () => {
    const checks = check(FORM);
    expect(checks['employee-identified']?.verdict).toBe('met');
    expect(checks['provider-identified']?.verdict).toBe('met');
    expect(checks['treatment-specified']?.verdict).toBe('met');
    expect(checks.signed?.verdict).toBe('met');
    expect(checks['support-attached']?.verdict).toBe('met');
    expect(checks['support-age']?.verdict).toBe('not-applicable');
    expect(checks['decision-due']?.verdict).toBe('met');
    expect(inEnglish(checks['decision-due']?.reason ?? '')).toMatch(
      /Due Wednesday, 19 August 2015/,
    );
  });

  it.each([
    ['signed', FORM.replace('e-signed', '')],
    ['signed', FORM.replace('Physician signature: e-signed', 'The form was not signed.')],
    ['support-attached', FORM.replace('PR-2 07/30/2015', '')],
    ['employee-identified', FORM.replace('********', '')],
    ['provider-identified', FORM.replace('on file', '____')],
    ['decision-due', FORM.replace('08/19/2015', '08/20/2015')],
  ])('%s fails on what is empty, missing or late', (id, text) => {
    expect(check(text)[id]?.verdict).toBe('not-met');
  });

  it('lets the clock start on the next business day after 5:30 pm', () => {
    const late = check(FORM.replace('4:02 PM', '5:47 PM').replace('08/19/2015', '08/20/2015'));
    expect(late['decision-due']?.verdict).toBe('met');
  });

  it('asks for a recent report from April 2026', () => {
    const form = (report: string) => FORM.replace('07/30/2015', report).replaceAll('2015', '2026');
    const asOf = { year: 2026, month: 8, day: 12 };
    expect(check(form('07/30/2026'), asOf)['support-age']?.verdict).toBe('met');
    expect(check(form('06/30/2026'), asOf)['support-age']?.verdict).toBe('not-met');
  });

  it('has nothing to check where no request for authorization is spoken of', () => {
    expect(check('Progress note. Received PT. Signed.')).toEqual({});
  });

  it.each([
    ['5:47 PM PT', 1067],
    ['17:41', 1061],
    ['12:05 am', 5],
    ['0942', undefined],
    ['4:75', undefined],
  ])('reads the time "%s"', (text, minutes) => {
    expect(timeIn(text)).toBe(minutes);
  });
});
