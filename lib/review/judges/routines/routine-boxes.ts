/** How the boxes of a form say whether a routine is kept: "HEP [ ] daily [ ] some days [x] none". */
import type { Mention } from '../../../language/mention.ts';
import type { MessageKey } from '../../../saying/said.ts';

/** What a place says of a routine. */
export interface Found {
  at: Mention;
  role: 'supports' | 'opposes' | 'ambiguous';
  why: MessageKey;
}

/** A form with boxes. */
export const FORM = /\[[ x]?\]/i;
const OFTEN =
  'yes|y|daily|every day|twice daily|most days|regular\\w*|done|performing|doing|compliant|independent|(?:\\d ?(?:-|to) ?)?[3-7] ?(?:x|times|days)?(?: ?\\/| per| a) ?w(?:ee)?k';
const SELDOM =
  'occasional\\w*|sometimes|some days|partial\\w*|inconsistent\\w*|1 ?-? ?2 ?x?(?: ?\\/| per| a) ?w(?:ee)?k';
const NO =
  'no|n|none|never|rarely|not (?:done|performing|doing|started|yet|compliant|at all)|non-?compliant|0(?: ?x)?';
const ANSWER = `(?:(${OFTEN})|(${SELDOM})|(${NO}))(?![\\w])`;
const TICKED = new RegExp(`\\[x\\]\\s?${ANSWER}`, 'i');
const ANSWERED = new RegExp(`(?:\\[ ?\\]|\\[x\\])\\s?${ANSWER}`, 'gi');

/** Boxes of any form as square ones: "☒ daily ☐ none", "(x) yes ( ) no". */
export function withBoxes(words: string): string {
  const signs = words.replace(/[☒☑✓✔■]/g, '[x]').replace(/[☐□❏◻]/g, '[ ]');
  return /\(x\)/i.test(signs) && /\( ?\)/.test(signs)
    ? signs.replace(/\(x\)/gi, '[x]').replace(/\( ?\)/g, '[ ]')
    : signs;
}

/** "HEP [ ] yes [x] no", "[ ] daily [ ] occasional [x] none": the box that is ticked answers. */
export function ticked(words: string, at: Mention): Found[] {
  const [box, often, seldom] = TICKED.exec(words) ?? [];
  if (box === undefined || (words.match(ANSWERED) ?? []).length < 2) return [];
  if (often) return [{ at, role: 'supports', why: 'why_being_done' }];
  return seldom
    ? [{ at, role: 'ambiguous', why: 'why_done_now_and_then' }]
    : [{ at, role: 'opposes', why: 'why_not_done' }];
}

/** A line below that says how often: "Adherence: [ ] daily [x] none". */
const HOW_OFTEN =
  /^(?:[^\n]*\n){1,3}?[ \t]*(?:adherence|compliance|frequency|performing|performed|performs|done|how often)\b[^\n]*\[x\][^\n]*/i;
const FEW_LINES = 250;

/** "Home program: issued 5/22", and what is ticked in a line below it that says how often. */
export function tickedBelow(text: string, end: number, at: Mention): Found[] {
  const below = HOW_OFTEN.exec(text.slice(end, end + FEW_LINES));
  return below ? ticked(below[0].split('\n').at(-1) ?? '', at) : [];
}
