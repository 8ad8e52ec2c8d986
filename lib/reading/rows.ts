const cells = 'td, th, [role=cell], [role=gridcell], [role=columnheader], [role=rowheader]';
const ownLayout = 'table, h1, h2, h3, h4, h5, h6, ul, ol, dl, pre, fieldset, textarea, p + p';

/**
 * Whether a row reads as one line of cells. Old portals lay out whole pages in tables, and a cell
 * may hold a report: a row with lists, headings or several paragraphs in it is read cell by cell.
 */
export function isPlainRow(row: Element): boolean {
  return row.querySelector(cells) !== null && row.querySelector(ownLayout) === null;
}
