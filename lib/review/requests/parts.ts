import { quotePassage } from '../../case/passage.ts';
import type { Reading } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import type { IndexedDocument } from './find-requests.ts';
import type { RequestParts, StatedPart } from './found-request.ts';
import type { PlacedItem } from './gather.ts';

export function collectParts(items: readonly PlacedItem[], documents: readonly IndexedDocument[]): RequestParts {
  return { strengths: [], quantities: [], openQuantities: [], refills: [], frequencies: [], takes: [], supplies: [], counts: [], sides: [], levels: [], bodyParts: [] };
}
