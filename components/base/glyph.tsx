import type { Meaning } from '../../lib/preferences/meaning.ts';
import type { Verdict } from '../../lib/review/review.ts';

/** The sign of a verdict or a mark. A word always stands beside it, so it is for the eye only. */
export function Glyph({ of, small = false }: { of: Verdict | Meaning | 'fault'; small?: boolean }) {
  return <span class={small ? `glyph ${of} small` : `glyph ${of}`} aria-hidden="true" />;
}
