import type { QuotedPassage } from '../../lib/case/passage.ts';
import { words } from '../../lib/wording/words.ts';
import { ShowButton } from '../evidence/show-button.tsx';

/** A picture as a table: every mark is a row, with the way to its passage. */
export interface TableData {
  columns: string[];
  rows: { cells: string[]; passage: QuotedPassage | null }[];
}

interface Props extends TableData {
  id: string;
  caption: string;
  /** Else it is there for screen readers, without what would take the focus unseen. */
  shown: boolean;
}

export function PictureTable({ id, caption, columns, rows, shown }: Props) {
  const passages = shown && rows.some(({ passage }) => passage !== null);
  return (
    <div class={shown ? 'chart__table' : 'chart__table sr'} id={id}>
      <table>
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            {passages && <th scope="col">{words('picture_passage')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, passage }, at) => (
            <tr key={at}>
              {cells.map((cell, column) => (
                <td key={columns[column]}>{cell}</td>
              ))}
              {passages && <td>{passage !== null && <ShowButton passage={passage} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
