import { readFileSync } from 'node:fs';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { printTable } from './table.ts';

/**
 * Statements that criteria ask for, each put into frames that change what it means: denied, doubted,
 * hoped for, said of somebody else, of the time before, asked on a form. Counts by kind of frame how
 * often the verdict is one of those wanted, and how often it is "met" where it must not be.
 *   npm run bench:frames [-- --detail] [WORD...]   only criteria and kinds that hold one of the words
 */

/** A statement in the forms that frames need; those that it lacks leave such frames out. */
interface Statement {
  criterion: string;
  /** Kinds of frames that make sense of it. */
  kinds: string[];
  request: string;
  subject?: string;
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
}

const FOLDER = new URL('../cases/frames/', import.meta.url);
const options = process.argv.slice(2);
const showsDetail = options.includes('--detail');
const words = options.filter((option) => !option.startsWith('--'));
const rulebook = await shippedRulebook();
const statements = linesOf<Statement>('findings.jsonl');
const tallies = new Map<string, Tally>();

for (const frame of linesOf<Frame>('frames.jsonl')) {
  for (const statement of statements) {
    const sentence = framed(statement, frame);
    if (sentence === undefined || !isAskedFor(statement, frame)) continue;
    const verdict = verdictOf(statement, sentence);
    const tally = tallies.get(frame.kind) ?? { all: 0, wanted: 0, falselyMet: 0 };
    tallies.set(frame.kind, tally);
    tally.all += 1;
    if (frame.wanted.includes(verdict)) tally.wanted += 1;
    else if (verdict === 'met') tally.falselyMet += 1;
    if (showsDetail && !frame.wanted.includes(verdict))
      process.stdout.write(`${frame.kind}: ${statement.criterion}: ${verdict}: ${sentence}\n`);
  }
}

printTable({
  title: 'Statements in frames',
  head: ['frame', 'sentences', 'verdict as wanted', 'falsely met'],
  rows: [...tallies].map(([kind, { all, wanted, falselyMet }]) => [
    kind,
    String(all),
    percent(wanted, all),
    percent(falselyMet, all),
  ]),
});

function linesOf<Line>(file: string): Line[] {
  const lines = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

function isAskedFor({ criterion }: Statement, { kind }: Frame): boolean {
  return words.length === 0 || words.some((word) => criterion.includes(word) || kind === word);
}

/** The statement in the frame; undefined where the one is not made for the other. */
function framed(statement: Statement, { kind, frame, subject }: Frame): string | undefined {
  if (!statement.kinds.includes(kind)) return undefined;
  if (subject !== undefined && statement.subject !== subject) return undefined;
  let isWhole = true;
  const sentence = frame.replace(/\{(\w+)\}/g, (_, form: string) => {
    const words = statement[form];
    isWhole &&= typeof words === 'string';
    return String(words);
  });
  return isWhole ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : undefined;
}

function verdictOf({ criterion, request, finding }: Statement, sentence: string): string {
  const told = finding === undefined ? sentence : `Exam: Tender over the area. ${sentence}`;
  const text = `Progress note 4/20/2016\n45 yo male hurt at work in 2014.\n${told}\n${request}`;
  const { requests } = reviewCase(
    { id: 'frame', documents: [plainDocument('note', 'Note', text)] },
    rulebook,
    { asOf: '2016-05-01' },
  );
  const found = requests.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
  return found?.verdict ?? 'not asked for';
}

function percent(part: number, all: number): string {
  return `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;
}
