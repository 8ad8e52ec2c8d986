import type { Sentence } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import type { Anchor } from '../requests/anchors.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { CheckContext } from './check-context.ts';
import { isNamed } from './owned-text.ts';

/** A sentence that names no treatment speaks of the one named at most so many sentences before. */
const NAMED_WITHIN = 3;

/** The treatment named last before a row, in its paragraph and not far. */
export function lastNamed(document: IndexedDocument, at: number): Anchor | undefined {
  const { rows } = document;
  const { paragraph } = rows[at] as Sentence;
  for (let before = at - 1; before >= Math.max(0, at - NAMED_WITHIN); before -= 1) {
    const row = rows[before] as Sentence;
    if (row.paragraph !== paragraph) return undefined;
    const last = beginningIn(document.anchors, row).at(-1);
    if (last) return last;
  }
  return undefined;
}

/** Whether an anchor names what the request asks for. */
export function isOf({ request }: CheckContext, anchor: Anchor | undefined): boolean {
  return anchor !== undefined && isNamed(request, anchor.drug?.id, anchor.treatment?.id);
}
