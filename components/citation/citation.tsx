import type { Citation } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { CopyButton } from '../panel/copy-button.tsx';
import { citationClipping, covers, editionOf, inForceOf, sectionOf } from './citation-text.ts';

interface Props {
  citation: Citation;
  asOf: string;
  /** The one that `C` copies. */
  first: boolean;
  /** Judges the case by this edition; absent where it is judged by it already. */
  onChoose?: (() => void) | undefined;
}

/** What one edition says on the criterion, with everything needed to cite it, to copy. */
export function CitationBlock({ citation, asOf, first, onChoose }: Props) {
  return (
    <article class="cite" aria-label={words('citation_of', editionOf(citation))}>
      <p class="cite__text">{citation.text}</p>
      <dl class="cite__ref">
        <dt>{words('citation_edition')}</dt>
        <dd>{editionOf(citation)}</dd>
        <dt>{words('citation_section')}</dt>
        <dd>{sectionOf(citation)}</dd>
        <dt>{words('citation_in_force')}</dt>
        <dd class={covers(citation, asOf) ? '' : 'fault'}>{inForceOf(citation, asOf)}</dd>
        <dt>{words('citation_source')}</dt>
        <dd>
          <Sources sources={citation.sources} />
        </dd>
      </dl>
      {citation.confidence === 'to-be-verified' && (
        <p class="flag fault">
          <Glyph of="fault" small />
          <span>{words('citation_unverified')}</span>
        </p>
      )}
      <div class="bar">
        <CopyButton
          label={words('copy')}
          done={words('citation_copied')}
          clipping={() => citationClipping(citation, asOf)}
          {...(first ? { keyed: { name: 'citation', cap: 'C' }, primary: true } : {})}
        />
        {onChoose !== undefined && (
          <button type="button" class="btn" onClick={onChoose}>
            {words('edition_use')}
          </button>
        )}
      </div>
    </article>
  );
}

function Sources({ sources }: Pick<Citation, 'sources'>) {
  return (
    <>
      {sources.map(({ title, url }, index) => (
        <span key={title}>
          {index > 0 && '; '}
          {url === undefined ? (
            title
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          )}
        </span>
      ))}
    </>
  );
}
