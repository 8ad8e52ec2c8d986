import type { PageReading } from '../../lib/reading/page-watch.ts';

/** So many readings in a row have to agree while the page changes all the time. */
const readingsInARow = 3;
/** Of the lines; a clock that ticks is another line each time. */
const sameShare = 0.9;

/**
 * A page that is changing may show the number of one claim over the text of another. Where a profile
 * tells claims apart, what was read of such a page waits until the page rests, or until it reads the
 * same several times although something in it never rests.
 */
export class SettledClaim {
  private last: { claim: string | undefined; lines: ReadonlySet<string> } | undefined;
  private agreed = 0;

  /** Whether a reading is of one claim, as far as can be told. */
  isSettled({ isMoving, text }: PageReading, claim: string | undefined): boolean {
    if (!isMoving) {
      this.last = undefined;
      return true;
    }
    const lines = text.split('\n');
    const isSame = this.last?.claim === claim && shareIn(lines, this.last?.lines) >= sameShare;
    this.agreed = isSame ? this.agreed + 1 : 1;
    this.last = { claim, lines: new Set(lines) };
    return this.agreed >= readingsInARow;
  }
}

function shareIn(lines: readonly string[], known: ReadonlySet<string> | undefined): number {
  if (known === undefined || lines.length === 0) return 0;
  return lines.filter((line) => known.has(line)).length / lines.length;
}
