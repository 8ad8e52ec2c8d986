import type { ComponentChild } from 'preact';
import { inOneLine, type QuotedPassage } from '../../lib/case/passage.ts';
import type { Meaning } from '../../lib/preferences/meaning.ts';
import type { Evidence } from '../../lib/review/review.ts';
import { showWhen } from '../../lib/wording/dates.ts';
import { around, worded, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { Source } from './source.tsx';

interface Props {
  passage: QuotedPassage & Pick<Evidence, 'why' | 'date' | 'documentDate' | 'slip' | 'uncertain'>;
  /** Gives the line beside the words; without one it is a plain rule. */
  meaning: Meaning | 'aside';
  /** Whether a missing date is worth saying. */
  dated?: boolean;
  /** What can be done with it beside going to it. */
  action?: ComponentChild;
}

/** One passage of the record: its words, where they stand, and why they count. */
export function Quote({ passage, meaning, dated = false, action }: Props) {
  const { why, slip, uncertain } = passage;
  const when = showWhen(passage) ?? (dated ? words('no_date') : undefined);
  return (
    <article class="evidence" data-evidence={meaning}>
      <blockquote class={`rec ${meaning}`}>{inOneLine(passage.quote)}</blockquote>
      {why !== undefined && <Because why={worded(why)} />}
      <div class="foot">
        <Source passage={passage} {...(when === undefined ? {} : { date: when })} />
        {action}
      </div>
      {slip !== undefined && <Slip read={slip} />}
      {uncertain !== undefined && (
        <p class="flag fault">
          <Glyph of="fault" small />
          <span>{words('recognised_unsure', worded(uncertain))}</span>
        </p>
      )}
    </article>
  );
}

/** Why the passage counts, and after the first semicolon how it was read. */
function Because({ why }: { why: string }) {
  const [reason, ...how] = why.split('; ');
  return (
    <p class="because">
      {reason}
      {how.length > 0 && <span class="how">{how.join('; ')}</span>}
    </p>
  );
}

/** What was understood where the record holds a slip of the pen, the ear or the scanner. */
function Slip({ read }: { read: string }) {
  const [before, after] = around('slip_read_as');
  return (
    <p class="flag fault">
      <Glyph of="fault" small />
      <span>
        {before}
        <q>{read}</q>
        {after}
      </span>
    </p>
  );
}
