import { useState } from 'preact/hooks';
import type { CriterionReview } from '../../lib/review/review.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';
import { CitationBlock } from './citation.tsx';
import { covers } from './citation-text.ts';

/** The governing citation, and on demand the other editions that speak to the criterion. */
export function Citations({ criterion, asOf }: { criterion: CriterionReview; asOf: string }) {
  const { citation, alsoCited } = criterion;
  const { setEdition } = useActions();
  const [others, setOthers] = useState(false);
  const [first, ...rest] = citation === null ? alsoCited : [citation, ...alsoCited];
  if (first === undefined) return <p class="none hung">{words('citation_none')}</p>;
  return (
    <section class="cites" aria-label={words('citation')}>
      <div class="cites__top">
        <h4>{words(covers(first, asOf) ? 'citation' : 'citation_not_governing')}</h4>
        {rest.length > 0 && (
          <button
            type="button"
            class="link"
            aria-expanded={others}
            onClick={() => setOthers(!others)}
          >
            {others ? words('citation_others_hide') : counted('citation_others', rest.length)}
          </button>
        )}
      </div>
      <div class={others ? 'cites__all beside' : 'cites__all'}>
        <CitationBlock citation={first} asOf={asOf} first />
        {others &&
          rest.map((other) => (
            <CitationBlock
              key={`${other.pack}${other.section}`}
              citation={other}
              asOf={asOf}
              first={false}
              onChoose={setEdition === null ? undefined : () => setEdition(other.pack)}
            />
          ))}
      </div>
    </section>
  );
}
