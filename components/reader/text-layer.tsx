import { useEffect, useRef } from 'preact/hooks';
import type { FilePage } from '../../lib/reading/file/paged-text.ts';

interface Props {
  page: FilePage;
  /** Pixels to a point. */
  scale: number;
  /** A text node for each item of the page; null when the layer goes. */
  onNodes: (nodes: readonly Text[] | null) => void;
}

/** Wide enough a guess: each piece is stretched to its true width. */
const font = 'sans-serif';

/** The text of a page, unseen over its picture: each piece where the page shows it. */
export function TextLayer({ page, scale, onNodes }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = layer.current;
    if (root === null) return;
    const measure = document.createElement('canvas').getContext('2d');
    const nodes = page.items.map(({ text, x, y, width, height, angle = 0, confidence }) => {
      const piece = document.createElement('span');
      const node = document.createTextNode(text);
      piece.append(node);
      const size = height * scale;
      if (measure) measure.font = `${size}px ${font}`;
      const natural = measure?.measureText(text).width ?? 0;
      const stretch = natural > 0 && width > 0 ? (width * scale) / natural : 1;
      piece.style.left = `${x * scale}px`;
      piece.style.top = `${(y - height * 0.82) * scale}px`;
      piece.style.fontSize = `${size}px`;
      piece.style.transform = `rotate(${angle}rad) scaleX(${stretch})`;
      if (confidence !== undefined && confidence < 70) piece.className = 'unsure';
      root.append(piece);
      return node;
    });
    onNodes(nodes);
    return () => {
      onNodes(null);
      root.replaceChildren();
    };
  }, [page, scale]);
  return <div class="reader__text" ref={layer} />;
}
