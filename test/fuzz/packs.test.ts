import fc from 'fast-check';
import { expect } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { inEnglish } from '../../lib/cli/english.ts';
import { checkPackText } from '../../lib/guidelines/check-pack-text.ts';
import { loadPacks, type PackFile } from '../../lib/guidelines/load-packs.ts';
import type { DrugEntry } from '../../lib/language/drug.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import drugs from '../../public/packs/drugs.json' with { type: 'json' };
import { fuzz } from './fuzz.ts';
import { anyText, type Change, changed, changes } from './inputs.ts';

const known = { drugs: drugs.drugs.slice(0, 20) as DrugEntry[] };
const lexicon: PackFile = { file: 'drugs.json', content: { ...drugs, ...known } };

/** A pack with one of everything that a pack may hold. */
const sample = {
  ...{ id: 'sample', title: 'Sample', version: '1', jurisdiction: 'any', licence: 'own words' },
  concepts: [
    { id: 'injection', name: 'Injection', phrases: ['trigger point (injection|shot)(s)?', '=TPI'] },
    { id: 'twitch', name: 'Twitch response', phrases: ['twitch ..3 response', 'LTR'] },
    { id: 'pain', name: 'Pain', phrases: ['pain', 'sore'] },
  ],
  treatments: [
    { id: 'injection', name: 'Injection', concepts: ['injection'], quantity: 'injections' },
  ],
  criteria: [
    {
      ...{ id: 'injection/twitch', name: 'Twitch response', question: 'Is there one?' },
      supports: [{ find: 'twitch', with: ['pain'], within: 'paragraph' }],
      opposes: [{ find: 'twitch', presence: ['negated'] }],
      messages: {},
    },
    {
      ...{ id: 'injection/length', name: 'Length', question: 'How long?' },
      judge: { use: 'symptom-length', complaint: 'pain', injury: 'injection' },
      messages: {},
    },
  ],
  guideline: {
    ...{ title: 'Guideline of 2009', shortTitle: 'G 2009', edition: '2009', rank: 1 },
    inForce: { by: 'request', from: '2009-01-01' },
  },
  sources: [{ id: 'source', title: 'A source' }],
  standards: [
    {
      ...{ criterion: 'injection/length', section: 'Section', text: 'in our words' },
      limits: [{ unit: 'days', amount: 90, comparison: 'over', text: 'over 90 days' }],
      ...{ confidence: 'seen', sources: ['source'] },
    },
  ],
};

const text =
  'A twitch response was seen, pain since 2014.\n\nREQUESTED ITEMS\n1. Trigger point injection x3\n';

fuzz<Change[]>({
  name: 'packs',
  inputs: changes,
  runs: 25,
  holds(list) {
    const content = changed(sample, list);
    const rulebook = loadPacks([{ file: 'sample.json', content }], lexicon);
    for (const { reason, path } of rulebook.faults) {
      expect(typeof path).toBe('string');
      expect(inEnglish(reason)).not.toBe('');
    }
    const documents = [plainDocument('a', 'A', text)];
    const { requests } = reviewCase({ id: 'case', documents }, rulebook, { asOf: '2015-08-12' });
    for (const { start, end, quote } of requests.flatMap(({ passages }) => passages)) {
      expect(text.slice(start, end)).toBe(quote);
    }
  },
});

fuzz<{ list: Change[]; cut: number; junk: string }>({
  name: 'pack-text',
  inputs: fc.record({ list: changes, cut: fc.nat({ max: 4_000 }), junk: anyText }),
  runs: 30,
  holds({ list, cut, junk }) {
    const whole = JSON.stringify(changed(sample, list), null, 1) ?? '';
    const broken = whole.slice(0, cut) + junk + whole.slice(cut + junk.length);
    for (const { start, end, reason } of checkPackText('sample.json', broken, [], known).faults) {
      expect(inEnglish(reason)).not.toBe('');
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(broken.length);
    }
  },
});
