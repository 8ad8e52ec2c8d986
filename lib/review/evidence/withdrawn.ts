import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';

/** How somebody who dictates takes back what he just said. */
const TAKEN_BACK =
  /^\W*(?:(?:no,? )?(?:scratch|strike|delete|cancel|disregard|erase) (?:that|the last)|(?:sorry|wait|excuse me),? (?:that'?s|that is|it'?s|it is|make that|i mean)|correction,? (?:it|that|he|she|there|this|no|make)\b)/i;

/** Whether the sentence after it takes a sentence back: "He had a fusion. Scratch that, no fusion." */
export function isWithdrawn(document: IndexedDocument, sentence: number): boolean {
  return withdrawnIn(document, '', () => {
    const { sentences, text } = document.reading;
    return sentences.flatMap(({ start, end }, at) =>
      at > 0 && TAKEN_BACK.test(text.slice(start, Math.min(end, start + LONGEST_CUE)))
        ? [at - 1]
        : [],
    );
  }).includes(sentence);
}

const LONGEST_CUE = 60;
const withdrawnIn = createMemo<IndexedDocument, readonly number[]>();
