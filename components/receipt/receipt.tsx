import { useState } from 'preact/hooks';
import { inOneLine } from '../../lib/case/passage.ts';
import type { SearchReceipt } from '../../lib/review/review.ts';
import { counted, worded, words } from '../../lib/wording/words.ts';
import { Source } from '../evidence/source.tsx';
import { Ledger } from './ledger.tsx';

/** What the search for an absence was worth: the words, the pages, the nearest hit. */
export function Receipt({ receipt }: { receipt: SearchReceipt }) {
  return (
    <section class="receipt" aria-label={words('receipt')}>
      <h4>
        {words('receipt_terms')} <span class="n">{receipt.terms.length}</span>
      </h4>
      <Terms terms={receipt.terms.map(worded)} />
      <Ledger receipt={receipt} />
      <h4>{words('receipt_nearest')}</h4>
      {receipt.nearest === null ? (
        <p class="none">{words('receipt_nearest_none')}</p>
      ) : (
        <Nearest nearest={receipt.nearest} />
      )}
    </section>
  );
}

/** More terms than this are shown on demand. */
const shownTerms = 16;

function Terms({ terms }: { terms: readonly string[] }) {
  const [all, setAll] = useState(terms.length <= shownTerms);
  return (
    <p class="terms">
      {(all ? terms : terms.slice(0, shownTerms)).map((term) => (
        <span key={term}>{term}</span>
      ))}{' '}
      {!all && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {counted('more_terms', terms.length - shownTerms)}
        </button>
      )}
    </p>
  );
}

function Nearest({ nearest }: { nearest: NonNullable<SearchReceipt['nearest']> }) {
  return (
    <article data-evidence="nearest">
      <blockquote class="rec missing">{inOneLine(nearest.quote)}</blockquote>
      <Source passage={nearest} note={worded(nearest.why)} />
    </article>
  );
}
