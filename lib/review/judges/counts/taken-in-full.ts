import type { IndexedDocument } from '../../evidence/case-index.ts';
import { valuesIn } from '../places.ts';
import type { CuedNumber } from './cued-counts.ts';

/** Words of `packs/vocabulary/counts.json`: none of the visits granted was left out. */
const ALL_TAKEN = 'count-all-taken';

/** "I sent her for eight visits and she went to all of them": as many were done as were granted. */
export function visitsTakenInFull(document: IndexedDocument): CuedNumber[] {
  const { mentions, reading } = document;
  const told = (mentions.get(ALL_TAKEN) ?? []).filter(
    ({ assertion }) => assertion.presence === 'affirmed' && assertion.voice === 'record',
  );
  return told.flatMap((mention) => {
    const sentence = reading.sentences[mention.sentence];
    if (!sentence) return [];
    const counts = valuesIn(document, 'count', { start: sentence.start, end: mention.start });
    const nearest = counts.filter(({ value }) => value.of === undefined).at(-1);
    if (!nearest || nearest.value.amount.low !== nearest.value.amount.high) return [];
    const { start, end, value } = nearest;
    const place = { start, end, sentence: mention.sentence };
    return [{ place, amount: value.amount.high, ordinal: false }];
  });
}
