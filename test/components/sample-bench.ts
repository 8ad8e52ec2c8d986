/** Twelve visits are asked for: over the limit of the pack below. */
export const benchText = `Date of request: 3 Mar 2015
History: first course of heat wrap therapy.
Request: Heat wrap therapy, 12 visits.`;

/** A guideline with one limit: ten visits. */
export const benchPack = {
  id: 'heat',
  title: 'Heat wraps',
  version: '1',
  jurisdiction: 'any',
  licence: 'own words',
  guideline: {
    title: 'Heat guideline',
    edition: '2015',
    shortTitle: 'Heat',
    inForce: { by: 'request', from: '2015-01-01' },
    rank: 1,
  },
  sources: [{ id: 's', title: 'Source' }],
  concepts: [{ id: 'heat-asked', name: 'heat wrap', phrases: ['heat wrap therapy'] }],
  treatments: [
    {
      id: 'heat-wrap',
      name: 'Heat wrap therapy',
      concepts: ['heat-asked'],
      quantity: 'visits',
      units: ['visit'],
    },
  ],
  criteria: [
    {
      id: 'heat-wrap/visits',
      name: 'Number of visits',
      question: 'Are the visits within the limit?',
      judge: { use: 'count-within', count: 'requested', units: ['visit'] },
      messages: { met: 'Within the limit.', notMet: 'Over the limit.' },
    },
  ],
  standards: [
    {
      criterion: 'heat-wrap/visits',
      limits: [{ unit: 'visits', amount: 10, comparison: 'at-most', text: 'at most 10 visits' }],
      section: 'Heat',
      text: 'Up to 10 visits.',
      confidence: 'seen',
      sources: ['s'],
    },
  ],
};
