import { readFileSync } from 'node:fs';
import { plainDocument } from '../../lib/case/document.ts';
import { PACKS } from '../../lib/cli/shipped-packs.ts';
import { loadPacks } from '../../lib/guidelines/load-packs.ts';
import type { Rulebook } from '../../lib/guidelines/rulebook.ts';
import type { CriterionReview, Review } from '../../lib/review/review.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

/** How requests are worded: the shipped vocabulary. */
const requests = {
  file: 'requests.json',
  content: JSON.parse(readFileSync(new URL('vocabulary/requests.json', PACKS), 'utf8')),
};

/** A lexicon and a pack of a few lines, so that a test shows all it rests on. */

const drug = (id: string, brand: string, classes: string[]) => ({
  id,
  generic: id,
  brands: [brand],
  classes,
  substances: [id],
});

const lexicon = {
  version: 1,
  tables: [],
  drugs: [
    drug('alprazolam', 'Xanax', ['benzodiazepine']),
    drug('clonazepam', 'Klonopin', ['benzodiazepine']),
    {
      ...drug('morphine', 'MS Contin', ['opioid']),
      mme: [{ factor: 1, per: 'mg/day', table: 'CDC 2022', confidence: 'seen' }],
    },
    drug('ibuprofen', 'Motrin', ['nsaid']),
    drug('lisinopril', 'Zestril', ['antihypertensive']),
  ],
};

const head = { title: 'Test', version: '1', jurisdiction: 'any', licence: 'own words' };

export const PHRASES: Record<string, string[]> = {
  'treatment-injection': ['trigger point injection', 'TPI'],
  'treatment-xanax': ['nothing here'],
  'trigger-point': ['trigger point'],
  twitch: ['twitch response', 'LTR'],
  'jump-sign': ['jump sign'],
  pain: ['pain'],
  'complaint-old': ['chronic'],
  relief: ['relief', 'better'],
  failed: ['failed', 'no help'],
  'injury-date': ['date of injury', 'DOI'],
  'urine-test': ['UDS', 'urine drug screen'],
  agrees: ['consistent', 'as expected'],
  disagrees: ['inconsistent', 'not prescribed'],
  'sent-away': ['pending', 'sent'],
  'physical-therapy-care': ['physical therapy', '=PT'],
};

/** A rulebook whose only treatment is an injection, with the criteria of a test. */
export function smallRulebook(criteria: object[], parts: Record<string, unknown> = {}): Rulebook {
  const concepts = Object.entries(PHRASES).map(([id, phrases]) => ({
    id,
    name: id.replaceAll('-', ' '),
    phrases,
  }));
  const treatments = [
    {
      id: 'injection',
      name: 'Injection',
      concepts: ['treatment-injection'],
      quantity: 'injections',
    },
    { id: 'sedative', name: 'Sedative', drugClasses: ['benzodiazepine'], quantity: 'units' },
  ];
  const content = { id: 'test', ...head, concepts, treatments, criteria, ...parts };
  const rulebook = loadPacks([requests, { file: 'test.json', content }], {
    file: 'drugs.json',
    content: lexicon,
  });
  if (rulebook.faults.length > 0) throw new Error(JSON.stringify(rulebook.faults));
  // the same words every time: one reader serves all tests of a file
  words ??= rulebook.concepts;
  return { ...rulebook, concepts: words };
}

let words: Rulebook['concepts'] | undefined;

/** A criterion with an id and words, and what a test gives it. */
export function criterion(parts: Record<string, unknown>, id = 'injection/test'): object {
  return { id, name: 'Twitch', question: 'Is it so?', messages: {}, ...parts };
}

/** A guideline with one standard for the criterion of a test. */
export function edition(limits: object[], criterionId = 'injection/test'): Record<string, unknown> {
  return {
    guideline: {
      title: 'Guideline of 2009',
      shortTitle: 'G 2009',
      edition: '2009',
      inForce: { by: 'request', from: '2009-01-01' },
      rank: 1,
    },
    sources: [{ id: 'source', title: 'A source' }],
    standards: [
      {
        criterion: criterionId,
        limits,
        section: 'Section',
        text: 'in our words',
        confidence: 'seen',
        sources: ['source'],
      },
    ],
  };
}

export const REQUEST = '\n\nREQUESTED ITEMS\n1. Trigger point injection left trapezius\n';

/** The review of texts, each a document, with a request for an injection in the first. */
export function reviewOf(rulebook: Rulebook, texts: string[], asOf = '2015-08-12'): Review {
  const documents = texts.map((text, at) =>
    plainDocument(`d${at + 1}`, `Document ${at + 1}`, text),
  );
  return reviewCase({ id: 'case', documents }, rulebook, { asOf });
}

/** The one criterion of the first request. */
export function judged(
  parts: Record<string, unknown>,
  text: string,
  packParts: Record<string, unknown> = {},
): CriterionReview {
  const rulebook = smallRulebook([criterion(parts)], packParts);
  const review = reviewOf(rulebook, [`${text}${REQUEST}`]);
  const found = review.requests[0]?.criteria.find(({ id }) => id === 'injection/test');
  if (!found) throw new Error(`no criterion was judged in: ${text}`);
  return found;
}
