import type { Review } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { editionOf } from '../citation/citation-text.ts';
import { useActions } from '../panel/actions.ts';

interface Props {
  /** Id of the pack the reviewer judges by. */
  edition: string;
  review: Review | null;
}

/** Says that the case is judged by an edition the reviewer chose, and the way back to the date's. */
export function ChosenEdition({ edition, review }: Props) {
  const { setEdition } = useActions();
  const cited = review?.requests
    .flatMap(({ criteria }) => criteria)
    .flatMap(({ citation, alsoCited }) =>
      citation === null ? alsoCited : [citation, ...alsoCited],
    )
    .find(({ pack }) => pack === edition);
  return (
    <p class="case__edition" role="status">
      {words('edition_chosen', cited === undefined ? edition : editionOf(cited))}{' '}
      <button type="button" class="link" onClick={() => setEdition?.(null)}>
        {words('edition_reset')}
      </button>
    </p>
  );
}
