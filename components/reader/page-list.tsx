import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../lib/wording/words.ts';
import { DrawnPage, pointSize } from './drawn-page.tsx';
import type { ReaderActions, ReaderData } from './reader-data.ts';
import type { Zoom } from './reader-toolbar.tsx';
import { TextSheet } from './text-sheet.tsx';

interface Props {
  data: ReaderData;
  actions: ReaderActions;
  zoom: Zoom;
  /** The page in view, from 0. */
  onCurrent: (page: number) => void;
}

/** The pages one below the other; only those near the view are drawn. */
export function PageList({ data, actions, zoom, onCurrent }: Props) {
  const list = useRef<HTMLElement>(null);
  const { goTo, pages, kind } = data;
  const room = useRoom(list);
  const widest = pages[0]?.width ?? 1;
  const factor = zoom === 'fit' ? Math.min(1, room / (widest * pointSize)) : zoom;
  useEffect(() => {
    if (goTo === null) return;
    list.current?.querySelector(`[data-page="${goTo.page}"]`)?.scrollIntoView({ block: 'start' });
  }, [goTo]);
  const onScroll = () => {
    const root = list.current;
    if (root === null || kind !== 'pdf') return;
    const middle = root.scrollTop + root.clientHeight / 3;
    const all = [...root.children] as HTMLElement[];
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
      const at = (low + high + 1) >> 1;
      if ((all[at]?.offsetTop ?? 0) - root.offsetTop <= middle) low = at;
      else high = at - 1;
    }
    onCurrent(low);
  };
  return (
    <main
      class="reader__pages"
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      onScroll={onScroll}
      aria-label={words('reader_pages')}
    >
      {kind === 'text'
        ? pages.map((page) => <TextSheet key={page.number} page={page} actions={actions} />)
        : pages.map((page, at) => (
            <DrawnPage key={page.number} {...{ page, at, actions }} zoom={factor} />
          ))}
    </main>
  );
}

/** The pages' own margin on both sides, in pixels. */
const margins = 24;

/** Pixels across in which a page is drawn. */
function useRoom(element: RefObject<Element | null>): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const observer = new ResizeObserver(() => setRoom(target.clientWidth - margins));
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
