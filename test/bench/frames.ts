import { asked, filled, linesOf, NOTE, percent, verdictOf } from './framed.ts';
import { printTable } from './table.ts';

/**
 * Statements that criteria ask for, each put into frames that change what it means: denied, doubted,
 * hoped for, said of somebody else, of the time before, asked on a form. Counts by kind of frame how
 * often the verdict is one of those wanted, and how often it is "met" or "not-met" where it must not be.
 *   npm run bench:frames [-- --detail] [WORD...]   only criteria and kinds that hold one of the words
 */

/** A statement in the forms that frames need; those that it lacks leave such frames out. */
interface Statement {
  criterion: string;
  /** Kinds of frames that make sense of it. */
  kinds: string[];
  request: string;
  subject?: string;
  /** By kind of frame the verdicts that are right of it, where they are others than the frame's. */
  wanted?: Record<string, string[]>;
  [form: string]: unknown;
}

interface Frame {
  kind: string;
  /** With the forms of the statement in braces: "The goal is that {clause}." */
  frame: string;
  wanted: string[];
  /** Only for statements of this subject. */
  subject?: string;
}

interface Tally {
  all: number;
  wanted: number;
  falselyMet: number;
  falselyNotMet: number;
}

const { showsDetail, isAskedFor } = asked(process.argv.slice(2));
const statements = linesOf<Statement>('findings.jsonl');
const tallies = new Map<string, Tally>();

for (const frame of linesOf<Frame>('frames.jsonl')) {
  for (const statement of statements) {
    const sentence = framed(statement, frame);
    if (sentence === undefined || !isAskedFor(statement.criterion, frame.kind)) continue;
    const verdict = verdictOf(statement.criterion, [noteWith(statement, sentence)]);
    const tally = tallies.get(frame.kind) ?? {
      all: 0,
      wanted: 0,
      falselyMet: 0,
      falselyNotMet: 0,
    };
    tallies.set(frame.kind, tally);
    tally.all += 1;
    const wanted = statement.wanted?.[frame.kind] ?? frame.wanted;
    if (wanted.includes(verdict)) tally.wanted += 1;
    else if (verdict === 'met') tally.falselyMet += 1;
    else if (verdict === 'not-met') tally.falselyNotMet += 1;
    if (showsDetail && !wanted.includes(verdict))
      process.stdout.write(`${frame.kind}: ${statement.criterion}: ${verdict}: ${sentence}\n`);
  }
}

printTable({
  title: 'Statements in frames',
  head: ['frame', 'sentences', 'verdict as wanted', 'falsely met', 'falsely not met'],
  rows: [...tallies].map(([kind, { all, wanted, falselyMet, falselyNotMet }]) => [
    kind,
    String(all),
    percent(wanted, all),
    percent(falselyMet, all),
    percent(falselyNotMet, all),
  ]),
});

/** The statement in the frame; undefined where the one is not made for the other. */
function framed(statement: Statement, { kind, frame, subject }: Frame): string | undefined {
  if (!statement.kinds.includes(kind)) return undefined;
  if (subject !== undefined && statement.subject !== subject) return undefined;
  return filled(frame, (form) => {
    const words = statement[form];
    return typeof words === 'string' ? words : undefined;
  });
}

function noteWith({ request, finding }: Statement, sentence: string): string {
  const told = finding === undefined ? sentence : `Exam: Tender over the area. ${sentence}`;
  return `${NOTE}\n${told}\n${request}`;
}
