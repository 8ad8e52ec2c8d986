import { useId, useState } from 'preact/hooks';
import { words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { FileButton } from './file-button.tsx';
import type { ReaderActions, ReaderData } from './reader-data.ts';

interface Props {
  data: ReaderData;
  actions: ReaderActions;
  zoom: Zoom;
  /** The page in view, from 0. */
  current: number;
  onZoom: (zoom: Zoom) => void;
}

/** A factor, or as wide as there is room, but no larger than the page is. */
export type Zoom = number | 'fit';

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** Name, page, find and zoom of the document. */
export function ReaderToolbar({ data, actions, zoom, current, onZoom }: Props) {
  const { name, kind, pages } = data;
  return (
    <header class="reader__top">
      <h1 title={name ?? undefined}>{name ?? words('reader_title')}</h1>
      {pages.length > 0 && (
        <>
          {kind === 'pdf' && <GoToPage {...{ current, actions }} of={pages.length} />}
          <Find data={data} actions={actions} />
          {kind === 'pdf' && (
            <label class="reader__zoom">
              <span class="sr">{words('reader_zoom')}</span>
              <select
                class="field"
                value={String(zoom)}
                onChange={(event) => onZoom(zoomOf(event.currentTarget.value))}
              >
                <option value="fit">{words('reader_fit')}</option>
                {zooms.map((each) => (
                  <option key={each} value={String(each)}>
                    {words('percent', Math.round(each * 100))}
                  </option>
                ))}
              </select>
            </label>
          )}
          <FileButton actions={actions} />
        </>
      )}
    </header>
  );
}

function zoomOf(value: string): Zoom {
  return value === 'fit' ? 'fit' : Number(value);
}

function GoToPage(props: { current: number; of: number; actions: ReaderActions }) {
  const { current, of, actions } = props;
  const field = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form
      class="reader__page-no"
      onSubmit={(event) => {
        event.preventDefault();
        // Enter may come before what was typed is drawn.
        const page = Number(new FormData(event.currentTarget).get('page'));
        if (Number.isInteger(page)) actions.goToPage(page - 1);
        setTyped(null);
      }}
    >
      <label for={field}>{words('reader_page')}</label>
      <input
        class="field"
        id={field}
        name="page"
        inputMode="numeric"
        size={4}
        value={typed ?? String(current + 1)}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
      <span>{words('reader_of', of)}</span>
    </form>
  );
}

function Find({ data, actions }: { data: ReaderData; actions: ReaderActions }) {
  const field = useId();
  const { found } = data;
  return (
    <search class="reader__find">
      <label class="sr" for={field}>
        {words('reader_find')}
      </label>
      <input
        class="field"
        id={field}
        type="search"
        placeholder={words('reader_find')}
        autocomplete="off"
        onInput={(event) => actions.find(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') actions.findStep(event.shiftKey ? -1 : 1);
        }}
      />
      <span class="reader__steps">
        <span class="n" role="status">
          {found === null
            ? ''
            : found.hits.length === 0
              ? words('reader_find_none')
              : words('reader_find_at', found.at + 1, found.hits.length)}
        </span>
        <button
          type="button"
          class="iconbtn"
          aria-label={words('reader_find_previous')}
          onClick={() => actions.findStep(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="iconbtn"
          aria-label={words('reader_find_next')}
          onClick={() => actions.findStep(1)}
        >
          <Icon name="down" />
        </button>
      </span>
    </search>
  );
}
