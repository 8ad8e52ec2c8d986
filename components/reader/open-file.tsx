import { useId, useState } from 'preact/hooks';
import { words } from '../../lib/wording/words.ts';
import { FileButton } from './file-button.tsx';
import type { ReaderActions } from './reader-data.ts';

/** The reader without a file: choose one, drop one, or paste a text. */
export function OpenFile({ actions, isBusy }: { actions: ReaderActions; isBusy: boolean }) {
  const field = useId();
  const [text, setText] = useState('');
  return (
    <main class="reader__open" aria-busy={isBusy}>
      <h2>{words('reader_open_title')}</h2>
      <p class="lead">{words('reader_open_lead')}</p>
      <div class="bar">
        <FileButton actions={actions} primary />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') actions.openText(words('reader_pasted'), text);
        }}
      >
        <label for={field}>{words('reader_paste')}</label>
        <textarea
          id={field}
          class="field"
          rows={8}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="btn">
          {words('reader_paste_use')}
        </button>
      </form>
    </main>
  );
}
