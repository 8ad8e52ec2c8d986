import type { Mention, Sentence } from '../../../language/mention.ts';
import { latestDay } from '../../../language/values/calendar.ts';
import type { MessageKey } from '../../../saying/said.ts';
import { conceptsOf, type IndexedDocument } from '../../evidence/case-index.ts';
import { dateOf } from '../../evidence/dates.ts';
import type { JudgeContext } from '../judge.ts';
import { isDone } from '../places.ts';
import { whenOf } from './number-pair.ts';

/** A state on a ladder from worst to best: off work, modified duty, full duty. */
interface Rung {
  mention: Mention;
  ladder: number;
  rank: number;
}

/** What two states of one ladder come to. */
export interface Step {
  at: Mention;
  role: 'supports' | 'opposes';
  why: MessageKey;
}

const BESIDE = 40;
/** Two reports of one state nearer than this are one report. */
const FEWEST_DAYS = 14;

/**
 * What somebody has climbed on ladders of states, worst first: within a sentence by the words that
 * put one state before another ("from a wheelchair to a cane", "TTD until June, now modified"), and
 * over reports by their days.
 */
export function stepsOf(
  document: IndexedDocument,
  ladders: readonly (readonly string[])[],
  context: JudgeContext,
  isMeant: (mention: Mention) => boolean,
): Step[] {
  const rungs = rungsIn(document, ladders, context).filter(({ mention }) => isMeant(mention));
  const bySentence = Map.groupBy(rungs, ({ mention }) => mention.sentence);
  const within = [...bySentence].flatMap(([at, own]) => {
    const sentence = document.reading.sentences[at];
    return sentence ? (inSentence(document, sentence, own) ?? []) : [];
  });
  const over = ladders.flatMap((_, ladder) =>
    overReports(
      document,
      rungs.filter((rung) => rung.ladder === ladder),
    ),
  );
  return [...within, ...over];
}

function rungsIn(
  document: IndexedDocument,
  ladders: readonly (readonly string[])[],
  { index, request }: JudgeContext,
): Rung[] {
  const rungs = ladders.flatMap((ranks, ladder) =>
    ranks.flatMap((concept, rank) =>
      conceptsOf(concept, index.rulebook, request).flatMap((name) =>
        (document.mentions.get(name) ?? [])
          .filter(isDone)
          .map((mention): Rung => ({ mention, ladder, rank })),
      ),
    ),
  );
  return rungs.sort((one, other) => one.mention.start - other.mention.start);
}

/** Two rungs of one ladder in a sentence, one of them of then or the other of now. */
function inSentence(
  { reading: { text } }: IndexedDocument,
  { start, end }: Sentence,
  rungs: readonly Rung[],
): Step | undefined {
  const words = text.slice(start, end);
  if (/\b(?:goals?|until|if|when|should|will|would|wants?|hopes?|plan)\b/i.test(words))
    return undefined;
  for (const [at, one] of rungs.entries()) {
    const other = rungs[at + 1];
    if (!other || other.ladder !== one.ladder) continue;
    const tag = (rung: Rung, before: number, after: number) => {
      const ahead = text.slice(Math.max(before, rung.mention.start - BESIDE), rung.mention.start);
      const behind = text.slice(rung.mention.end, Math.min(after, rung.mention.end + BESIDE));
      return whenOf(ahead, behind) ?? whenOfClause(behind);
    };
    const first = tag(one, start, other.mention.start);
    const second = tag(other, one.mention.end, end);
    const between = text.slice(one.mention.end, other.mention.start);
    const inOrder = first === 'then' || second === 'now' || /->|→|\bto\b/i.test(between);
    const reversed = first === 'now' || second === 'then';
    if (inOrder === reversed) continue;
    const gain = inOrder ? other.rank - one.rank : one.rank - other.rank;
    if (gain > 0) return { at: one.mention, role: 'supports', why: 'why_more_than_before' };
    if (gain < 0) return { at: one.mention, role: 'opposes', why: 'why_less_than_before' };
    return { at: one.mention, role: 'opposes', why: 'why_no_more_than_before' };
  }
  return undefined;
}

/** "Step to with the rail at eval; ...": the words that say when stand further off. */
function whenOfClause(behind: string): 'then' | 'now' | undefined {
  const own = behind.split(/[;,.]/)[0] ?? '';
  if (
    /\b(?:at (?:the )?(?:start|eval\w*|intake|baseline|first)|IE|SOC|initially|before|then|ago)\b/i.test(
      own,
    )
  )
    return 'then';
  return /\b(?:now|today|currently|at discharge)\b/i.test(own) ? 'now' : undefined;
}

/** The first and the last dated report of a state. */
function overReports(document: IndexedDocument, rungs: readonly Rung[]): Step[] {
  const dated = rungs
    .map((rung) => {
      const date = dateOf(document, rung.mention);
      return { rung, day: date ? latestDay(date) : Number.NaN };
    })
    .filter(({ day }) => Number.isFinite(day))
    .sort((one, other) => one.day - other.day);
  const [first] = dated;
  const last = dated.at(-1);
  if (!first || !last || last.day - first.day < FEWEST_DAYS) return [];
  // two states of one day do not tell which of them held
  const unclear = [first, last].some(({ day }) =>
    dated.some(
      (one) => one.day === day && one.rung.rank !== dated.find((o) => o.day === day)?.rung.rank,
    ),
  );
  if (unclear) return [];
  const { mention } = last.rung;
  if (last.rung.rank > first.rung.rank)
    return [{ at: mention, role: 'supports', why: 'why_more_than_before' }];
  if (last.rung.rank < first.rung.rank)
    return [{ at: mention, role: 'opposes', why: 'why_less_than_before' }];
  return [{ at: mention, role: 'opposes', why: 'why_same_as_before' }];
}
