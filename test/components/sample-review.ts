import type {
  Citation,
  CriterionReview,
  Evidence,
  RequestDetails,
  Review,
  SearchReceipt,
} from '../../lib/review/review.ts';

/** An invented case that shows every verdict, for tests and pictures of the panel. */

const asOf = '2015-07-17';

export const mtus: Citation = {
  pack: 'mtus-2009',
  guideline: 'MTUS Chronic Pain Medical Treatment Guidelines',
  edition: '2009',
  section: 'Trigger point injections',
  page: '122',
  inForce: { from: '2009-07-18', to: '2016-07-28' },
  text: 'Trigger point injections are advised only where radiculopathy is absent by exam, imaging or nerve tests.',
  confidence: 'seen',
  sources: [{ title: '8 CCR 9792.24.2', url: 'https://www.dir.ca.gov/t8/9792_24_2.html' }],
  governs: true,
};

export const odg: Citation = {
  pack: 'odg',
  guideline: 'Official Disability Guidelines',
  edition: 'as quoted in 2015 decisions',
  section: 'Pain, trigger point injections',
  page: null,
  inForce: { from: '2016-01-01', to: null },
  text: 'Not where radiculopathy is present; no more than three or four injections a session.',
  confidence: 'to-be-verified',
  sources: [{ title: 'Quoted in published determinations' }],
  governs: false,
};

const document = 'd1';
let at = 0;

function passage(quote: string, in_ = document) {
  at += 40;
  return { document: in_, start: at, end: at + quote.length, quote };
}

function evidence(role: Evidence['role'], quote: string, more: Partial<Evidence> = {}): Evidence {
  return { ...passage(quote, more.document), role, ...more };
}

const receipt = (terms: string[], nearest: SearchReceipt['nearest'] = null): SearchReceipt => ({
  terms,
  documents: [
    { id: 'd1', name: 'RFA and cover letter', pages: 4, pagesRead: 4 },
    { id: 'd2', name: 'Progress note, 19 Jun 2015', pages: 5, pagesRead: 5 },
    { id: 'd3', name: 'Records packet', pages: 8, pagesRead: 6 },
  ],
  unreadablePages: [
    { document: 'd3', page: 6 },
    { document: 'd3', page: 7 },
  ],
  nearest,
});

function criterion(
  id: string,
  name: string,
  question: string,
  verdict: CriterionReview['verdict'],
  reason: string,
  more: Partial<CriterionReview> = {},
): CriterionReview {
  return {
    id,
    name,
    question,
    verdict,
    reason,
    evidence: [],
    receipt: null,
    citation: mtus,
    alsoCited: [],
    ...more,
  };
}

const nothingAsked: RequestDetails = {
  drug: null,
  strength: null,
  quantity: null,
  refills: null,
  directions: null,
  daysSupply: null,
  visits: null,
  bodyPart: null,
  side: null,
  level: null,
};

const injections: CriterionReview[] = [
  criterion(
    'trigger-point-injection/no-radiculopathy',
    'No radiculopathy',
    'Is radiculopathy absent by exam, imaging or nerve tests?',
    'conflicting',
    'Nerve tests say none; the exam has a left foot drop.',
    {
      evidence: [
        evidence(
          'supports',
          'Electrodiagnostic studies were done and it not shows a radiculopathy.',
          {
            document: 'd2',
            date: '2015-06-19',
            why: 'Said to be absent; negated by “not”, 1 word before',
            slip: 'does not show',
          },
        ),
        evidence('opposes', 'Thigh strength is down and there is a left foot drop.', {
          document: 'd3',
          why: 'A motor deficit is a sign of radiculopathy.',
        }),
      ],
      wouldSettle: 'A dated neurologic exam, or the test report itself.',
      alsoCited: [odg],
    },
  ),
  criterion(
    'trigger-point-injection/twitch-response',
    'Twitch response',
    'Does palpation evoke a local twitch response?',
    'unclear',
    'Only a jump sign, which is no twitch response; an earlier review says none was found.',
    {
      evidence: [
        evidence('ambiguous', 'positive jump sign in the low back', {
          document: 'd3',
          date: '2015-06-19',
          why: 'A jump sign is a reaction of the patient, a twitch one of the muscle.',
        }),
        evidence('claim', 'There is no documentation of a twitch response.', {
          why: 'An earlier reviewer says so; it is not the record.',
        }),
        evidence('history', 'Twitch response was elicited on 3 May 2012.', {
          document: 'd3',
          date: '2012-05-03',
        }),
      ],
      wouldSettle: 'A note of the palpation that names the twitch.',
    },
  ),
  criterion(
    'trigger-point-injection/myofascial-diagnosis',
    'Myofascial diagnosis',
    'Is myofascial pain a working diagnosis?',
    'not-documented',
    'No myofascial diagnosis found in 3 documents, 15 of 17 pages.',
    {
      receipt: receipt(
        [
          'myofascial pain',
          'myofascial syndrome',
          'myofascitis',
          'myalgia',
          'fibromyositis',
          'MPS',
          'trigger point syndrome',
        ],
        {
          ...passage(
            'mechanical low back pain; left facet arthropathy; left sacroiliitis; spondylosis; disc degeneration; severe stenosis',
            'd2',
          ),
          why: 'Six working diagnoses; none is myofascial.',
        },
      ),
      wouldSettle: 'A diagnosis in the treating physician’s own words.',
      alsoCited: [odg],
    },
  ),
  criterion(
    'request/quantity',
    'Quantity',
    'Is the quantity stated?',
    'not-documented',
    'Number of injections not stated.',
    { receipt: receipt(['injections', 'number of injections', 'x 1', 'x 4']), citation: null },
  ),
  criterion(
    'trigger-point-injection/symptom-duration',
    'Symptoms over 3 months',
    'Have symptoms lasted?',
    'met',
    'At least 46 months by 17 Jul 2015.',
    {
      evidence: [
        evidence('supports', 'injured his back on 8-18-11 and has hurt ever since', {
          date: '2011-08-18',
          why: 'An injury date with continuing complaints of the same region.',
        }),
      ],
      measure: {
        text: 'At least 46 months (18 Aug 2011 to 17 Jul 2015)',
        working: [
          'Earliest mention of low back pain: 18 Aug 2011.',
          'Date of the request: 17 Jul 2015.',
          '1,429 days in between; the first mention is not a start date, so “at least”.',
        ],
        amount: 1429,
        unit: 'days',
        limits: [
          { pack: 'mtus-2009', text: 'over 3 months', amount: 91, unit: 'days', within: true },
          { pack: 'odg', text: 'over 3 months', amount: 91, unit: 'days', within: true },
        ],
      },
      alsoCited: [odg],
    },
  ),
  criterion(
    'request/item-specified',
    'Named precisely',
    'Is the treatment named precisely?',
    'met',
    'Body part and side are stated.',
    {
      evidence: [evidence('supports', 'Trigger point injections, left low back')],
      citation: null,
    },
  ),
  criterion(
    'trigger-point-injection/repeat-relief',
    'Relief from earlier injections',
    'Was there relief over 50 % for 6 weeks?',
    'not-applicable',
    'No earlier injection is mentioned.',
  ),
  criterion(
    'request/directions',
    'Directions',
    'Are dose and frequency stated?',
    'not-applicable',
    'Not a drug.',
    { citation: null },
  ),
];

const relaxant: CriterionReview[] = [
  criterion(
    'request/consistent',
    'Same wherever stated',
    'Do drug, strength, quantity, side and level agree wherever this request is stated?',
    'not-met',
    'Stated two ways: Amrix 15 mg, and Flexeril 5 mg #30 with 2 refills.',
    {
      evidence: [
        evidence('supports', 'Amrix 15 mg'),
        evidence('opposes', 'Flexeril 5 mg #30, 2 refills', {
          document: 'd3',
          why: 'The same substance in another strength and quantity.',
        }),
      ],
      citation: null,
    },
  ),
  criterion(
    'muscle-relaxant/duration',
    'Length of use',
    'Is exposure to the class short?',
    'unclear',
    'The rule stopped before it came to a result.',
    { fault: 'CG-201' },
  ),
  criterion(
    'muscle-relaxant/second-line',
    'First-line medicine tried',
    'Were first-line medicines tried first?',
    'met',
    'Naproxen was tried and did not help.',
    {
      evidence: [
        evidence('supports', 'naproxen without relief', { document: 'd2', date: '2015-06' }),
      ],
    },
  ),
];

export const review: Review = {
  asOf,
  asOfSource: 'date of the request form',
  documents: [
    {
      id: 'd1',
      name: 'RFA and cover letter',
      characters: 6210,
      unreadablePages: [],
      date: '2015-06-19',
    },
    {
      id: 'd2',
      name: 'Progress note, 19 Jun 2015',
      characters: 9120,
      unreadablePages: [],
      date: '2015-06-19',
    },
    { id: 'd3', name: 'Records packet', characters: 14877, unreadablePages: [6, 7], date: null },
  ],
  requests: [
    {
      id: 'trigger-point-injection-1',
      treatment: 'trigger-point-injection',
      label: 'Trigger point injections, left low back',
      listed: true,
      passages: [passage('Trigger point injections to the left low back')],
      details: { ...nothingAsked, bodyPart: 'low back', side: 'left' },
      criteria: injections,
    },
    {
      id: 'muscle-relaxant-2',
      treatment: 'muscle-relaxant',
      label: 'Amrix 15 mg',
      listed: true,
      passages: [passage('Amrix 15 mg')],
      details: {
        ...nothingAsked,
        drug: 'cyclobenzaprine',
        strength: '15 mg',
        directions: '1 PO QHS PRN',
      },
      criteria: relaxant,
    },
    {
      id: 'muscle-relaxant-3',
      treatment: 'muscle-relaxant',
      label: 'Flexeril 5 mg',
      listed: false,
      passages: [passage('Flexeril 5 mg #30, 2 refills', 'd3')],
      details: { ...nothingAsked, strength: '5 mg', quantity: '30', refills: 2 },
      criteria: relaxant.slice(2),
    },
  ],
  safety: [
    {
      id: 'safety/duplicate-class',
      reason: 'One drug under two names: Flexeril 5 mg and Amrix 15 mg are both cyclobenzaprine.',
      evidence: [
        evidence('opposes', 'Flexeril 5 mg #30, 2 refills', { document: 'd3' }),
        evidence('opposes', 'Amrix 15 mg'),
      ],
    },
  ],
  rfa: [
    {
      id: 'rfa/signed',
      verdict: 'met',
      reason: 'Signed by the requesting physician.',
      evidence: [evidence('supports', 'Electronically signed by the treating physician')],
      receipt: null,
    },
    {
      id: 'rfa/received',
      verdict: 'not-documented',
      reason: 'No date of receipt found.',
      evidence: [],
      receipt: {
        terms: ['received', 'date received', 'received by'],
        documents: [{ id: 'd1', name: 'Request for authorization', pages: 2, pagesRead: 1 }],
        unreadablePages: [{ document: 'd1', page: 2 }],
        nearest: null,
      },
    },
    {
      id: 'rfa/decision-due',
      verdict: 'unclear',
      reason: 'Decision due Fri 24 Jul 2015, if received on 17 Jul; no receipt date found.',
      evidence: [],
      receipt: null,
    },
  ],
  letter: [],
};
