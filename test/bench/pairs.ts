import { asked, filesNamed, filled, linesOf, NOTE, percent, verdictOf } from './framed.ts';
import { printTable } from './table.ts';

/**
 * Two statements of one thing, for and against a criterion, in frames that say which of them holds: the
 * later, the corrected, both (of two tellers), the clear one beside a doubt. Each frame is tried both
 * ways round, and only with statements that alone are read as they are meant. Counts by kind of frame.
 *   npm run bench:pairs [-- --detail] [--frames] [--second ... --fifth] [WORD...]   only criteria and kinds that
 *   hold one of the words; counted by frame; another set of statements and frames
 */

/** A criterion and a way of saying that it is so, that it is not so, that it may be so. */
interface Opposed {
  criterion: string;
  request: string;
  for: string;
  against: string;
  doubt: string;
  /** Kinds of frames that make no sense of it. */
  skip?: string[];
  /** Further forms of both sides, as "forPast" and "againstPast". */
  [form: string]: unknown;
}

interface Frame {
  kind: string;
  /**
   * With "{one}" and "{other}", "{onePast}" and so on for the two sides, "{again}" for the first side in
   * other words, "{doubt}", "{for}" and "{against}". One that holds "{request}" is the whole text, or the
   * texts of several documents; others stand in a note.
   */
  frame: string | string[];
  /** A verdict, or "one": that of the side so named. */
  wanted: string;
}

interface Tally {
  all: number;
  wanted: number;
  met: number;
  notMet: number;
  conflicting: number;
}

type Side = 'for' | 'against';

const VERDICTS = { for: 'met', against: 'not-met' } as const;
const SIDES: readonly [Side, Side][] = [
  ['for', 'against'],
  ['against', 'for'],
];

const options = process.argv.slice(2);
const { showsDetail, isAskedFor } = asked(options);
const byFrame = options.includes('--frames');
const set = ['second', 'third', 'fourth', 'fifth'].find((name) => options.includes(`--${name}`));
const prefix = set ? `${set}-` : '';
const files = filesNamed(`${prefix}opposed`);
const statements = files.flatMap((file) => linesOf<Opposed>(file));
const frames = linesOf<Frame>(`${prefix}pairs.jsonl`);
const tallies = new Map<string, Tally>();
const alone = new Map<string, boolean>();

for (const frame of frames) {
  for (const statement of statements) {
    if (statement.skip?.includes(frame.kind) || !isAskedFor(statement.criterion, frame.kind))
      continue;
    for (const sides of isOneSided(frame) ? SIDES.slice(0, 1) : SIDES)
      weigh(frame, statement, sides);
  }
}

printTable({
  title: 'Pairs of statements',
  head: ['frame', 'pairs', 'as wanted', 'falsely met', 'falsely not-met', 'called conflicting'],
  rows: [...tallies].map(([kind, { all, wanted, met, notMet, conflicting }]) => [
    kind,
    String(all),
    ...[wanted, met, notMet, conflicting].map((part) => percent(part, all)),
  ]),
});

/** A frame that names its sides outright reads the same both ways round. */
function isOneSided({ frame }: Frame): boolean {
  return !/\{(?:one|other)/.test([frame].flat().join(' '));
}

function weigh({ kind, frame, wanted }: Frame, statement: Opposed, sides: readonly [Side, Side]) {
  const texts = Array.isArray(frame)
    ? frame.map((part) => inForms(part, statement, sides))
    : [framed(frame, statement, sides)];
  if (texts.includes(undefined)) return;
  const isRead = sides.every((side) => isReadAlone(statement, side));
  if (kind !== 'alone' && !isRead) return;
  const meant = wanted === 'one' ? VERDICTS[sides[0]] : wanted;
  const verdict = verdictOf(statement.criterion, texts as string[]);
  const row = byFrame ? `${kind}: ${onOneLine([frame].flat())}` : kind;
  const tally = tallies.get(row) ?? { all: 0, wanted: 0, met: 0, notMet: 0, conflicting: 0 };
  tallies.set(row, tally);
  tally.all += 1;
  if (verdict === meant) tally.wanted += 1;
  else if (verdict === 'met') tally.met += 1;
  else if (verdict === 'not-met') tally.notMet += 1;
  else if (verdict === 'conflicting') tally.conflicting += 1;
  if (showsDetail && verdict !== meant)
    process.stdout.write(
      `${kind}: ${statement.criterion}: ${verdict}, not ${meant}: ${onOneLine(texts)}\n`,
    );
}

function onOneLine(texts: readonly unknown[]): string {
  return texts.join(' || ').replaceAll(`${NOTE}\n`, '').replaceAll('\n', ' / ');
}

/** The frame in its note, with the request; one that holds the request is the whole text. */
function framed(frame: string, statement: Opposed, sides: readonly [Side, Side]) {
  const told = inForms(frame, statement, sides);
  const isWhole = told === undefined || frame.includes('{request}');
  return isWhole ? told : `${NOTE}\n${told}\n${statement.request}`;
}

/** The frame with the statements in it; undefined where a form is missing. */
function inForms(frame: string, statement: Opposed, [one, other]: readonly [Side, Side]) {
  return filled(frame, (form) => {
    if (form === 'again') return again(statement, one);
    const words = statement[form.replace(/^one/, one).replace(/^other/, other)];
    return typeof words === 'string' ? words : undefined;
  });
}

/** The side in the words of another statement of the same criterion and request. */
function again({ criterion, request, ...own }: Opposed, side: Side): string | undefined {
  return statements.find(
    (other) =>
      other.criterion === criterion && other.request === request && other[side] !== own[side],
  )?.[side];
}

function isReadAlone(statement: Opposed, side: Side): boolean {
  const text = `${NOTE}\n${statement[side]}.\n${statement.request}`;
  let isRead = alone.get(statement.criterion + text);
  if (isRead === undefined) {
    isRead = verdictOf(statement.criterion, [text]) === VERDICTS[side];
    alone.set(statement.criterion + text, isRead);
  }
  return isRead;
}
