import type { DateValue, Reading, Sentence } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { Cue, type CueIndex, firstFrom } from './cues.ts';
import type { Span } from './spans.ts';
import { startsLine } from './spans.ts';
import type { IsTold } from './told-rows.ts';

/**
 * The places of a text where requests are written.
 * `list`: under a heading that says so, or a form's field. `decision`: an item with its decision.
 * `plan`: under the plan of a note. `ask`: a sentence that asks. `restated`: what another paper is
 * said to ask for. `conclusion`: a reviewer's sentence
 * on medical necessity.
 */
export interface Zone {
  kind: 'list' | 'decision' | 'plan' | 'ask' | 'restated' | 'conclusion';
  /** Lines or sentences that may hold items, in order. */
  parts: Span[];
  date?: DateValue;
  /** A note of treatment given: what its plan names without a cue was done, not asked for. */
  treatmentNote?: boolean;
  /** What stands below is carried on, which asks for it only where a quantity is named. */
  carriesOn?: boolean;
  /** A label of its own orders what stands beside it: a line item among other fields of a form. */
  ordered?: boolean;
  /** A service that was given and is reviewed afterwards. */
  served?: boolean;
  /** A letter to the one who asked speaks of "your request". */
  addressed?: boolean;
  /** What is restated is a form of request, and not a decision or a chart. */
  ofForm?: boolean;
  /** Refills of every item: "refill all x3". */
  shared?: Span & { refills: number };
  /** A question names the treatment, its answer asks for it. */
  answered?: boolean;
  /** It may be asked for, or may not: what is named there is a mention. */
  mentioned?: boolean;
  /** The words of the heading. */
  title?: string;
  /** The items stand beside the heading: lines below belong to it only when they are numbered. */
  inline?: boolean;
}

export interface ZoneText {
  reading: Reading;
  anchors: readonly Anchor[];
  cues: CueIndex;
}

export interface RowText extends ZoneText {
  /** Sentences, and the lines of forms, tables and lists. */
  rows: readonly Sentence[];
  isTold: IsTold;
}

/** Whether a treatment or drug is named in the span. */
export function hasAnchor({ anchors }: ZoneText, { start, end }: Span): boolean {
  const first = anchors[firstFrom(anchors, start)];
  return first !== undefined && first.start < end;
}

/** The label of a `Label: value` line. */
export function labelOf(text: string, { start, end }: Span): Span | undefined {
  if (!startsLine(text, start)) return undefined;
  const found = /^\s*[A-Za-z][A-Za-z0-9 /()&.'-]{1,36}:/.exec(
    text.slice(start, Math.min(end, start + 48)),
  );
  return found ? { start, end: start + found[0].length - 1 } : undefined;
}

/** "I withdraw this.": the item of the sentence before is meant. */
export function takesBack(zoneText: ZoneText, sentence: Sentence): boolean {
  const { cues, reading } = zoneText;
  return (
    cues.has(Cue.retract, sentence.start, sentence.end) &&
    !hasAnchor(zoneText, sentence) &&
    /\b(?:this|it|that|them|these|those|the (?:request|item))\b/i.test(
      reading.text.slice(sentence.start, sentence.end),
    )
  );
}
