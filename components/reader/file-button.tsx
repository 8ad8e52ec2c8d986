import { useRef } from 'preact/hooks';
import { words } from '../../lib/wording/words.ts';
import type { ReaderActions } from './reader-data.ts';

/** Lets the reviewer choose a file. */
export function FileButton(props: { actions: ReaderActions; primary?: boolean }) {
  const chooser = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file !== undefined) void props.actions.openFile(file);
    if (chooser.current !== null) chooser.current.value = '';
  };
  return (
    <>
      <button
        type="button"
        class={props.primary === true ? 'btn primary' : 'btn'}
        onClick={() => chooser.current?.click()}
      >
        {words('reader_choose')}
      </button>
      <input
        ref={chooser}
        class="sr"
        type="file"
        accept=".pdf,.txt,.text,.rtf,.docx,application/pdf,text/plain"
        aria-label={words('reader_file')}
        tabIndex={-1}
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
    </>
  );
}
