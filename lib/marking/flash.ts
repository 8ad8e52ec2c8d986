import type { Marker } from './marker.ts';
import type { TextPlaces } from './places.ts';
import { reveal, revealField } from './reveal.ts';

/** On, off, on: in milliseconds. Without motion the passage is set off once. */
const beats = [450, 150, 1_400];
const still = [2_000];

/** Scrolls to a passage and sets it off for a moment. */
export function showPassage(
  span: { start: number; end: number },
  places: TextPlaces,
  marker: Marker,
  signal: AbortSignal,
): 'shown' | 'in-field' | 'gone' {
  const spans = places.spansOf(span.start, span.end);
  if (!reveal(spans)) {
    const field = places.fieldAt(span.start, span.end);
    if (!field) return 'gone';
    revealField(field);
    return 'in-field';
  }
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  void flash(span, marker, isStill ? still : beats, signal);
  return 'shown';
}

let flashes = 0;

async function flash(
  span: { start: number; end: number },
  marker: Marker,
  pattern: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  const mine = ++flashes;
  for (const [beat, length] of pattern.entries()) {
    marker.setCurrent(beat % 2 === 0 ? span : undefined);
    await new Promise((resolve) => setTimeout(resolve, length));
    // Another passage is shown by now, or the page is no longer ours.
    if (signal.aborted || mine !== flashes) return;
  }
  marker.setCurrent(undefined);
}
