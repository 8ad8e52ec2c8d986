import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';

/** Concept of the packs: how somebody takes back what he just said. */
const SPOKEN = 'spoken-correction';
/** Words that take back nothing by themselves, and what has to follow them then. */
const MILD = /^(?:sorry|excuse me|pardon me|correction)$/i;
const SAID_ANEW =
  /^,? (?:that'?s|that is|it'?s|it is|make that|i mean|it|that|he|she|there|this|no|make)\b/i;
/** Words that may stand before them. */
const FIRST = /^\W*(?:no,? |wait,? )?$/i;

/** Whether the sentence after it takes a sentence back: "He had a fusion. Scratch that, no fusion." */
export function isWithdrawn(document: IndexedDocument, sentence: number): boolean {
  return withdrawnIn(document, '', () => {
    const { sentences, text } = document.reading;
    return (document.mentions.get(SPOKEN) ?? []).flatMap((cue) => {
      const own = sentences[cue.sentence];
      if (!own || cue.sentence === 0 || !FIRST.test(text.slice(own.start, cue.start))) return [];
      const isMild = MILD.test(text.slice(cue.start, cue.end));
      return isMild && !SAID_ANEW.test(text.slice(cue.end, own.end)) ? [] : [cue.sentence - 1];
    });
  }).includes(sentence);
}

const withdrawnIn = createMemo<IndexedDocument, readonly number[]>();
