import { Cue, firstFrom } from './cues.ts';
import type { RowText } from './zone.ts';

/** Cues of a heading, of an asking without its treatment, and of a taking back. */
const SPEAKING = [
  Cue.listHeading,
  Cue.listAnnounced,
  Cue.planHeading,
  Cue.carryOnHeading,
  Cue.column,
  Cue.ask,
  Cue.askedAfter,
  Cue.given,
  Cue.order,
  Cue.refillMark,
  Cue.retract,
];

/** "Treatment(s) reviewed:" is a heading by its form. */
const PLURAL = /\(s\)/gi;

/**
 * Which rows can begin a zone, 1 for those that can: they name a treatment or hold a cue of it. Few rows
 * of a chart do, and only they need to be looked at closely.
 */
export function speakingRows({ rows, anchors, cues, reading }: RowText): Uint8Array {
  const speaking = new Uint8Array(rows.length);
  const mark = (offset: number) => {
    speaking[firstFrom(rows, offset + 1) - 1] = 1;
  };
  for (const { start } of anchors) mark(start);
  for (const concept of SPEAKING) for (const start of cues.starts(concept)) mark(start);
  for (const { index } of reading.text.matchAll(PLURAL)) mark(index);
  return speaking;
}
