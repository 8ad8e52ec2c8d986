import { useEffect, useRef, useState } from 'preact/hooks';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { OpenFile } from './open-file.tsx';
import { PageList } from './page-list.tsx';
import type { ReaderActions, ReaderData } from './reader-data.ts';
import { ReaderPalette } from './reader-palette.tsx';
import { ReaderToolbar, type Zoom } from './reader-toolbar.tsx';
import { ScannedPages } from './scanned-pages.tsx';
import { Thumbnails } from './thumbnails.tsx';

interface Props {
  data: ReaderData;
  actions: ReaderActions;
}

/** A document with its marks: pages beside small pictures of them, or a place to drop a file. */
export function ReaderPage({ data, actions }: Props) {
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [current, setCurrent] = useState(0);
  const dropping = useDrop(actions);
  const isOpen = data.pages.length > 0;
  return (
    <div class="reader" data-dropping={dropping}>
      <ReaderToolbar {...{ data, actions, zoom, current }} onZoom={setZoom} />
      <section class="reader__notices" aria-label={words('reader_notices')}>
        {data.fault !== null && (
          <p class="notice" role="alert">
            <Glyph of="fault" />
            <span>
              {sentenceOf(data.fault)} <span class="code">{data.fault}</span>
            </span>
          </p>
        )}
        <ScannedPages data={data} actions={actions} />
      </section>
      {isOpen ? (
        <div class="reader__body">
          {data.kind === 'pdf' && <Thumbnails {...{ data, actions, current }} />}
          <PageList {...{ data, actions, zoom }} onCurrent={setCurrent} />
        </div>
      ) : (
        <OpenFile actions={actions} isBusy={data.progress !== null} />
      )}
      <ReaderPalette data={data} actions={actions} />
      {dropping && <p class="reader__drop">{words('reader_drop_now')}</p>}
    </div>
  );
}

/** A file that is dropped anywhere on the page is opened. */
function useDrop(actions: ReaderActions): boolean {
  const [dropping, setDropping] = useState(false);
  const depth = useRef(0);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const over = (event: DragEvent) => event.preventDefault();
    const enter = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      depth.current += 1;
      setDropping(true);
    };
    const leave = () => {
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setDropping(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      depth.current = 0;
      setDropping(false);
      const file = event.dataTransfer?.files[0];
      if (file) void actions.openFile(file);
    };
    addEventListener('dragover', over, { signal });
    addEventListener('dragenter', enter, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => ended.abort();
  }, [actions]);
  return dropping;
}
