import { useState } from 'preact/hooks';
import type { Citation } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { KeyCap } from '../base/key-cap.tsx';
import { useActions } from '../panel/actions.ts';
import { citationClipping, covers, editionOf, inForceOf, sectionOf } from './citation-text.ts';

interface Props {
  citation: Citation;
  asOf: string;
  /** The one that `C` copies. */
  first: boolean;
}

/** What one edition says on the criterion, with everything needed to cite it, to copy. */
export function CitationBlock({ citation, asOf, first }: Props) {
  const { copy } = useActions();
  const [copied, setCopied] = useState(false);
  const put = async () => {
    await copy(citationClipping(citation, asOf));
    setCopied(true);
  };
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
        <button
          type="button"
          class={first ? 'btn primary' : 'btn'}
          data-copy={first ? 'citation' : undefined}
          onClick={() => void put()}
          onBlur={() => setCopied(false)}
        >
          {words(copied ? 'copied' : 'copy')} {first && <KeyCap of="C" />}
        </button>
        <span class="sr" role="status">
          {copied ? words('citation_copied') : ''}
        </span>
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
