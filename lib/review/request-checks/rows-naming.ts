import { firstFrom } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';

/** The rows of a document that some cues stand in: indices, ascending, each once. */
export function rowsNaming({ cues, rows }: IndexedDocument, ...concepts: string[]): number[] {
  const at = concepts.flatMap((concept) =>
    [...cues.starts(concept)].map((offset) => firstFrom(rows, offset + 1) - 1),
  );
  return [...new Set(at)].filter((row) => row >= 0).sort((one, other) => one - other);
}
