import type { Zone } from './zone.ts';

/** Words of a form's title that put it in the place of another, and those of the one replaced. */
const AMENDED = /\b(?:amended|revised|corrected|updated|new|second|final|resubmitted)\b/i;
const ORIGINAL = /\b(?:original|first|initial|old|earlier|prior|superseded|void)\b/i;
const REPLACES = /\b(?:supersedes?|replac(?:es|ing)|in place of|instead of|disregard)\b/i;

/**
 * The zones of a text, with lists that a later form of the same text takes the place of turned into
 * what is restated: "Original RFA: A, B", then "Amended RFA (supersedes): A".
 */
export function withSuperseded(zones: readonly Zone[]): Zone[] {
  let isReplaced = false;
  let isAmended = false;
  return zones
    .toReversed()
    .map((zone): Zone => {
      if (zone.kind !== 'list') return zone;
      const title = zone.title ?? '';
      const stands = !isReplaced && !(isAmended && ORIGINAL.test(title));
      isReplaced ||= REPLACES.test(title);
      isAmended ||= AMENDED.test(title);
      return stands ? zone : { ...zone, kind: 'restated', ofForm: true };
    })
    .reverse();
}
