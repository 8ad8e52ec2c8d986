import { useMemo, useState } from 'preact/hooks';
import type { CriterionReview, RequestReview } from '../../lib/review/review.ts';
import type { FactSource } from '../../lib/snippets/facts.ts';
import { type FilledPart, type FilledSnippet, fillSnippet } from '../../lib/snippets/fill.ts';
import type { FoundSnippet } from '../../lib/snippets/search.ts';
import { prepareInsertion } from '../../lib/snippets/validity.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { useDocuments } from '../case/documents.ts';
import { useCopy } from '../panel/use-copy.ts';
import { factsOf } from './case-facts.ts';
import type { SnippetUse } from './snippet-segments.ts';
import { datesOf, referenceOf, snippetClipping, warningText } from './snippet-text.ts';

interface Props {
  found: FoundSnippet;
  /** What of the case fills it. */
  request: RequestReview | null;
  criterion: CriterionReview | null;
  asOf: string;
  onUsed: () => void;
  /** What is done with the filled text; by default it is copied. */
  onInsert?: ((use: SnippetUse) => void) | undefined;
}

/** A snippet filled from the case, each filling with its source, and what speaks against using it. */
export function SnippetPreview(props: Props) {
  const { found, request, criterion, asOf, onUsed, onInsert } = props;
  const { snippet } = found;
  const facts = useMemo(() => factsOf(asOf, request, criterion), [asOf, request, criterion]);
  const { parts } = fillSnippet(snippet, facts);
  const insertion = prepareInsertion(snippet, facts, asOf);
  const reference = referenceOf(snippet);
  const dates = datesOf(snippet);
  const use = useInsert(onInsert);
  const take = (filled: FilledSnippet) => {
    use.put({ found, filled, criterion: criterion?.id ?? null });
    onUsed();
  };
  const isWarned = insertion.kind === 'warned';
  return (
    <div class="snippet__open">
      <p class="snippet__text">
        {parts.map((part, at) => (
          <Part key={`${at}${part.text}`} part={part} />
        ))}
      </p>
      <Sources parts={parts} />
      {reference !== null && (
        <dl class="cite__ref">
          <dt>{words('citation')}</dt>
          <dd>{reference}</dd>
          {dates !== null && (
            <>
              <dt>{words('citation_in_force')}</dt>
              <dd>{dates}</dd>
            </>
          )}
          <dt>{words('citation_source')}</dt>
          <dd>{snippet.sources.map(({ title }) => title).join('; ')}</dd>
        </dl>
      )}
      {snippet.citation !== undefined && snippet.confidence === 'to-be-verified' && (
        <Flag text={words('citation_unverified')} />
      )}
      {isWarned &&
        insertion.warnings.map((warning) => (
          <Flag key={warning} text={warningText(warning, snippet, asOf)} />
        ))}
      <div class="bar">
        <button
          type="button"
          class={isWarned ? 'btn' : 'btn primary'}
          onClick={() => take(isWarned ? insertion.accept() : insertion.filled)}
        >
          {use.done ? words('copied') : words(use.label(isWarned))}
        </button>
        <span class="sr" role="status">
          {use.done && words('snippet_copied')}
        </span>
        {use.refused && (
          <span class="refusal" role="alert">
            {words('copy_refused')}
          </span>
        )}
      </div>
    </div>
  );
}

function useInsert(onInsert: Props['onInsert']) {
  const [copied, copy] = useCopy();
  return {
    put: (use: SnippetUse) =>
      onInsert === undefined ? copy(snippetClipping(use.found.snippet, use.filled)) : onInsert(use),
    done: copied === 'copied',
    refused: copied === 'refused',
    label: (isWarned: boolean): MessageKey => {
      if (onInsert === undefined) return isWarned ? 'snippet_copy_anyway' : 'copy';
      return isWarned ? 'snippet_insert_anyway' : 'snippet_insert';
    },
  };
}

function Part({ part }: { part: FilledPart }) {
  if (part.kind === 'words') return <>{part.text}</>;
  return <span class={`slot ${part.kind}`}>{part.text}</span>;
}

function Flag({ text }: { text: string }) {
  return (
    <p class="flag fault">
      <Glyph of="fault" small />
      <span>{text}</span>
    </p>
  );
}

/** Where each filling comes from, on demand; what could not be filled is always said. */
function Sources({ parts }: { parts: readonly FilledPart[] }) {
  const [shown, setShown] = useState(true);
  const filled = parts.filter((part) => part.kind === 'filled');
  const open = parts.filter((part) => part.kind === 'fallback');
  const sayWhere = useSourceWords();
  return (
    <>
      {open.length > 0 && (
        <p class="snippet__note">
          {words('snippet_unfilled', open.map(({ text }) => text).join(', '))}
        </p>
      )}
      {filled.length > 0 && (
        <div class="snippet__note">
          <button type="button" class="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {words('snippet_sources')}
          </button>
          {shown && (
            <ul>
              {filled.map(({ fact, text, source }) => (
                <li key={fact + text}>
                  {fact}: {sayWhere(source)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}

/** A source in words: the document with the passage, a date, a search. */
function useSourceWords(): (source: FactSource) => string {
  const documents = useDocuments();
  return (source) => {
    if (source.kind === 'date') return source.how === '' ? words('snippet_as_of') : source.how;
    if (source.kind === 'search') return words('snippet_searched', source.documents.join(', '));
    const { document, quote } = source.passage;
    const name = documents.find(({ id }) => id === document)?.name ?? document;
    return words('snippet_passage', name, quote.length > 90 ? `${quote.slice(0, 90)}…` : quote);
  };
}
