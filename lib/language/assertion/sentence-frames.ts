/**
 * What a sentence brings to all mentions in it, which the sentences before it may decide: its cues, its
 * voice, and the denial that leads the list it is a point of. One pass over the cues of a text.
 */
import { itemNumberEnd, startsBullet } from '../lines.ts';
import { Mark } from '../marks.ts';
import type { SectionSpan } from '../sections/sections.ts';
import type { Sentences } from '../sentences.ts';
import { markAt, TokenKind, type Tokens } from '../tokens.ts';
import { type CompiledCue, CUE_GROUPS, CueGroup } from './cues.ts';
import type { CueMatches } from './scopes.ts';
import { EffectIndex } from './scopes.ts';
import { createVoiceReader, type GroupHits, type SentenceVoice } from './voice.ts';

/** Columns with a row for each sentence. */
export interface SentenceFrames {
  /** First cue of the sentence; one row more, so that those of `s` end at `cueFrom[s + 1]`. */
  cueFrom: Int32Array;
  voice: SentenceVoice[];
  /** The cue that leads the bullets that follow it: "Patient denies:". -1 where there is none. */
  lead: Int32Array;
}

export interface FrameInput {
  tokens: Tokens;
  sentences: Sentences;
  sections: readonly SectionSpan[];
  /** Section of each sentence. */
  sectionOf: Int32Array;
  cues: CueMatches;
}

/** Frames all sentences of a text. `words` counts words as `countWords` does. Linear in sentences and cues. */
export function frameSentences(input: FrameInput, words: Int32Array): SentenceFrames {
  const { tokens, sentences, sections, sectionOf, cues } = input;
  const cueFrom = new Int32Array(sentences.count + 1);
  const lead = new Int32Array(sentences.count).fill(-1);
  const voice: SentenceVoice[] = [];
  const voices = createVoiceReader();
  const hits = new Int32Array(CUE_GROUPS);
  let cue = 0;
  let section = -1;
  let leading = -1;
  for (let s = 0; s < sentences.count; s += 1) {
    const a = sentences.first[s] as number;
    const b = s + 1 < sentences.count ? (sentences.first[s + 1] as number) : tokens.count;
    const from = cue;
    while (cue < cues.count && (cues.first[cue] as number) < b) cue += 1;
    cueFrom[s + 1] = cue;
    findCuesOf(cues, from, cue, hits);
    const opens = sectionOf[s] !== section;
    section = sectionOf[s] as number;
    voice.push(voices.next(hits, (sections[section] as SectionSpan).kind, opens));
    if (leading >= 0 && !isBullet(tokens, a, b)) leading = -1;
    lead[s] = leading;
    if (markAt(tokens, b - 1) === Mark.colon) leading = leadingDenial(cues, from, cue, b, words);
  }
  return { cueFrom, voice, lead };
}

/** Puts the first of cues `[from, to)` of each group into `hits`, -1 for none. */
export function findCuesOf(cues: CueMatches, from: number, to: number, hits: GroupHits): void {
  hits.fill(-1);
  for (let c = from; c < to; c += 1) {
    const { group, idle } = cues.cue[c] as CompiledCue;
    if (!idle && (hits[group] as number) < 0) hits[group] = c;
  }
}

/** Words (no marks) in tokens `[0, i)` for every `i`. */
export function countWords(tokens: Tokens): Int32Array {
  const words = new Int32Array(tokens.count + 1);
  let count = 0;
  for (let i = 0; i < tokens.count; i += 1) {
    if (tokens.kind[i] !== TokenKind.mark) count += 1;
    words[i + 1] = count;
  }
  return words;
}

/** Words between a denial and the colon that hands it to a list: "denies the following:". */
const LONGEST_LEAD = 4;

/** The denial in cues `[from, to)` that the colon at the end of its line, before token `b`, hands to a list. */
function leadingDenial(
  cues: CueMatches,
  from: number,
  to: number,
  b: number,
  words: Int32Array,
): number {
  for (let c = to - 1; c >= from; c -= 1) {
    const cue = cues.cue[c] as CompiledCue;
    const between = (words[b] as number) - (words[(cues.last[c] as number) + 1] as number);
    if (between > LONGEST_LEAD) return -1;
    if (cue.after && cue.effects.length === 1 && cue.effects[0] === EffectIndex.negated) return c;
    if (cue.group === CueGroup.presence && !cue.idle && !cue.weak) return -1;
  }
  return -1;
}

/** Whether the sentence `[a, b)` is a point of a list: "- fever", "2. chills". */
function isBullet(tokens: Tokens, a: number, b: number): boolean {
  return tokens.breaks[a] !== 0 && (startsBullet(tokens, a, b) || itemNumberEnd(tokens, a, b) > a);
}
