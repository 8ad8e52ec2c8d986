import { readShape } from '../../saying/read-shape.ts';
import type { Said } from '../../saying/said.ts';
import {
  contentOf,
  type MergeConflict,
  type MergedField,
  mergedFields,
  mergeSnippets,
  settleMerge,
} from '../../snippets/merge.ts';
import {
  nextVersion,
  readSnippet,
  type Snippet,
  type SnippetVersion,
  snippetText,
} from '../../snippets/snippet.ts';
import type { TeamConflict } from './conflicts.ts';
import { sameBody } from './shared-document.ts';
import { diffWords, type WordRun } from './word-diff.ts';

/** A field in which the two versions differ, as their words. `first` is mine, `second` theirs. */
export interface DifferingField {
  field: MergedField;
  runs: WordRun[];
}

/** Who ends a conflict, and when: ISO date and time. */
export interface EndedBy {
  author: string;
  changed: string;
}

/** What a conflict over a snippet comes to when both versions are read side by side. */
export interface MergeOffer {
  mine: Snippet;
  theirs: Snippet;
  differing: DifferingField[];
  /** Fields both changed to something else: for a person to decide. All, where no base is known. */
  contested: MergeConflict[];
  /**
   * The two brought together, as the version after theirs. Both wordings stay in the history.
   *
   * @param take contested fields to have as theirs; the others as mine
   * @param text a wording of one's own in place of the merged one
   */
  merge(take: ReadonlySet<MergedField>, by: EndedBy, text?: string): Snippet;
  /** One of the two as it is, with the wording of the other in its history. */
  keep(side: 'mine' | 'theirs', by: EndedBy): Snippet;
}

/**
 * Reads a conflict as two snippets to be merged. Null where one side is deleted, or is no snippet
 * that passes its schema: then there is one version to keep or none.
 */
export function offerMerge({ mine, theirs, base }: TeamConflict): MergeOffer | null {
  const [ours, others, before] = [mine, theirs, base].map((body) => readSnippet(body).snippet);
  if (!ours || !others) return null;
  // without a common version nothing tells which side changed a field
  const merged = before
    ? mergeSnippets(contentOf(before), contentOf(ours), contentOf(others))
    : { merged: contentOf(ours), conflicts: contestedOf(ours, others) };
  return {
    mine: ours,
    theirs: others,
    differing: mergedFields
      .filter((field) => !sameBody(ours[field], others[field]))
      .map((field) => ({ field, runs: diffWords(textOf(ours[field]), textOf(others[field])) })),
    contested: merged.conflicts,
    merge(take, by, text) {
      const content = settleMerge(merged, take);
      const said = text === undefined ? content : { ...content, text };
      return nextVersion(remembering(others, ours), said, { ...by, changeNote: '' });
    },
    keep(side, by) {
      if (side === 'theirs') return remembering(others, ours);
      return nextVersion(others, contentOf(ours), { ...by, changeNote: ours.changeNote });
    },
  };
}

/** Whether a text could stand in a snippet; why not, if so. */
export function faultOfText(text: string): Said | null {
  return readShape(snippetText, text).faults[0]?.reason ?? null;
}

/** A snippet with the other's wording in its history, where that is another one. */
function remembering(kept: Snippet, other: Snippet): Snippet {
  const { version, title, text, status, author, changed, changeNote } = other;
  if (text === kept.text && title === kept.title) return kept;
  const wording: SnippetVersion = { version, title, text, status, author, changed, changeNote };
  return { ...kept, history: [...kept.history, wording] };
}

function contestedOf(mine: Snippet, theirs: Snippet): MergeConflict[] {
  return mergedFields
    .filter((field) => !sameBody(mine[field], theirs[field]))
    .map((field) => ({ field, base: undefined, mine: mine[field], theirs: theirs[field] }));
}

/** A field as it is read: lists by line, what has parts as its parts. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  return Object.values(value).map(textOf).join('\n');
}
