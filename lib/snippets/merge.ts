import { diff3Merge } from 'node-diff3';
import type { Snippet, SnippetContent } from './snippet.ts';

/** Fields that a writer changes and that a merge decides, each on its own. */
export const mergedFields = [
  'title',
  'text',
  'criteria',
  'treatments',
  'citation',
  'inForce',
  'jurisdiction',
  'tags',
  'status',
  'confidence',
  'sources',
] as const satisfies readonly (keyof SnippetContent)[];

export type MergedField = (typeof mergedFields)[number];

/** A field both sides changed to something else: for a person to decide. */
export interface MergeConflict {
  field: MergedField;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface SnippetMerge {
  /** What both sides agree to; fields in conflict as mine has them. */
  merged: SnippetContent;
  conflicts: MergeConflict[];
}

/**
 * Merges two changes of one snippet, field by field: what one side changed is taken; texts that
 * both changed are merged word by word; lists keep what either side added and drop what either
 * removed. What cannot be told is left as mine and named as a conflict.
 */
export function mergeSnippets(
  base: SnippetContent,
  mine: SnippetContent,
  theirs: SnippetContent,
): SnippetMerge {
  const merged: Record<string, unknown> = {};
  const conflicts: MergeConflict[] = [];
  for (const field of mergedFields) {
    const of = mergeField(field, base[field], mine[field], theirs[field]);
    if (of.value !== undefined) merged[field] = of.value;
    if (!of.settled) {
      const sides = { base: base[field], mine: mine[field], theirs: theirs[field] };
      conflicts.push({ field, ...sides });
    }
  }
  return { merged: merged as SnippetContent, conflicts };
}

/** Takes their side, or keeps mine, for each field that was in conflict. */
export function settleMerge(
  { merged, conflicts }: SnippetMerge,
  theirs: ReadonlySet<MergedField>,
): SnippetContent {
  const settled: Record<string, unknown> = { ...merged };
  for (const { field, theirs: value } of conflicts) {
    if (!theirs.has(field)) continue;
    if (value === undefined) delete settled[field];
    else settled[field] = value;
  }
  return settled as SnippetContent;
}

/** Whether two snippets say the same in every field a writer changes. */
export function sameContent(one: SnippetContent, other: SnippetContent): boolean {
  return mergedFields.every((field) => same(one[field], other[field]));
}

/** The content of a snippet without its versions. */
export function contentOf(snippet: Snippet): SnippetContent {
  const content: Record<string, unknown> = {};
  for (const field of mergedFields) {
    if (snippet[field] !== undefined) content[field] = snippet[field];
  }
  return content as SnippetContent;
}

function mergeField(field: MergedField, base: unknown, mine: unknown, theirs: unknown) {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, settled: true };
  if (same(base, mine)) return { value: theirs, settled: true };
  if (field === 'title' || field === 'text') {
    return mergeWords(String(base), String(mine), String(theirs));
  }
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    return { value: mergeLists(base, mine, theirs), settled: true };
  }
  return { value: mine, settled: false };
}

function mergeWords(base: string, mine: string, theirs: string) {
  const regions = diff3Merge(wordsOf(mine), wordsOf(base), wordsOf(theirs), {
    excludeFalseConflicts: true,
  });
  let value = '';
  for (const region of regions) {
    if (region.ok === undefined) return { value: mine, settled: false };
    value += region.ok.join('');
  }
  return { value, settled: true };
}

/** Words with the space behind them; a slot is one word. */
function wordsOf(text: string): string[] {
  return text.match(/\{\{[^}]*\}\}\s*|[^\s{]+\s*|\{\s*|\s+/g) ?? [];
}

function mergeLists(base: unknown[], mine: unknown[], theirs: unknown[]): unknown[] {
  const has = (list: unknown[], entry: unknown) => list.some((each) => same(each, entry));
  const kept = mine.filter((entry) => has(theirs, entry) || !has(base, entry));
  const added = theirs.filter((entry) => !has(base, entry) && !has(mine, entry));
  return [...kept, ...added];
}

function same(one: unknown, other: unknown): boolean {
  return one === other || stable(one) === stable(other);
}

/** JSON with keys in order; undefined for what is absent. */
function stable(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  );
}
