import type { TermSearch } from '../../lib/messaging/active-review.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Source } from '../evidence/source.tsx';

const shown = 8;

/** What a search for the reviewer's own term found, each place with the text around it. */
export function TermHits({ search }: { search: TermSearch }) {
  return (
    <section class="hits">
      <h4>
        <span class="words">{search.term}</span>{' '}
        <span class="n">{counted('places', search.found)}</span>
      </h4>
      {search.synonyms.length > 0 && (
        <p class="hint">{words('search_synonyms', search.synonyms.join(', '))}</p>
      )}
      {search.hits.slice(0, shown).map((hit) => (
        <article key={`${hit.document}:${hit.start}`} data-evidence="hit">
          <blockquote class="rec missing">
            {hit.before}
            <mark>{hit.quote}</mark>
            {hit.after}
          </blockquote>
          <Source passage={hit} />
        </article>
      ))}
      {search.found > shown && <p class="hint">{counted('more_places', search.found - shown)}</p>}
    </section>
  );
}
