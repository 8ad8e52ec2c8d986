import type { StoredSnippet } from '../../lib/library/snippets.ts';
import type { Finding } from '../../lib/review/review.ts';
import { review } from '../components/sample-review.ts';
import { sample } from '../snippets/sample.ts';

/** Invented snippets and remarks for the pictures of what is written with. */

const injections = {
  criteria: ['trigger-point-injection/twitch-response'],
  treatments: ['trigger-point-injection'],
};

const section = (text: string, page: string) => ({
  pack: 'mtus-2009',
  guideline: 'MTUS Chronic Pain Medical Treatment Guidelines',
  edition: '2009',
  section: text,
  page,
});

function stored(id: string, more: Parameters<typeof sample>[1]): StoredSnippet {
  const key = `starter/${id}`;
  return { key, library: 'starter', snippet: sample(id, more), from: null, waiting: false };
}

export const snippets: StoredSnippet[] = [
  stored('signs', {
    ...injections,
    title: 'Trigger points: what the exam shows',
    text: 'A trigger point is a place in a taut band that twitches when it is pressed and sends pain elsewhere. In the record: {{evidence:quote|[passage of the examination]}}.',
    citation: section('Trigger point injections', '122'),
    confidence: 'seen',
  }),
  stored('sites', {
    ...injections,
    title: 'Trigger points: four sites at most',
    text: 'No more than three or four sites are injected at a session. Asked for is {{request}}.',
    citation: section('Trigger point injections', '122'),
  }),
  stored('signs-2016', {
    ...injections,
    title: 'Trigger points: signs on examination (2016)',
    text: 'The edition of 2016 asks for a twitch and for pain sent elsewhere.',
    citation: { ...section('Trigger point injections', '122'), pack: 'mtus-2016', edition: '2016' },
    inForce: { by: 'request', from: '2016-07-29', to: '2017-11-30' },
  }),
  stored('relaxant', {}),
];

const footDrop = review.requests[0]?.criteria
  .flatMap(({ evidence }) => evidence)
  .find(({ quote }) => quote.includes('foot drop'));

/** What a letter that says "No record of a twitch. Denied." is told. */
export const remarks: Finding[] = [
  {
    id: 'letter/contrary-evidence-ignored',
    reason: 'The letter gives one side on radiculopathy; the record has the other as well.',
    evidence: footDrop ? [footDrop] : [],
  },
  {
    id: 'letter/no-citation',
    reason: 'No guideline, schedule or study is cited for trigger point injections.',
    evidence: [{ document: 'letter', start: 23, end: 30, quote: 'Denied.', role: 'claim' }],
  },
];
