import type { Anchor } from './anchors.ts';
import type { LineItem } from './line-items.ts';

/** Labels longer than this are cut at a word. */
const LONGEST_LABEL = 140;

/** The words of a line item in one line, without what trails off after the first sentence. */
export function labelOf(text: string, { span, anchors }: LineItem): string {
  const head = anchors[0] as Anchor;
  // "Refilled it, #60": the name stands before.
  const name = head.end <= span.start ? `${text.slice(head.start, head.end)}: ` : '';
  const words = `${name}${text.slice(span.start, span.end)}`.replace(/\s+/g, ' ').trim();
  const named = Math.max(0, head.end - span.start, name.length);
  const stop = words.slice(named).search(/[.;]\s+[A-Z]/);
  const first = stop < 0 ? words : words.slice(0, named + stop);
  const clean = first.replace(/^[\s,:;|"“-]+|[\s,:;|."”-]+$/g, '');
  if (clean.length <= LONGEST_LABEL) return clean;
  const cut = clean.lastIndexOf(' ', LONGEST_LABEL);
  return `${clean.slice(0, cut > 40 ? cut : LONGEST_LABEL)}…`;
}
