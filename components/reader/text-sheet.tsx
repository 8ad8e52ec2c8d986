import { useEffect, useRef } from 'preact/hooks';
import type { FilePage } from '../../lib/reading/file/paged-text.ts';
import type { ReaderActions } from './reader-data.ts';

/** A plain text in one sheet, its paragraphs drawn by the browser as they come into view. */
export function TextSheet({ page, actions }: { page: FilePage; actions: ReaderActions }) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = sheet.current;
    if (root === null) return;
    const nodes = page.items.map(({ text }) => {
      const paragraph = document.createElement('div');
      const node = document.createTextNode(text);
      paragraph.append(node);
      root.append(paragraph);
      return node;
    });
    actions.setNodes(0, nodes);
    return () => {
      actions.setNodes(0, null);
      root.replaceChildren();
    };
  }, [page, actions]);
  return <div class="reader__sheet" data-page={0} ref={sheet} />;
}
