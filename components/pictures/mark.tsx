import type { ComponentChildren } from 'preact';
import type { QuotedPassage } from '../../lib/case/passage.ts';
import type { ShowPassage } from './picture.tsx';

interface Props {
  passage: QuotedPassage | null;
  /** Said when the pointer rests on it. */
  title: string;
  show: ShowPassage;
  children: ComponentChildren;
}

/** A mark that goes to its passage. The keyboard has the table behind the picture for that. */
export function Mark({ passage, title, show, children }: Props) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one image with its table beside it
    <g class={passage === null ? undefined : 'mark'} data-mark onClick={() => show(passage)}>
      <title>{title}</title>
      {children}
    </g>
  );
}
