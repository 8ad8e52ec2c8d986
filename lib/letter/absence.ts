import { inOneLine } from '../case/passage.ts';
import type { SearchReceipt } from '../review/review.ts';
import type { Worded } from '../saying/said.ts';
import type { CriterionInEnglish } from './in-english.ts';

type Receipt = Worded<SearchReceipt>;

/**
 * What was searched for an absence, in whole sentences: the documents by name, what of them could
 * not be read, the words. An absence is worth no more than this. Where several were searched for in
 * the same documents, `shared` says so once and is not repeated.
 */
export function absenceSentences({ reason, receipt }: CriterionInEnglish, shared: string): string {
  if (receipt === null) return reason;
  const where = whereSearched(receipt);
  return [reason, where === shared ? '' : where, termsOf(receipt), nearest(receipt)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** What all absences of several criteria were searched for in; empty where that is not one thing. */
export function sharedSearch(criteria: readonly CriterionInEnglish[]): string {
  const wheres = criteria.flatMap(({ receipt }) =>
    receipt === null ? [] : whereSearched(receipt),
  );
  const [first = ''] = wheres;
  return wheres.length > 1 && wheres.every((where) => where === first) ? first : '';
}

function whereSearched(receipt: Receipt): string {
  return [searched(receipt), unread(receipt)].filter((sentence) => sentence !== '').join(' ');
}

/** More names or words than this are counted, not listed. */
const mostListed = 12;

function searched({ documents }: Receipt): string {
  if (documents.length === 0) return 'No document was searched.';
  const named = documents.map(({ name, pages, pagesRead }) => {
    if (pagesRead < pages) return `${name} (${pagesRead} of ${pages} pages)`;
    return pages > 1 ? `${name} (${pages} pages)` : name;
  });
  return `Searched: ${listed(named, 'further documents')}.`;
}

function unread({ documents, unreadablePages }: Receipt): string {
  const parts = documents.flatMap(({ id, name }) => {
    const pages = unreadablePages.filter(({ document }) => document === id).map(({ page }) => page);
    if (pages.length === 0) return [];
    return [`${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')} of ${name}`];
  });
  if (parts.length === 0) return '';
  return `Not readable, and so not searched: ${parts.join('; ')}.`;
}

function termsOf({ terms }: Receipt): string {
  if (terms.length === 0) return '';
  const quoted = terms.map((term) => `“${term}”`);
  return `Words searched: ${listed(quoted, 'further wordings')}.`;
}

function nearest(receipt: Receipt): string {
  if (receipt.nearest === null) return '';
  const { quote, why } = receipt.nearest;
  return `The nearest passage found: “${inOneLine(quote)}” (${why.replace(/\.$/, '')}).`;
}

function listed(names: readonly string[], more: string): string {
  const shown = names.slice(0, mostListed).join(', ');
  const rest = names.length - mostListed;
  return rest > 0 ? `${shown} and ${rest} ${more}` : shown;
}
