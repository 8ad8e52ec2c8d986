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
  const lists = zones.filter(({ kind }) => kind === 'list');
  return zones.map((zone, at) => {
    if (zone.kind !== 'list') return zone;
    const isReplaced = lists.some((later) => {
      if (zones.indexOf(later) <= at) return false;
      const title = later.title ?? '';
      return REPLACES.test(title) || (AMENDED.test(title) && ORIGINAL.test(zone.title ?? ''));
    });
    return isReplaced ? { ...zone, kind: 'restated' as const, ofForm: true } : zone;
  });
}
