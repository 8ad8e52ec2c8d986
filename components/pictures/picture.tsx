import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { Passage } from '../../lib/case/passage.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';
import { copyPicture } from './copy-picture.ts';
import { PictureTable, type TableData } from './picture-table.tsx';
import { printPicture } from './print-picture.ts';
import { usePictureWidth } from './use-picture-width.ts';

/** What is drawn into a width, and how high it came out. */
export interface Drawing {
  height: number;
  shapes: ComponentChildren;
}

export type ShowPassage = (passage: Passage | null) => void;

interface Props {
  title: string;
  /** The finding in one sentence. */
  say: string;
  /** How it was computed, above the picture and below it. */
  how: readonly string[];
  notes: readonly string[];
  table: TableData;
  draw: (width: number, show: ShowPassage) => Drawing;
}

/**
 * A picture with its sentence, its working and the table behind it. Its marks take clicks; the table
 * holds the same for the keyboard and for screen readers.
 */
export function Picture({ title, say, how, notes, table, draw }: Props) {
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const width = usePictureWidth(place);
  const [tableShown, setTableShown] = useState(false);
  const [fault, setFault] = useState<FaultCode | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const { show } = useActions();
  const showPassage: ShowPassage = (passage) => {
    if (passage === null) return;
    const { document, start, end } = passage;
    void show({ document, start, end }).then(setFault);
  };
  const copy = async () => {
    const svg = place.current?.querySelector('svg');
    setCopied(svg ? await copyPicture(svg, [title, say]) : false);
  };
  const { height, shapes } = draw(width, showPassage);
  return (
    <figure class="chart" ref={figure} aria-labelledby={`${id}-title`}>
      <figcaption>
        <div class="chart__t">
          <h2 id={`${id}-title`}>{title}</h2>
          <button
            type="button"
            class="link"
            data-stop={`table:${title}`}
            aria-expanded={tableShown}
            aria-controls={`${id}-table`}
            onClick={() => setTableShown(!tableShown)}
          >
            {words('picture_table')}
          </button>
        </div>
        <p class="chart__say">{say}</p>
        <Sentences of={how} />
      </figcaption>
      <div class="chart__place" ref={place}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={[title, say, ...how].join('. ')}
        >
          {shapes}
        </svg>
      </div>
      <Sentences of={notes} />
      <p class="gone" role="status">
        {fault !== null && sentenceOf(fault)}
      </p>
      <PictureTable
        id={`${id}-table`}
        caption={words('picture_table_of', title)}
        {...table}
        shown={tableShown}
      />
      <div class="bar chart__bar">
        <button type="button" class="link" onClick={() => void copy()}>
          {words('picture_copy')}
        </button>
        <button
          type="button"
          class="link"
          onClick={() => figure.current !== null && printPicture(figure.current)}
        >
          {words('picture_print')}
        </button>
        <span role="status">{copied === true && words('picture_copied')}</span>
        {copied === false && (
          <span class="refusal" role="alert">
            {words('picture_copy_refused')}
          </span>
        )}
      </div>
    </figure>
  );
}

/** Too little to draw: the sentence alone. */
export function NoPicture({ title, why }: { title: string; why: string }) {
  return (
    <section class="chart">
      <div class="chart__t">
        <h2>{title}</h2>
      </div>
      <p class="chart__how">{why}</p>
    </section>
  );
}

function Sentences({ of }: { of: readonly string[] }) {
  return of.length === 0 ? null : <p class="chart__how">{of.join(' ')}</p>;
}
