import { memo } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import type { FilePage } from '../../lib/reading/file/paged-text.ts';
import { words } from '../../lib/wording/words.ts';
import { useNear } from './in-view.ts';
import type { ReaderActions } from './reader-data.ts';
import { TextLayer } from './text-layer.tsx';

/** Pixels of the screen to a point of the page, before zoom. */
export const pointSize = 96 / 72;

interface Props {
  page: FilePage;
  /** From 0. */
  at: number;
  zoom: number;
  actions: ReaderActions;
}

/** A page of a PDF: its picture, with its text over it to be marked and copied. */
export const DrawnPage = memo(function DrawnPage({ page, at, zoom, actions }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNear(place);
  const scale = zoom * pointSize;
  useEffect(() => {
    const target = canvas.current;
    if (!near || target === null) return;
    const ended = new AbortController();
    const dense = scale * Math.min(2, devicePixelRatio);
    void actions.draw(at, target, dense, ended.signal).catch(() => undefined);
    return () => {
      ended.abort();
      // A picture that is not seen holds megabytes.
      target.width = 0;
    };
  }, [near, at, scale, actions]);
  return (
    <div
      class="reader__page"
      ref={place}
      data-page={at}
      data-state={page.state}
      style={{ inlineSize: `${page.width * scale}px`, blockSize: `${page.height * scale}px` }}
    >
      {near && <canvas ref={canvas} />}
      {near && page.items.length > 0 && (
        <TextLayer page={page} scale={scale} onNodes={(nodes) => actions.setNodes(at, nodes)} />
      )}
      {page.confidence !== undefined && (
        <span class="reader__sure">{words('reader_confidence', page.confidence)}</span>
      )}
    </div>
  );
});
