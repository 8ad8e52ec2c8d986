import type { LinkedFile } from '../../lib/case/document.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';

/** PDF files the pages of the case link to, each one click from the reader. */
export function PageFiles({ files }: { files: readonly LinkedFile[] }) {
  const { openReader } = useActions();
  if (files.length === 0) return null;
  return (
    <>
      <h3 class="group ruled">
        {words('files_title')} <span class="n">{files.length}</span>
      </h3>
      {files.map(({ url, name }) => (
        <div class="hang" key={url}>
          <div class="hang__main">{name}</div>
          <span class="hang__end">
            <button
              type="button"
              class="link"
              aria-label={words('open_in_reader_named', name)}
              onClick={() => openReader(url)}
            >
              {words('open_in_reader')}
            </button>
          </span>
        </div>
      ))}
      <p class="hint">{words('files_lead')}</p>
    </>
  );
}
