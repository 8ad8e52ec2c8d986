import { words } from '../../lib/wording/words.ts';
import { FileChooser } from '../base/file-chooser.tsx';
import type { ReaderActions } from './reader-data.ts';

/** Lets the reviewer choose a document. */
export function FileButton(props: { actions: ReaderActions; primary?: boolean }) {
  return (
    <FileChooser
      words={words('reader_choose')}
      label={words('reader_file')}
      accept=".pdf,.txt,.text,.rtf,.docx,application/pdf,text/plain"
      primary={props.primary === true}
      onFile={(file) => void props.actions.openFile(file)}
    />
  );
}
