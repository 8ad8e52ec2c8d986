import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { CriterionReview, RequestReview } from '../../lib/review/review.ts';
import { filledText, fillSnippet } from '../../lib/snippets/fill.ts';
import type { FoundSnippet } from '../../lib/snippets/search.ts';
import { warningsOf } from '../../lib/snippets/validity.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { caretPlace } from './caret-place.ts';
import { factsOf } from './case-facts.ts';
import { criterionFor } from './snippet-segments.ts';
import { referenceOf, warningText } from './snippet-text.ts';

interface Props {
  id: string;
  shown: readonly FoundSnippet[];
  current: FoundSnippet | undefined;
  /** How many were found in all. */
  total: number;
  isSearching: boolean;
  /** The one that was chosen once and has warnings. */
  warned: string | null;
  asOf: string;
  request: RequestReview | null;
  criterion: CriterionReview | null;
  field: HTMLTextAreaElement;
  /** Where the slash stands in the field. */
  start: number;
  onChoose: (found: FoundSnippet) => void;
}

/** Snippets at the caret of a field, the current one with what it would say here. */
export function SlashList(props: Props) {
  const { id, shown, current, total, isSearching, asOf, field, start, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current === null) return;
    const { left, bottom } = caretPlace(field, start);
    list.current.style.insetBlockStart = `${Math.min(bottom, field.offsetHeight) + 2}px`;
    list.current.style.insetInlineStart = `max(0px, min(${left}px, 100% - 23rem))`;
    list.current.scrollIntoView?.({ block: 'nearest' });
  }, [field, start]);
  return (
    <>
      <p class="sr" role="status">
        {!isSearching && counted('snippets_found', total)}
      </p>
      <div ref={list} class="slash">
        <div role="listbox" id={id} aria-label={words('snippets')}>
          {shown.map((found, at) => (
            <Option
              key={found.key}
              {...{ ...props, found }}
              id={`${id}-${at}`}
              isCurrent={found === current}
              isWarned={found.key === props.warned}
              onChoose={() => onChoose(found)}
            />
          ))}
        </div>
        <p class="slash__foot">
          {shown.length === 0 ? (
            words(isSearching ? 'searching' : 'snippets_none')
          ) : (
            <>
              <kbd>↑</kbd> <kbd>↓</kbd> {words('key_palette_move')} <kbd>Enter</kbd>{' '}
              {words('snippet_insert')} <kbd>Esc</kbd> {words('key_palette_close')}
              {total > shown.length && ` · ${counted('snippets_more', total - shown.length)}`}
            </>
          )}
        </p>
        {warnsNow(shown, props.warned, asOf) && (
          <p class="sr" role="alert">
            {words('snippet_insert_again')}
          </p>
        )}
      </div>
    </>
  );
}

function warnsNow(shown: readonly FoundSnippet[], warned: string | null, asOf: string): boolean {
  return shown.some(({ key, snippet }) => key === warned && warningsOf(snippet, asOf).length > 0);
}

interface OptionProps extends Omit<Props, 'onChoose'> {
  found: FoundSnippet;
  isCurrent: boolean;
  isWarned: boolean;
  onChoose: () => void;
}

function Option({ id, found, isCurrent, isWarned, onChoose, ...at }: OptionProps) {
  const { snippet } = found;
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isCurrent) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent, isWarned]);
  const warnings = warningsOf(snippet, at.asOf);
  const reference = referenceOf(snippet);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as ARIA asks
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      ref={line}
      id={id}
      class="slash__o"
      role="option"
      aria-selected={isCurrent}
      // The field would lose the focus, and with it the list would close.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <div class="slash__title">{snippet.title}</div>
      {isCurrent && <Filled {...at} found={found} />}
      {reference !== null && <div class="slash__cited">{reference}</div>}
      {(isCurrent ? warnings : warnings.slice(0, 1)).map((warning) => (
        <p class="flag fault" key={warning}>
          <Glyph of="fault" small />
          <span>{warningText(warning, snippet, at.asOf)}</span>
        </p>
      ))}
      {isWarned && <p class="flag fault">{words('snippet_insert_again')}</p>}
    </div>
  );
}

/** What the snippet would say here. */
function Filled(props: Pick<Props, 'request' | 'criterion' | 'asOf'> & { found: FoundSnippet }) {
  const { found, request, asOf } = props;
  const criterion = criterionFor(found, props.criterion, request);
  const text = useMemo(() => {
    const facts = factsOf(asOf, request, criterion);
    return filledText(fillSnippet(found.snippet, facts));
  }, [found, request, criterion, asOf]);
  return <div class="slash__text">{text}</div>;
}
