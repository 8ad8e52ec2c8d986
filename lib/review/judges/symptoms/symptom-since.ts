/** Since when a complaint is there: its injury, the notes and the care that have it, what it followed. */
import type { DateValue, Mention } from '../../../language/mention.ts';
import { earliestDay, latestDay, saidDate } from '../../../language/values/calendar.ts';
import { type Said, say } from '../../../saying/said.ts';
import { conceptsOf, type IndexedDocument } from '../../evidence/case-index.ts';
import { dateOf } from '../../evidence/dates.ts';
import { type Place, type Span, scopeOf } from '../../evidence/scopes.ts';
import type { JudgeContext } from '../judge.ts';
import { doneMentions, type Placed, valuesIn } from '../places.ts';

/** A span of complaint with the place that says so. */
export interface Lasted {
  document: IndexedDocument;
  place: Place;
  days: { low: number; high: number };
  working: Said;
}

/** "No better", "without improvement": of such words none tells of relief, and the pain goes on. */
export const RELIEF =
  /(?<!\b(?:no|not|without|never|nor|little|n['’]t)(?: (?:any|much|a bit|really|lasting|real|significant|had|gotten|been)){0,2} )\b(?:relief|reliev\w*|reduction|reduced|improve\w*|better(?! part)|pain[- ]free|helped|lasted|held|loan\w*|rented|lent)\b/i;

/** From the first dated note that has the complaint: it is as old as that at least. */
export function sinceVisits(complaints: readonly Placed<Mention>[], asOf: DateValue): Lasted[] {
  return complaints.flatMap(({ document, item }) => {
    const visit = dateOf(document, item);
    if (!visit || latestDay(visit) >= earliestDay(asOf)) return [];
    const days = { low: earliestDay(asOf) - latestDay(visit), high: Number.POSITIVE_INFINITY };
    const working = say('working_complained_on', saidDate(visit));
    return [{ document, place: item, days, working }];
  });
}

/** From dated care of the complaint, "PT in 2013": it is as old as that at least. */
export function sinceCare(refs: string | readonly string[], context: JudgeContext): Lasted[] {
  return doneMentions(refs, context).flatMap(({ document, item }) => {
    const { start: first, end: last } = scopeOf(document, item, 'sentence');
    // "better since the injection of May": the complaint was gone, and nobody says for how long
    if (RELIEF.test(document.reading.text.slice(first, last))) return [];
    return valuesIn(document, 'date', scopeOf(document, item, 'clause'))
      .filter(({ value }) => value.date.year > 0)
      .map(({ value, start, end }) => ({
        document,
        place: {
          start: Math.min(item.start, start),
          end: Math.max(item.end, end),
          sentence: item.sentence,
        },
        days: {
          low: daysBetween(value.date, context.asOf).low,
          high: Number.POSITIVE_INFINITY,
        },
        working: say('in_quotes', document.reading.text.slice(start, end)),
      }));
  });
}

const EVER_SINCE =
  /\b(?:ever since|since (?:then|that (?:day|date|time|shift|morning|night|incident|event)|the (?:incident|event))|since(?=\s*[.;,]?\s*$))/i;

/**
 * From the day before "ever since": "felt a pull on February 12, 2015. The back has hurt ever since".
 * What happened then need not be where it began: it has lasted so long at the least.
 */
export function sinceThen(complaints: readonly Placed<Mention>[], asOf: DateValue): Lasted[] {
  return complaints.flatMap(({ document, item }): Lasted[] => {
    const { sentences, text } = document.reading;
    const sentence = scopeOf(document, item, 'sentence');
    if (!EVER_SINCE.test(text.slice(item.start, sentence.end))) return [];
    // "The pain has been better ever since"
    if (RELIEF.test(text.slice(sentence.start, sentence.end))) return [];
    const before = sentences[item.sentence - 1];
    const isOfOneSection = before?.section === sentences[item.sentence]?.section;
    const start = before && isOfOneSection ? before.start : sentence.start;
    const then = valuesIn(document, 'date', { start, end: item.start }).at(-1);
    if (!then || then.value.date.year === 0) return [];
    return [
      {
        document,
        place: { start: then.start, end: item.end, sentence: item.sentence },
        days: { low: daysBetween(then.value.date, asOf).low, high: Number.POSITIVE_INFINITY },
        working: say('in_quotes', text.slice(then.start, then.end)),
      },
    ];
  });
}

/** Words between "date of injury" and its date; a form may put a tab or a colon between. */
const NEAR = 40;
/** And within one sentence: "was hurt when a rack fell on him, 6 October 2009". */
const FAR = 110;

/** "The strain of 2011 resolved": what hurts now is something else. */
const HEALED =
  /\b(?:resolved|healed|cleared(?: up)?|went away|got (?:fully |completely )?(?:well|better))\b/i;

export function sinceInjury(refs: string | readonly string[], context: JudgeContext): Lasted[] {
  const concepts = conceptsOf(refs, context.index.rulebook, context.request);
  return context.index.documents.flatMap((document) =>
    concepts
      .flatMap((concept) => document.mentions.get(concept) ?? [])
      .filter(({ assertion }) => assertion.voice !== 'guideline' && assertion.subject === 'patient')
      .flatMap((mention) => {
        const sentence = scopeOf(document, mention, 'sentence');
        if (HEALED.test(document.reading.text.slice(mention.end, sentence.end))) return [];
        const far = Math.min(sentence.end, mention.end + FAR);
        const after = { start: mention.start, end: Math.max(mention.end + NEAR, far) };
        const before = { start: Math.max(sentence.start, mention.start - FAR), end: mention.start };
        const known = (span: Span) =>
          valuesIn(document, 'date', span).filter(({ value }) => value.date.year > 0);
        // "gone since August": its own day, though nobody says of which year, is that of nothing else
        const isDated = (['date', 'since'] as const).some(
          (kind) => valuesIn(document, kind, mention).length > 0,
        );
        const date = isDated ? known(mention)[0] : (known(after)[0] ?? known(before).at(-1));
        if (!date) return [];
        const start = Math.min(mention.start, date.start);
        return [
          {
            document,
            place: { start, end: Math.max(mention.end, date.end), sentence: mention.sentence },
            days: daysBetween(date.value.date, context.asOf),
            working: say('working_since_injury', saidDate(date.value.date), saidDate(context.asOf)),
          },
        ];
      }),
  );
}

export function daysBetween(from: DateValue, to: DateValue): { low: number; high: number } {
  return { low: earliestDay(to) - latestDay(from), high: latestDay(to) - earliestDay(from) };
}
