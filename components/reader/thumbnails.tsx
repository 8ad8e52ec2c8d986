import { memo } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import type { FilePage } from '../../lib/reading/file/paged-text.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { useNear } from './in-view.ts';
import type { ReaderActions, ReaderData } from './reader-data.ts';

interface Props {
  data: ReaderData;
  actions: ReaderActions;
  /** The page in view, from 0. */
  current: number;
}

const width = 96;

/** Small pictures of the pages with the number of findings on each. */
export function Thumbnails({ data, actions, current }: Props) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav class="reader__thumbs" aria-label={words('reader_thumbnails')} ref={list}>
      {data.pages.map((page, at) => (
        <Thumbnail
          key={page.number}
          {...{ page, at, actions }}
          count={data.counts[at] ?? 0}
          isCurrent={at === current}
        />
      ))}
    </nav>
  );
}

interface ThumbnailProps {
  page: FilePage;
  at: number;
  count: number;
  isCurrent: boolean;
  actions: ReaderActions;
}

const Thumbnail = memo(function Thumbnail({ page, at, count, isCurrent, actions }: ThumbnailProps) {
  const place = useRef<HTMLButtonElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNear(place, '50%');
  const scale = width / page.width;
  useEffect(() => {
    const target = canvas.current;
    if (!near || target === null) return;
    const ended = new AbortController();
    void actions.draw(at, target, scale, ended.signal).catch(() => undefined);
    return () => {
      ended.abort();
      target.width = 0;
    };
  }, [near, at, scale, actions]);
  const findings = count === 0 ? '' : counted('reader_findings', count);
  return (
    <button
      type="button"
      class="thumb"
      ref={place}
      data-state={page.state}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={[words('reader_page_n', page.number), findings].filter(Boolean).join(', ')}
      onClick={() => actions.goToPage(at)}
    >
      <span class="thumb__picture" style={{ blockSize: `${page.height * scale}px` }}>
        {near && <canvas ref={canvas} />}
      </span>
      <span class="thumb__no" aria-hidden="true">
        {page.number}
        {count > 0 && <span class="n">{count}</span>}
      </span>
    </button>
  );
});
