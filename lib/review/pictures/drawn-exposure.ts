import type { QuotedPassage } from '../../case/passage.ts';
import type { Exposure, ExposureRun, Sighting } from '../../language/medications/exposure.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { groupBy, sentenceAt } from '../evidence/case-index.ts';
import { quoteAround } from '../evidence/passage.ts';
import type { JudgeContext } from '../judges/judge.ts';
import type { Seen } from '../judges/medicines/class-sightings.ts';
import { drawnDate } from './drawn-date.ts';
import type { DrawnExposure, DrawnSighting, DrawnUse } from './picture.ts';

/** More signs of one drug than a picture can show apart. */
const MOST_SIGHTINGS = 40;

interface Computed {
  exposure: Exposure;
  seen: readonly Seen[];
  /** Days of the supply asked for, as the number counts them. */
  requestedDays: number | undefined;
  /** The most days the supply can last. */
  mostRequested: number | undefined;
}

/** What the judge of class exposure computed with, to be drawn. Changes no number. */
export function drawnExposure(
  { exposure, seen, requestedDays, mostRequested }: Computed,
  context: JudgeContext,
): DrawnExposure {
  const { current, history } = exposure;
  const today = earliestDay(context.asOf);
  const placeOf = new Map(seen.map((each) => [each.sighting, each]));
  const use = (run: ExposureRun, counted: boolean): DrawnUse[] =>
    [...groupBy(run.sightings, ({ drug }) => drug)].map(([id, sightings]) => {
      const drug = context.index.rulebook.drugs.get(id)?.generic ?? id;
      const days = sightings.map(({ date }) => dayUpTo(date, today));
      return {
        drug,
        from: Math.min(...days),
        // "since" says that it goes on to the end of the run
        to: goesOn(sightings) ? dayUpTo(run.from, today) + run.days : Math.max(...days),
        counted,
        sightings: withoutRepeats(
          sightings.map((sighting) => drawnSighting(sighting, drug, today, placeOf.get(sighting))),
        ).slice(0, MOST_SIGHTINGS),
      };
    });
  const days = requestedDays ?? mostRequested;
  return {
    asOf: drawnDate(context.asOf),
    run: current
      ? {
          from: drawnDate(current.from, dayUpTo(current.from, today)),
          to: drawnDate(current.to, dayUpTo(current.from, today) + current.days),
          days: current.days,
        }
      : null,
    uses: [...history.flatMap((run) => use(run, false)), ...(current ? use(current, true) : [])],
    requested:
      days === undefined
        ? null
        : { days, stated: requestedDays !== undefined, passage: firstPassage(context) },
  };
}

function goesOn(sightings: readonly Sighting[]): boolean {
  return sightings.some(({ kind }) => kind === 'since');
}

/** The day a sign counts from: the last its date can mean, as the length is a least. */
function dayUpTo(date: Sighting['date'], today: number): number {
  return Math.min(latestDay(date), today);
}

/** A sentence that a text says twice is one sign. */
function withoutRepeats(sightings: readonly DrawnSighting[]): DrawnSighting[] {
  const kept = new Map<string, DrawnSighting>();
  for (const sighting of sightings) {
    const words = sighting.passage?.quote.replace(/\s+/g, ' ');
    const key = `${sighting.at.date} ${words ?? sighting.kind}`;
    if (!kept.has(key)) kept.set(key, sighting);
  }
  return [...kept.values()];
}

function drawnSighting(
  sighting: Sighting,
  drug: string,
  today: number,
  place: Seen | undefined,
): DrawnSighting {
  const { start, end, kind, date } = sighting;
  return {
    drug,
    kind,
    at: drawnDate(date, dayUpTo(date, today)),
    passage: place
      ? quoteAround(place.document, {
          start,
          end,
          sentence: sentenceAt(place.document.reading, start),
        })
      : null,
  };
}

function firstPassage({ request }: JudgeContext): QuotedPassage | null {
  return request?.passages[0] ?? null;
}
