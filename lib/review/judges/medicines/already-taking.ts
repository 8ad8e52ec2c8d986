import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention } from '../../../language/mention.ts';
import { earliestDay, latestDay } from '../../../language/values/calendar.ts';
import { say } from '../../../saying/said.ts';
import { names, sentenceAt } from '../../evidence/case-index.ts';
import { daysBefore } from '../../evidence/dates.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { scopeOf } from '../../evidence/scopes.ts';
import type { Judge, JudgeContext } from '../judge.ts';
import { doneMentions, type Placed, toldMentions } from '../places.ts';
import { seenInCase } from './class-sightings.ts';
import { NEW_FOR_DAYS, toldAsFirst } from './first-use.ts';

/** A prescription of these last days may be the one that is asked for. */
const FEWEST_DAYS = 3;
/** Concept of the packs: begun now, not taken before ("Orphenadrine is new"). */
const BEGUN = 'medicine-begun-now';

/** Whether the drug that is asked for, or one of its class, is or was taken before. */
export const judgeAlreadyTaking: Judge<Settings<'already-taking'>> = ({ classes }, context) => {
  const refs = classes?.map((name) => `class:${name}`) ?? 'requested';
  const taken = [...doneMentions(refs, context), ...listed(refs, context)].filter(
    (placed) =>
      !isNever(placed) && (placed.item.assertion.time === 'past' || !isBegun(placed, context)),
  );
  // "Valium is new": what is named is what is asked for
  const [first] = toldAsFirst(classes ?? classesOf(context), context);
  if (first) {
    const { document, item } = first;
    return { evidence: [evidenceAt(document, item, 'opposes', say('why_not_taken_before'))] };
  }
  const places = [...taken, ...(classes ? [] : seenBefore(context))].slice(0, 5);
  return {
    evidence: places.map(({ document, item }) =>
      evidenceAt(document, item, 'supports', say('why_taken_before')),
    ),
  };
};

function classesOf({ index, request }: JudgeContext): readonly string[] {
  return index.rulebook.treatments.get(request?.treatment ?? '')?.drugClasses ?? [];
}

/**
 * The drug in a list of what is taken, told as the request is: with a dose, and no number of units.
 * The line item itself is none.
 */
function listed(refs: string | readonly string[], context: JudgeContext): Placed<Mention>[] {
  return toldMentions(refs, context).filter(({ document: { reading }, item }) => {
    const kind = reading.sections[reading.sentences[item.sentence]?.section ?? -1]?.kind ?? 'other';
    const statement = reading.medications.find(
      ({ mention }) => reading.mentions.at(mention)?.start === item.start,
    );
    return (
      !ASKING.includes(kind) &&
      item.assertion.time === 'current' &&
      statement?.frequency !== undefined &&
      statement.quantity === undefined
    );
  });
}

/** Sections that say what is asked for. */
const ASKING = ['plan', 'request', 'decision', 'heading'];

/** "Tried: Elavil (rash), Neurontin never": in a list, and said not to have been taken. */
function isNever({ document, item }: Placed<Mention>): boolean {
  return NEVER.test(document.reading.text.slice(item.end, item.end + 16));
}

const NEVER =
  /^\s*[:,(–-]?\s*(?:never|not (?:yet|tried|taken|had)|none|no)\b(?!\s+(?:help|relief|effect|benefit|good|change|better|more|longer))/i;

/** Begun now; what was begun on an earlier day is taken since. */
function isBegun({ document, item }: Placed<Mention>, { asOf }: JudgeContext) {
  const { start, end } = scopeOf(document, item, 'clause');
  const [begun] = document.mentions.of(BEGUN, start, end);
  if (!begun || names(document, [BEFORE_NOW], { start: begun.start, end })) return false;
  const days = daysBefore(document, item, asOf);
  return days === undefined || days <= NEW_FOR_DAYS;
}

/** Concept of the packs: an earlier time or visit. */
const BEFORE_NOW = 'time-before-now';

/** The drug on an earlier day, also where the request is told again: "the report of 11/6 lists it". */
function seenBefore(context: JudgeContext) {
  const drug = context.request?.drug;
  if (!drug) return [];
  const latest = earliestDay(context.asOf) - FEWEST_DAYS;
  return seenInCase(drug.classes, context)
    .filter(({ sighting }) => sighting.drug === drug.id && sighting.kind !== 'request')
    .filter(({ sighting }) => latestDay(sighting.date) <= latest)
    .map(({ document, sighting: { start, end } }) => ({
      document,
      item: { start, end, sentence: sentenceAt(document.reading, start) },
    }));
}
