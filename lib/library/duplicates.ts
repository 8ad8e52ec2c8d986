import { contentOf, sameContent } from '../snippets/merge.ts';
import { nextVersion, type Snippet, type SnippetVersion } from '../snippets/snippet.ts';

/** A snippet that comes in beside one that is there already. */
export interface Duplicate {
  mine: Snippet;
  theirs: Snippet;
  /** The same snippet in another wording, or another one with the same text. */
  why: 'same-id' | 'same-text';
}

export interface Sorted {
  added: Snippet[];
  /** There already, word for word. */
  same: Snippet[];
  duplicates: Duplicate[];
}

/** Sorts what comes in against what is there. */
export function sortIncoming(there: readonly Snippet[], incoming: readonly Snippet[]): Sorted {
  const byId = new Map(there.map((each) => [each.id, each]));
  const byText = new Map(there.map((each) => [plain(each.text), each]));
  const sorted: Sorted = { added: [], same: [], duplicates: [] };
  for (const theirs of incoming) {
    const known = byId.get(theirs.id);
    const twin = byText.get(plain(theirs.text));
    if (known !== undefined) {
      if (sameContent(known, theirs)) sorted.same.push(theirs);
      else sorted.duplicates.push({ mine: known, theirs, why: 'same-id' });
    } else if (twin !== undefined) {
      sorted.duplicates.push({ mine: twin, theirs, why: 'same-text' });
    } else sorted.added.push(theirs);
  }
  return sorted;
}

/** What a person decides of a duplicate. */
export type DuplicateChoice = 'mine' | 'theirs' | 'unite' | 'both';

/**
 * What is to be stored after the choice; null where all stays. No wording is lost: the one that
 * gives way stands in the history.
 */
export function settleDuplicate(
  { mine, theirs }: Duplicate,
  choice: DuplicateChoice,
  { id, author, changed }: { id: string; author: string; changed: string },
): Snippet | null {
  if (choice === 'mine') return null;
  if (choice === 'both') return { ...theirs, id };
  const list = <Value>(ours: readonly Value[], other: readonly Value[]) => [
    ...new Map([...ours, ...other].map((each) => [JSON.stringify(each), each])).values(),
  ];
  const content = contentOf(choice === 'theirs' || theirs.changed > mine.changed ? theirs : mine);
  if (choice === 'unite') {
    content.criteria = list(mine.criteria, theirs.criteria);
    content.treatments = list(mine.treatments, theirs.treatments);
    content.tags = list(mine.tags, theirs.tags);
    content.sources = list(mine.sources, theirs.sources);
  }
  const next = nextVersion(mine, content, { author, changed, changeNote: theirs.changeNote });
  return { ...next, history: [...next.history, asVersion(theirs)] };
}

function asVersion(snippet: Snippet): SnippetVersion {
  const { version, title, text, status, author, changed, changeNote } = snippet;
  return { version, title, text, status, author, changed, changeNote };
}

/** A text without what does not count: case, spaces, full stops. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s.,;:]+/g, ' ')
    .trim();
}
