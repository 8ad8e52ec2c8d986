import type { Sentence } from '../../language/mention.ts';
import type { Anchor } from '../requests/anchors.ts';
import { firstFrom } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { CheckContext } from './check-context.ts';
import { isNamed } from './owned-text.ts';

/** A sentence that names no treatment speaks of the one named at most so many sentences before. */
const NAMED_WITHIN = 3;

/** The treatments that a row names. */
export function anchorsIn({ anchors }: IndexedDocument, { start, end }: Sentence): Anchor[] {
  const found: Anchor[] = [];
  for (let at = firstFrom(anchors, start); at < anchors.length; at += 1) {
    const anchor = anchors[at] as Anchor;
    if (anchor.start >= end) break;
    found.push(anchor);
  }
  return found;
}

/** The treatment named last before a row, in its paragraph and not far. */
export function lastNamed(document: IndexedDocument, at: number): Anchor | undefined {
  const { rows } = document;
  const { paragraph } = rows[at] as Sentence;
  for (let before = at - 1; before >= Math.max(0, at - NAMED_WITHIN); before -= 1) {
    const row = rows[before] as Sentence;
    if (row.paragraph !== paragraph) return undefined;
    const last = anchorsIn(document, row).at(-1);
    if (last) return last;
  }
  return undefined;
}

/** Whether an anchor names what the request asks for. */
export function isOf({ request }: CheckContext, anchor: Anchor | undefined): boolean {
  return anchor !== undefined && isNamed(request, anchor.drug?.id, anchor.treatment?.id);
}
