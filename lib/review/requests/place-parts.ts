import { type QuotedPassage, quotePassage } from '../../case/passage.ts';
import type { Anchor } from './anchors.ts';
import type { IndexedDocument } from './find-requests.ts';
import type { RequestParts, StatedPart } from './found-request.ts';
import type { PlacedItem } from './gather.ts';
import type { LineItem } from './line-items.ts';
import type { Span } from './spans.ts';
import { isBodyPart, mentionsIn, valuesIn } from './traits.ts';

/** How far before an item the first cells of its row are looked for. */
const ROW_WITHIN = 200;
const SIDES = {
  'request-side-left': 'left',
  'request-side-right': 'right',
  'request-side-both': 'bilateral',
} as const;

/** Body parts, sides and levels of an item. */
export function addPlaces(
  parts: RequestParts,
  document: IndexedDocument,
  { zone, item }: PlacedItem,
  span: Span,
): void {
  const { reading } = document;
  for (const mention of mentionsIn(reading, span, isPlace)) {
    const passage = () => quotePassage(document.document, mention.start, mention.end);
    if (isBodyPart(mention.concept))
      parts.bodyParts.push({ value: mention.concept, passage: passage() });
    const side = SIDES[mention.concept as keyof typeof SIDES];
    if (side) addSide(parts.sides, side, passage());
  }
  if (SAME_PLACE.test(reading.text.slice(span.start, span.end)))
    addSamePlaces(parts, document, item);
  if (zone.kind !== 'list' || parts.bodyParts.length > 0) return;
  // The column before the item often names the body part: "Neck | M79.1 | PT 2x4".
  const from = Math.max(0, item.span.start - ROW_WITHIN);
  const row = from + reading.text.slice(from, item.span.start).lastIndexOf('\n') + 1;
  for (const mention of mentionsIn(reading, { start: row, end: item.span.start }, isBodyPart)) {
    parts.bodyParts.push({
      value: mention.concept,
      passage: quotePassage(document.document, mention.start, mention.end),
    });
  }
}

function isPlace(concept: string): boolean {
  return isBodyPart(concept) || concept in SIDES;
}

/** "Same levels, same side": where the treatment was named before. */
const SAME_PLACE = /\bsame (?:levels?|sides?|sites?|joints?|places?|location|region|areas?)\b/i;

function addSamePlaces(
  parts: RequestParts,
  document: IndexedDocument,
  { anchors, span }: LineItem,
): void {
  const { reading } = document;
  const treatment = (anchors[0] as Anchor).treatment;
  const before = document.anchors.filter(
    (anchor) => anchor.treatment === treatment && anchor.end <= span.start,
  );
  for (const anchor of before.reverse()) {
    const sentence = reading.sentences.find(
      ({ start, end }) => start <= anchor.start && anchor.end <= end,
    );
    const places = sentence
      ? valuesIn(reading, sentence).filter(
          ({ value }) => value.kind === 'level' || value.kind === 'side',
        )
      : [];
    for (const { value, start, end } of places) {
      const passage = quotePassage(document.document, start, end);
      if (value.kind === 'level') parts.levels.push({ value, passage });
      if (value.kind === 'side') addSide(parts.sides, value.side, passage);
    }
    if (places.length > 0) return;
  }
}

/** The same word found as a value and as a concept is one statement. */
export function addSide(
  sides: StatedPart<'left' | 'right' | 'bilateral'>[],
  value: 'left' | 'right' | 'bilateral',
  passage: QuotedPassage,
): void {
  const known = sides.some(
    (one) => one.passage.start < passage.end && passage.start < one.passage.end,
  );
  if (!known) sides.push({ value, passage });
}
