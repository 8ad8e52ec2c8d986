import type { WordRun } from '../../lib/library/sync/word-diff.ts';
import { words } from '../../lib/wording/words.ts';
import { WordRuns } from './word-runs.tsx';

interface Props {
  runs: readonly WordRun[];
  /** What the second text is: the original, or what the copy becomes. */
  second: 'offer_theirs' | 'offer_merged';
}

/** An own copy and another text side by side, with the words in which they differ. */
export function Compared({ runs, second }: Props) {
  return (
    <div class="sides">
      {(['first', 'second'] as const).map((side) => (
        <div class="side" key={side}>
          <h4>{words(side === 'first' ? 'offer_mine' : second)}</h4>
          <p class="wording">
            <WordRuns runs={runs} side={side} />
          </p>
        </div>
      ))}
    </div>
  );
}
