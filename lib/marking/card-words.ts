import type { MarkKind, PageMark } from '../case/page-mark.ts';
import { showWhen } from '../wording/dates.ts';
import { counted, type MessageKey, words } from '../wording/words.ts';

/** What a card says of a mark, in the reader's language; an empty text is left out. */

const kinds = {
  request: 'card_request',
  supports: 'mark_supports',
  opposes: 'mark_opposes',
  ambiguous: 'mark_ambiguous',
  claim: 'card_claim',
  'not-found': 'card_not_found',
  safety: 'card_safety',
  form: 'card_form',
} as const satisfies Record<MarkKind, MessageKey>;

/** "Supports", "Request 2" */
export function kindOf({ kind, requests }: PageMark): string {
  return words(kinds[kind], ...(kind === 'request' ? requests : []));
}

/** The question it bears on, or how many there are where it stands for several. */
export function aboutOf({ about, kind, list = [] }: PageMark): string {
  if (about !== '' || kind !== 'not-found' || list.length === 0) return about;
  return counted('card_unanswered', list.length);
}

export function whyOf({ why = '', note }: PageMark): string {
  if (note === 'unlisted') return words('card_unlisted');
  return note === 'nearest' ? words('card_nearest', why) : why;
}

/** Whose it is and from when: "7 Oct 2014 · request 2". */
export function sourceOf(mark: PageMark): string {
  const { kind, requests } = mark;
  const whose =
    kind === 'request' ? [] : requests.map((number) => words('card_of_request', number));
  return [dateOf(mark), whose.join(', ')].filter((part) => part !== '').join(' · ');
}

/** Empty where a date says nothing. */
function dateOf(mark: PageMark): string {
  return showWhen(mark) ?? (mark.date === null ? words('no_date') : '');
}
