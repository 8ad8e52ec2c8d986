import type { WordRun } from '../../lib/library/sync/word-diff.ts';
import { words } from '../../lib/wording/words.ts';

interface Props {
  runs: readonly WordRun[];
  /** Which of the two texts is shown. */
  side: 'first' | 'second';
}

/** One of two texts, with the words that the other does not have underlined. */
export function WordRuns({ runs, side }: Props) {
  const shown = runs.filter((run) => run.in === 'both' || run.in === side);
  return (
    <>
      {shown.map((run, at) =>
        run.in === 'both' || run.text.trim() === '' ? (
          <span key={at}>{run.text}</span>
        ) : (
          <ins key={at}>
            <span aria-hidden="true">{run.text}</span>
            <span class="sr">
              {' ('}
              {words('words_only_here', run.text.trim())}
              {') '}
            </span>
          </ins>
        ),
      )}
    </>
  );
}
