/** Scores of the value grammars on public specifications of durations, percents and dates. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrugEntry } from '../../lib/language/drug.ts';
import type { Value, ValueMention } from '../../lib/language/mention.ts';
import { tokenize } from '../../lib/language/tokens.ts';
import { isoDate } from '../../lib/language/values/calendar.ts';
import { readValues, settleDates } from '../../lib/language/values/read-values.ts';
import { createValueWords } from '../../lib/language/values/words.ts';
import { createWordTable } from '../../lib/language/word-table.ts';

export interface Score {
  right: number;
  all: number;
  misses: string[];
}

interface Specification {
  Input: string;
  Context?: { ReferenceDateTime: string };
  Results: {
    Text: string;
    Start: number;
    Length: number;
    Value?: {
      Timex: string;
      FutureResolution: Record<string, string>;
      PastResolution: Record<string, string>;
      Mod?: string;
    };
    Resolution?: { value: string | null };
  }[];
}

const SECONDS_A_DAY = 86_400;
/** What the specifications write for a day that does not exist: nothing is to be found. */
const NO_DAY = '0001-01-01';
const NO_DRUGS: DrugEntry[] = [];
const table = createWordTable();
const words = createValueWords(table, NO_DRUGS);

function specifications(folder: string, name: string): Specification[] {
  const text = readFileSync(join(folder, `${name}.json`), 'utf8');
  return JSON.parse(text.replace(/^\uFEFF/, '')) as Specification[];
}

function read({ Input, Context }: Specification): ValueMention[] {
  const values = readValues(tokenize(Input, table), words);
  const [year = 2016, month = 1, day = 1] = (Context?.ReferenceDateTime ?? '2016-11-07')
    .slice(0, 10)
    .split('-')
    .map(Number);
  settleDates(values, () => ({ year, month, day }));
  return values;
}

/** The span of a value in days and its operator; undefined for values that are no span. */
function spanOf(value: Value): { low: number; high: number; operator: string } | undefined {
  if (value.kind === 'duration') return { ...value.days, operator: value.operator };
  if (value.kind === 'since' && value.ago !== undefined)
    return { ...value.ago.days, operator: 'exactly' };
  return undefined;
}

const OPERATORS: Record<string, string> = { more: 'over', less: 'under' };

/** Durations with their length, both ends and operator, and where they stand. */
export function durationScores(folder: string): Score {
  const score: Score = { right: 0, all: 0, misses: [] };
  for (const one of specifications(folder, 'DurationParser')) {
    for (const { Text, Value } of one.Results) {
      const days = Number(Value?.FutureResolution.duration) / SECONDS_A_DAY;
      const operator = OPERATORS[Value?.Mod ?? ''];
      const hit = read(one).some(({ value }) => {
        const span = spanOf(value);
        if (span === undefined || span.low !== span.high || Math.abs(span.low - days) > 1e-4)
          return false;
        return operator === undefined
          ? !['over', 'under'].includes(span.operator)
          : span.operator === operator;
      });
      count(score, hit, `${one.Input.trim()}: "${Text}" is ${days} days`);
    }
  }
  for (const one of specifications(folder, 'DurationExtractor')) {
    for (const { Text, Start, Length } of one.Results) {
      const end = Start + Length;
      const hit = read(one).some(
        (found) => spanOf(found.value) !== undefined && found.end === end && found.start < end,
      );
      count(score, hit, `${one.Input.trim()}: "${Text}" was not found`);
    }
  }
  return score;
}

/** Percents with their value; a specification without one expects none. */
export function percentScores(folder: string): Score {
  const score: Score = { right: 0, all: 0, misses: [] };
  for (const one of specifications(folder, 'PercentModel')) {
    const wanted = one.Results.flatMap(({ Resolution }) =>
      Resolution?.value ? [Number.parseFloat(Resolution.value)] : [],
    );
    const found = read(one).flatMap(({ value }) =>
      value.kind === 'percent' ? [value.amount.low] : [],
    );
    count(
      score,
      found.join() === wanted.join(),
      `${one.Input.trim().slice(0, 60)}: ${wanted} and not ${found}`,
    );
  }
  return score;
}

/** The calendar dates of the specifications: those written with a month and a day, not "tomorrow". */
export function dateCases(
  folder: string,
): { text: string; wanted: string[]; reference: string; found: string[] }[] {
  const written = /\d|first|second|third|tenth|teen|twent|thirt/i;
  const relative = /ago|now|today|tomorrow|yesterday|week|month|next|last|day|later|this/i;
  return specifications(folder, 'DateParser').flatMap((one) =>
    one.Results.filter(({ Text, Value }) => {
      const timex = Value?.Timex ?? '';
      return /^(\d{4}|XXXX)-\d\d-\d\d$/.test(timex) && written.test(Text) && !relative.test(Text);
    }).map(({ Value }) => ({
      text: one.Input,
      wanted: [Value?.FutureResolution.date ?? '', Value?.PastResolution.date ?? ''].filter(
        (date) => date !== NO_DAY,
      ),
      reference: one.Context?.ReferenceDateTime ?? '',
      found: read(one).flatMap(({ value }) => (value.kind === 'date' ? [isoDate(value.date)] : [])),
    })),
  );
}

function count(score: Score, hit: boolean, miss: string): void {
  score.all += 1;
  if (hit) score.right += 1;
  else score.misses.push(miss);
}
