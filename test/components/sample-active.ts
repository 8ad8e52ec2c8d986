import type { ActiveReview, CaseState, SiteState } from '../../lib/messaging/active-review.ts';
import type { Evidence, RequestReview } from '../../lib/review/review.ts';
import { review } from './sample-review.ts';
import { timelineReview } from './timeline/sample.ts';

/** What the background tells a panel, in each state a panel can be in. */

const host = 'claims.northgate.example';

const site: SiteState = { host, pattern: `https://${host}/*`, access: 'granted' };

const sampleCase: CaseState = {
  id: 'case-1',
  name: 'Case 15-20718',
  claimNumber: '15-20718',
  status: 'ready',
  revision: 1,
  documents: [
    {
      id: 'd1',
      name: 'RFA and cover letter',
      host,
      characters: 6210,
      pages: 4,
      pagesRead: 4,
      unread: [],
      where: 'here',
    },
    {
      id: 'd2',
      name: 'Progress note, 19 Jun 2015',
      host,
      characters: 9120,
      pages: 5,
      pagesRead: 5,
      unread: [],
      where: 'here',
    },
    {
      id: 'd3',
      name: 'Records packet',
      host,
      characters: 14877,
      pages: 8,
      pagesRead: 6,
      unread: [],
      where: 'here',
    },
  ],
  asOf: { date: review.asOf, source: review.asOfSource, chosen: false },
  edition: null,
  others: [],
  review,
  marksOn: true,
  judgements: [],
  searches: [],
  faults: [],
};

const unreadFrame = { code: 'CG-103', what: 'Frame from docs.viewer.example' };

const withoutReview: CaseState = {
  ...sampleCase,
  status: 'ready',
  documents: [],
  asOf: null,
  review: null,
};

function active(more: Partial<ActiveReview> = {}): ActiveReview {
  return {
    windowId: 1,
    tab: { id: 7, title: 'Case 15-20718 | Northgate Claims' },
    site,
    case: sampleCase,
    faults: [],
    target: null,
    ...more,
  };
}

const onePage = { ...sampleCase.documents[0], pages: 1, pagesRead: 1 } as CaseState['documents'][0];

const [firstRequest] = review.requests as [RequestReview];
const footDrop = firstRequest.criteria
  .flatMap(({ evidence }) => evidence)
  .find(({ quote }) => quote.includes('foot drop')) as Evidence;

export const states = {
  loading: null,
  review: active(),
  'partly-read': active({
    case: {
      ...sampleCase,
      documents: [{ ...onePage, unread: [unreadFrame] }],
      faults: [{ code: 'CG-103', what: 'docs.viewer.example' }],
    },
  }),
  'other-case': active({
    tab: { id: 8, title: 'Case 15-31121 | Northgate Claims' },
    case: { ...sampleCase, id: 'case-2', claimNumber: '15-31121', documents: [onePage] },
  }),
  timeline: active({
    case: {
      ...sampleCase,
      claimNumber: '15-31121',
      documents: [
        { ...onePage, id: 'd1', name: 'Request' },
        { ...onePage, id: 'd2', name: 'Notes' },
      ],
      asOf: { date: timelineReview.asOf, source: timelineReview.asOfSource, chosen: false },
      review: timelineReview,
    },
  }),
  judged: active({
    case: {
      ...sampleCase,
      judgements: [
        {
          kind: 'correction',
          request: firstRequest.id,
          label: firstRequest.label,
          criterion: 'trigger-point-injection/no-radiculopathy',
          verdict: 'met',
          reason: 'The foot drop is of the other leg.',
        },
        {
          kind: 'dismissal',
          request: firstRequest.id,
          label: firstRequest.label,
          criterion: 'trigger-point-injection/no-radiculopathy',
          passage: { document: footDrop.document, quote: footDrop.quote },
          reason: 'Of the other leg.',
        },
      ],
    },
  }),
  pdf: active({
    case: {
      ...withoutReview,
      documents: [{ ...onePage, characters: 0, unread: [{ code: 'CG-105', what: 'records.pdf' }] }],
      files: [{ name: 'records.pdf', url: `https://${host}/records.pdf` }],
    },
  }),
  forbidden: active({
    site: { host: 'mail.example', pattern: 'https://mail.example/*', access: 'forbidden' },
    case: null,
  }),
  'first-run': active({
    site: {
      host: 'claims.northgate.example',
      pattern: 'https://claims.northgate.example/*',
      access: 'not-granted',
    },
    case: null,
  }),
  reviewing: active({ case: { ...sampleCase, status: 'reviewing' } }),
  reading: active({ case: { ...withoutReview, status: 'reading' } }),
  'no-requests': active({
    case: { ...sampleCase, review: { ...review, requests: [], safety: [], rfa: [] } },
  }),
  'no-text': active({ case: { ...withoutReview, faults: [{ code: 'CG-101' }] } }),
  'no-review': active({ case: { ...withoutReview, faults: [{ code: 'CG-201' }] } }),
  'no-case': active({ case: null }),
  impossible: active({
    tab: { id: 9, title: 'New tab' },
    site: { host: '', pattern: '', access: 'impossible' },
    case: null,
  }),
  'not-allowed': active({
    site: {
      host: 'records.meridian.example',
      pattern: 'https://records.meridian.example/*',
      access: 'not-granted',
    },
    case: null,
  }),
  'unknown-site': active({
    tab: { id: 9, title: 'A page' },
    site: { host: '', pattern: '', access: 'not-granted' },
    case: null,
  }),
  'newer-settings': active({ faults: [{ code: 'CG-501' }] }),
} satisfies Record<string, ActiveReview | null>;

export type StateName = keyof typeof states;
