import type { Pack } from '../../lib/guidelines/pack.ts';
import type { Snippet, SnippetContent, SnippetStatus } from '../../lib/snippets/snippet.ts';

/** A snippet as its form holds it: every field a text. */
export interface SnippetForm {
  title: string;
  text: string;
  criteria: string;
  treatments: string;
  pack: string;
  section: string;
  page: string;
  jurisdiction: string;
  by: 'request' | 'service';
  from: string;
  to: string;
  tags: string;
  status: SnippetStatus;
  sources: string;
  seen: boolean;
}

export function formOf(snippet: Snippet | null): SnippetForm {
  return {
    title: snippet?.title ?? '',
    text: snippet?.text ?? '',
    criteria: snippet?.criteria.join('\n') ?? '',
    treatments: snippet?.treatments.join('\n') ?? '',
    pack: snippet?.citation?.pack ?? '',
    section: snippet?.citation?.section ?? '',
    page: snippet?.citation?.page ?? '',
    jurisdiction: snippet?.jurisdiction ?? 'California',
    by: snippet?.inForce?.by ?? 'request',
    from: snippet?.inForce?.from ?? '',
    to: snippet?.inForce?.to ?? '',
    tags: snippet?.tags.join(', ') ?? '',
    status: snippet?.status ?? 'draft',
    sources:
      snippet?.sources.map(({ title, url }) => (url ? `${title} | ${url}` : title)).join('\n') ??
      '',
    seen: snippet?.confidence === 'seen',
  };
}

/** The form with a guideline chosen: its dates and jurisdiction follow. */
export function withGuideline(form: SnippetForm, pack: Pack | undefined): SnippetForm {
  if (pack?.guideline === undefined) return { ...form, pack: '' };
  const { by, from, to = '' } = pack.guideline.inForce;
  return { ...form, pack: pack.id, jurisdiction: pack.jurisdiction, by, from, to };
}

/** What the form says, unchecked: the schema judges it when it is saved. */
export function contentOfForm(
  form: SnippetForm,
  packs: readonly Pack[],
  before: Snippet | null,
): SnippetContent {
  const guideline = packs.find(({ id }) => id === form.pack)?.guideline;
  const known = before?.citation?.pack === form.pack ? before.citation : undefined;
  const page = form.page.trim();
  const to = form.to.trim();
  const citation = {
    pack: form.pack,
    guideline: guideline?.title ?? known?.guideline ?? '',
    edition: guideline?.edition ?? known?.edition ?? '',
    section: form.section,
    ...(page === '' ? {} : { page }),
  };
  const inForce = { by: form.by, from: form.from, ...(to === '' ? {} : { to }) };
  return {
    title: form.title,
    text: form.text,
    criteria: listOf(form.criteria),
    treatments: listOf(form.treatments),
    ...(form.pack === '' ? {} : { citation }),
    ...(form.from === '' && form.pack === '' ? {} : { inForce }),
    jurisdiction: form.jurisdiction,
    tags: form.tags.split(',').flatMap((tag) => tag.trim() || []),
    status: form.status,
    confidence: form.seen ? 'seen' : 'to-be-verified',
    sources: form.sources.split('\n').flatMap((line) => {
      const [title = '', url = ''] = line.split('|').map((part) => part.trim());
      if (title === '') return [];
      return url === '' ? { title } : { title, url };
    }),
  };
}

function listOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
