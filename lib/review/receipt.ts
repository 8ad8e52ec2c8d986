import { type CaseDocument, unreadablePages } from '../case/document.ts';
import type { Criterion } from '../guidelines/pack.ts';
import type { Mention } from '../language/mention.ts';
import { type Said, say, sayCount } from '../saying/said.ts';
import { type CaseIndex, conceptsOf, type IndexedDocument } from './evidence/case-index.ts';
import { isAskedFor } from './evidence/match-rule.ts';
import { quoteAround } from './evidence/passage.ts';
import type { FoundRequest } from './requests/found-request.ts';
import type { SearchReceipt } from './review.ts';
import { nameOf, termsOf } from './terms.ts';

/** What was searched for a criterion, where, and what came nearest. */
export function receiptFor(
  criterion: Criterion,
  index: CaseIndex,
  request?: FoundRequest,
): SearchReceipt {
  const searched = searchedBy(criterion);
  return {
    terms: termsOf(searched, index.rulebook, request),
    ...whatWasRead(index.documents.map(({ document }) => document)),
    nearest: nearestHit(criterion, searched, index, request),
  };
}

/** The references a criterion looks for: those it names, else all of its rules. */
export function searchedBy(criterion: Criterion): string[] {
  if (criterion.searched) return criterion.searched;
  const rules = [criterion.supports, criterion.opposes, criterion.ambiguous].flatMap(
    (list) => list ?? [],
  );
  return [...new Set(rules.flatMap((rule) => rule.find))];
}

/** "2 documents", or where pages could not be read: "what could be read (15 of 17 pages)". */
export function coverageInWords({ documents }: SearchReceipt): { all: boolean; words: Said } {
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  const read = documents.reduce((sum, document) => sum + document.pagesRead, 0);
  if (read < pages) return { all: false, words: say('coverage_part', read, pages) };
  return { all: true, words: sayCount('documents', documents.length) };
}

function whatWasRead(
  documents: readonly CaseDocument[],
): Pick<SearchReceipt, 'documents' | 'unreadablePages'> {
  return {
    documents: documents.map((document) => ({
      id: document.id,
      name: document.name,
      pages: document.pages.length,
      pagesRead: document.pages.length - unreadablePages(document).length,
    })),
    unreadablePages: documents.flatMap((document) =>
      unreadablePages(document).map((page) => ({ document: document.id, page })),
    ),
  };
}

function nearestHit(
  criterion: Criterion,
  searched: readonly string[],
  index: CaseIndex,
  request?: FoundRequest,
): SearchReceipt['nearest'] {
  const what = criterion.name.toLowerCase();
  const beside = firstMention(index, criterion.nearest ?? [], request);
  if (beside && beside.mention.assertion.voice !== 'guideline') {
    const { document, mention } = beside;
    const words = document.reading.text.slice(mention.start, mention.end);
    const where = pageInWords(document.document, mention.start);
    return {
      ...quoteAround(document, mention),
      why: say('nearest_beside', words, where, what),
    };
  }
  const uncounted = firstMention(index, searched, request) ?? beside;
  if (!uncounted) return null;
  const { document, mention } = uncounted;
  const name = nameOf(mention.concept, index.rulebook);
  return {
    ...quoteAround(document, mention),
    why: say('joint_colon', name, whyNotCounted(mention)),
  };
}

/** "on page 4"; a document of one page has only "here". */
function pageInWords({ pages }: CaseDocument, offset: number): Said {
  const page = pages.find(({ start, end }) => start <= offset && offset < end);
  return pages.length > 1 && page ? say('nearest_on_page', page.number) : say('nearest_here');
}

interface Hit {
  document: IndexedDocument;
  mention: Mention;
}

/** The first mention: beside the request's own words before them, the record before other voices. */
function firstMention(
  index: CaseIndex,
  refs: readonly string[],
  request?: FoundRequest,
): Hit | undefined {
  const concepts = conceptsOf(refs, index.rulebook, request);
  let asked: Hit | undefined;
  for (const voice of ['record', 'reviewer', 'guideline'] as const) {
    for (const document of index.documents) {
      const mentions = concepts
        .flatMap((concept) => document.mentions.get(concept) ?? [])
        .filter(({ assertion }) => assertion.voice === voice)
        .sort((a, b) => a.start - b.start);
      const beside = mentions.find((mention) => !isAskedFor(document, mention, index));
      if (beside) return { document, mention: beside };
      if (mentions[0]) asked ??= { document, mention: mentions[0] };
    }
  }
  return asked;
}

/** Why words that were searched are no evidence. */
function whyNotCounted({ assertion }: Mention): Said {
  if (assertion.voice === 'guideline') return say('uncounted_guideline');
  if (assertion.voice === 'reviewer') return say('uncounted_reviewer');
  if (assertion.subject === 'other') return say('uncounted_other');
  if (assertion.presence === 'conditional') return say('uncounted_conditional');
  if (assertion.time === 'planned') return say('uncounted_planned');
  return say('uncounted_mentioned');
}
