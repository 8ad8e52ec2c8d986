import { datesBehind, nextDrug } from '../../../language/medications/drug-dates.ts';
import type { DateValue, Mention } from '../../../language/mention.ts';
import { conceptsOf, type IndexedDocument, mentionsWithin } from '../../evidence/case-index.ts';
import { scopeOf } from '../../evidence/scopes.ts';
import { TAKEN } from '../../medicines/beside-medicine.ts';
import type { JudgeContext } from '../judge.ts';
import { isDoneOrInPlan, valuesIn } from '../places.ts';
import type { Seen } from './class-sightings.ts';

/** Letters from the name of a class to since when it is taken. */
const SPAN_WITHIN = 64;

/** Use of a class that is told by its name: "on one muscle relaxer or another since his injury in 2014". */
export function toldOfClass(classes: readonly string[], context: JudgeContext): Seen[] {
  const { rulebook, documents } = context.index;
  const drug = context.request?.drug?.id;
  if (drug === undefined) return [];
  const words = conceptsOf(
    classes.map((name) => `class-word:${name}`),
    rulebook,
  );
  return documents.flatMap((document) =>
    words
      .flatMap((concept) => document.mentions.get(concept) ?? [])
      .filter(isNow)
      .flatMap((mention) => {
        const { start, end } = mention;
        return sinceWhen(document, mention).map(
          (date): Seen => ({ document, sighting: { drug, date, start, end, kind: 'since' } }),
        );
      }),
  );
}

/** Whether a drug of the classes is taken that only the name of its class tells of: "takes a muscle relaxer". */
export function takesOfClass(classes: readonly string[], { index }: JudgeContext): boolean {
  const words = conceptsOf(
    classes.map((name) => `class-word:${name}`),
    index.rulebook,
  );
  return index.documents.some((document) =>
    (document.mentions.get(TAKEN) ?? []).some(
      (taken) => isNow(taken) && mentionsWithin(document, words, taken).some(isNow),
    ),
  );
}

/** Not in the past, whoever lists it in a plan. */
function isNow(mention: Mention): boolean {
  return isDoneOrInPlan(mention) && mention.assertion.time !== 'past';
}

function sinceWhen(document: IndexedDocument, mention: Mention): DateValue[] {
  const { reading } = document;
  const to = Math.min(scopeOf(document, mention, 'sentence').end, mention.end + SPAN_WITHIN);
  const behind = { start: mention.end, end: nextDrug(reading.mentions, mention.end, to) };
  const told = datesBehind(reading, mention.end, { from: mention.end, to });
  return [
    ...told.flatMap(({ date, role }) => (role === 'since' ? [date] : [])),
    ...valuesIn(document, 'since', behind).flatMap(({ value }) => value.from ?? []),
  ];
}
