import type { QuotedPassage } from '../../../case/passage.ts';
import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention } from '../../../language/mention.ts';
import { type MessageKey, say } from '../../../saying/said.ts';
import { conceptsOf, documentById, type IndexedDocument } from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';

/** Whether what is asked for is free of something: looked for in the words of the request itself. */
export const judgeRequestFreeOf: Judge<Settings<'request-free-of'>> = (settings, context) => {
  const { request } = context;
  if (!request) return NOTHING;
  const named = namedIn(request.passages, settings.of, context, 'opposes', 'why_part_of_it');
  if (named.length > 0) return { evidence: named };
  const own = requestedItself(settings.of, context);
  const open = settings.open
    ? namedIn(request.passages, settings.open, context, 'ambiguous', 'why_content_unsaid')
    : [];
  if (own || open.length > 0) return { evidence: own ? [own] : open };
  const [passage] = request.passages;
  if (!passage) return NOTHING;
  return { evidence: [{ ...passage, role: 'supports', why: say('why_none_named') }] };
};

/** A product under its own name: the drug asked for is one of the things itself. */
function requestedItself(
  refs: string | string[],
  { index, request }: JudgeContext,
): Evidence | undefined {
  const [passage] = request?.passages ?? [];
  const asked = request?.drug && `drug:${request.drug.id}`;
  if (!passage || !asked || !conceptsOf(refs, index.rulebook, request).includes(asked)) {
    return undefined;
  }
  return { ...passage, role: 'opposes', why: say('why_is_one') };
}

function namedIn(
  passages: readonly QuotedPassage[],
  refs: string | string[],
  { index, request }: JudgeContext,
  role: Evidence['role'],
  why: MessageKey,
): Evidence[] {
  const concepts = conceptsOf(refs, index.rulebook, request);
  return passages.flatMap((passage) => {
    const document = documentById(index.documents, passage.document);
    if (!document) return [];
    const mention = concepts
      .flatMap((concept) => document.mentions.get(concept) ?? [])
      .find((each) => touches(document, each, passage));
    return mention ? [evidenceAt(document, mention, role, say(why))] : [];
  });
}

/** Ingredients may run on to the end of the sentence of the item. */
function touches(document: IndexedDocument, mention: Mention, passage: Span): boolean {
  if (mention.start < passage.end && passage.start < mention.end) return true;
  if (mention.start < passage.end) return false;
  const clause = scopeOf(document, mention, 'clause');
  return clause.start <= passage.end && clause.start >= passage.start;
}
