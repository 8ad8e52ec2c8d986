import type { Reading } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import type { Span } from './spans.ts';
import { isBodyPart, mentionsIn, valuesIn } from './traits.ts';

/** Only what is asked for one part of the body at a time: of injections one session may treat several. */
const BY_PLACE: ReadonlySet<string | undefined> = new Set(['own', 'visits']);
/** What joins two items of a list. */
const JOINED = /[,;&+]|\band\b|\bplus\b/i;

/**
 * Whether a treatment is named again for another part of the body: "MRI right shoulder, MRI right knee",
 * "PT neck 2x4 and PT low back 2x4". `own` are the words of the item so far, `other` those from the
 * second name on.
 */
export function isForOtherPlace(reading: Reading, anchor: Anchor, own: Span, other: Span): boolean {
  if (anchor.drug || !BY_PLACE.has(anchor.treatment?.quantity)) return false;
  if (!JOINED.test(reading.text.slice(own.start, own.end).slice(-6))) return false;
  const [here, there] = [placesIn(reading, own), placesIn(reading, other)];
  if (here.size === 0 || there.size === 0) return false;
  return ![...here].some((place) => there.has(place));
}

/** The parts of the body named in a span, each with its side where it alone is named with one. */
function placesIn(reading: Reading, span: Span): Set<string> {
  const parts = [...new Set(mentionsIn(reading, span, isBodyPart).map(({ concept }) => concept))];
  const sides = valuesIn(reading, span).flatMap(({ value }) =>
    value.kind === 'side' ? [value.side] : [],
  );
  const [part] = parts;
  const [side] = sides;
  const isOneSided = parts.length === 1 && sides.length === 1 && side !== 'bilateral';
  return new Set(isOneSided ? [`${side} ${part}`] : parts);
}
