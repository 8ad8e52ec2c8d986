import { useId, useState } from 'preact/hooks';
import type { TermSearch } from '../../lib/messaging/active-review.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';
import { useSearches } from './searches.ts';
import { TermHits } from './term-hits.tsx';

/** Searches the case for the reviewer's own words; each search stays on the receipt. */
export function SearchAgain({ criterion }: { criterion: string }) {
  const { search } = useActions();
  const searches = useSearches();
  const field = useId();
  const [term, setTerm] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const asked = searches.askedOn(criterion);

  const run = async () => {
    const wanted = term.trim();
    if (wanted === '' || busy) return;
    setBusy(true);
    const found = await search(wanted);
    setBusy(false);
    setRefused(found === null);
    if (found === null) return;
    searches.remember(criterion, found);
    setTerm('');
  };

  return (
    <form
      class="rerun"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <label for={field}>{words('search_again')}</label>
      <div class="rerun__in">
        <input
          class="field"
          id={field}
          data-search
          value={term}
          placeholder={words('search_again_example')}
          autocomplete="off"
          onInput={(event) => setTerm(event.currentTarget.value)}
        />
        <button type="submit" class="btn" aria-disabled={busy}>
          {words(busy ? 'searching' : 'search')}
        </button>
      </div>
      <p class="hint">{words(refused ? 'search_refused' : 'search_again_hint')}</p>
      <div aria-live="polite">
        {asked.map((found: TermSearch) => (
          <TermHits key={found.term} search={found} />
        ))}
      </div>
    </form>
  );
}
