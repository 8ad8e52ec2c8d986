import { newSnippet, type Snippet, type SnippetContent } from '../../lib/snippets/snippet.ts';

export const content: SnippetContent = {
  title: 'Muscle relaxant: short courses',
  text: '{{drug:sentence|The medicine}} is meant for short courses. {{measure|[exposure]}}',
  criteria: ['muscle-relaxant/duration'],
  treatments: ['muscle-relaxant'],
  citation: {
    pack: 'mtus-2009',
    guideline: 'MTUS Chronic Pain Medical Treatment Guidelines',
    edition: '2009',
    section: 'Muscle relaxants (for pain)',
    page: '63-66',
  },
  inForce: { by: 'request', from: '2009-07-18', to: '2016-07-28' },
  jurisdiction: 'California',
  tags: ['MTUS 2009'],
  status: 'approved',
  confidence: 'to-be-verified',
  sources: [{ title: 'A determination of 2015' }],
};

export const now = '2026-03-03T09:00:00.000Z';

export function sample(id: string, more: Partial<SnippetContent> = {}): Snippet {
  return newSnippet(id, { ...content, ...more }, 'M. Lead', now);
}
