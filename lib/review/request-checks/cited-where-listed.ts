import { within } from '../evidence/case-index.ts';
import { Cue } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import type { Span } from '../requests/spans.ts';

/** From an item's name on its outcome and source are told within so many characters. */
const TOLD_WITHIN = 180;

/**
 * "Soma #30 (denied, citing MTUS p. 29)": the words behind an item, where it is listed, that name a
 * guideline as cited for it. They end where the sentence does or the next item is named.
 */
export function citedWhereListed(
  document: IndexedDocument,
  { passages: [listed] }: FoundRequest,
): Span | undefined {
  const { cues, reading, anchors } = document;
  if (listed?.document !== document.document.id) return undefined;
  const own = reading.sentences.find(
    ({ start, end }) => start <= listed.start && listed.start < end,
  );
  if (!own) return undefined;
  const reach = { start: listed.start, end: Math.min(own.end, listed.start + TOLD_WITHIN) };
  const decided = cues.within(Cue.decisionWord, reach.start, reach.end)[0];
  if (!decided) return undefined;
  const end = within(anchors, { start: decided.end, end: reach.end })[0]?.start ?? reach.end;
  const isCited =
    cues.has(Cue.guidelineName, decided.end, end) &&
    cues.has(Cue.guidelineWord, decided.end, end) &&
    !cues.has(Cue.guidelineNone, decided.end, end);
  return isCited ? { start: own.start, end: own.end } : undefined;
}
