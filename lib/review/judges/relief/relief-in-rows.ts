/** What a table says came of a procedure, by bare numbers under their heads: "% better", "weeks". */
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { logAt } from '../../evidence/procedure-logs.ts';
import type { Span } from '../../evidence/scopes.ts';
import { type Cell, cellsOf, cellsUnder } from '../../evidence/table-cells.ts';
import type { Share } from './relief-share.ts';
import type { Length } from './relief-words.ts';

const OF_SHARE = /%|\b(?:relief|better|improve\w*|benefit|response|percent)\b/i;
/** A head that names the unit of the numbers below it, with the days of one. */
const OF_LENGTH: readonly [RegExp, number][] = [
  [/\b(?:weeks?|wks?)\b/i, 7],
  [/\b(?:months?|mos?)\b/i, 30],
  [/\bdays?\b/i, 1],
];
const BARE = /^~?\d{1,3}$/;
const WHOLE = 100;

/** The share and the length in the row of a log, as far as they are bare numbers. */
export function reliefInRow(
  document: IndexedDocument,
  row: Span,
): { percent?: Share; lasted?: Length } {
  const { text } = document.reading;
  const heads = logAt(document, row)?.heads ?? [];
  if (heads.length === 0) return {};
  const lineStart = text.lastIndexOf('\n', row.start - 1) + 1;
  const cells = cellsOf(text, { start: lineStart, end: row.end });
  const under = (at: number) => {
    const [cell] = cellsUnder(heads, cells, at);
    return cell && BARE.test(cell.words) ? cell : undefined;
  };
  const units = heads.map(daysOfUnit);
  const share = under(heads.findIndex(({ words }, at) => OF_SHARE.test(words) && !units[at]));
  const lengthAt = units.findIndex((days) => days !== undefined);
  const length = under(lengthAt);
  const unit = units[lengthAt];
  const percent = share && numberOf(share);
  return {
    ...(share &&
      percent !== undefined &&
      percent <= WHOLE && {
        percent: { amount: exactly(percent), place: share, doubtful: isAbout(share) },
      }),
    ...(length &&
      unit && {
        lasted: {
          days: exactly(numberOf(length) * unit),
          place: length,
          doubtful: isAbout(length),
        },
      }),
  };
}

/** Days of the unit that a head names. */
function daysOfUnit({ words }: Cell): number | undefined {
  return OF_LENGTH.find(([unit]) => unit.test(words))?.[1];
}

function numberOf({ words }: Cell): number {
  return Number(words.replace('~', ''));
}

function isAbout({ words }: Cell): boolean {
  return words.startsWith('~');
}

function exactly(amount: number) {
  return { low: amount, high: amount };
}
