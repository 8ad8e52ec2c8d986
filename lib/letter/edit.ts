import { type Draft, hasOrigin, type Paragraph, type Segment, segmentOf, textOf } from './draft.ts';
import { sides } from './sides.ts';

/**
 * The paragraph with the text the reviewer gave it. Segments whose words still stand there, in
 * their order, keep their sources; everything else is the reviewer's own. `written` are segments
 * the text was given just now, as a snippet is.
 */
export function editParagraph(
  paragraph: Paragraph,
  text: string,
  written: readonly Segment[] = [],
): Paragraph {
  if (text === textOf(paragraph)) return paragraph;
  const candidates = [...written, ...paragraph.segments, ...(paragraph.assembled ?? [])];
  return {
    ...paragraph,
    segments: keepSources(candidates, text),
    assembled: paragraph.assembled ?? paragraph.segments,
  };
}

/** Puts a paragraph of the reviewer's own after another; at the end where none is named. */
export function addParagraph(draft: Draft, added: Paragraph, after: string | null): Draft {
  const at = draft.paragraphs.findIndex(({ id }) => id === after);
  const place = at === -1 ? draft.paragraphs.length : at + 1;
  return { paragraphs: draft.paragraphs.toSpliced(place, 0, added) };
}

/** A paragraph of the reviewer's own: a snippet with its slots filled, or empty. */
export function ownParagraph(draft: Draft, segments: Segment[]): Paragraph {
  const numbers = draft.paragraphs.map(({ id }) => Number(/^own (\d+)$/.exec(id)?.[1] ?? 0));
  return { id: `own ${Math.max(0, ...numbers) + 1}`, group: 'own', segments };
}

export function replaceParagraph(draft: Draft, changed: Paragraph): Draft {
  return { paragraphs: draft.paragraphs.map((old) => (old.id === changed.id ? changed : old)) };
}

export function removeParagraph(draft: Draft, id: string): Draft {
  return { paragraphs: draft.paragraphs.filter((paragraph) => paragraph.id !== id) };
}

/**
 * The draft brought to what was put together anew. Paragraphs the reviewer never touched are
 * replaced. In those that were edited, what is left out now goes, what came is added at the end,
 * and everything else stays as the reviewer left it, also where its source is gone: see `lostIn`.
 * The words of a decision go with it.
 *
 * `known` says of every source whether it still exists, with its text.
 */
export function updateDraft(
  draft: Draft,
  assembled: Draft,
  known: ReadonlyMap<string, string>,
): Draft {
  const before = new Map(draft.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const fresh = new Set(assembled.paragraphs.map(({ id }) => id));
  const updated = assembled.paragraphs.map((paragraph) => {
    const old = before.get(paragraph.id);
    return old?.assembled ? updateEdited(old, paragraph, known) : paragraph;
  });
  // What is the reviewer's own, and what was edited and has nothing to stand for it now.
  for (const [at, paragraph] of draft.paragraphs.entries()) {
    const isEdited = paragraph.assembled !== undefined && paragraph.group !== 'decision';
    const isKept = paragraph.group === 'own' || isEdited;
    if (fresh.has(paragraph.id) || !isKept) continue;
    const above = draft.paragraphs.slice(0, at).map(({ id }) => id);
    const place = updated.findLastIndex(({ id }) => above.includes(id));
    updated.splice(place + 1, 0, withoutLeftOut(paragraph, [], known));
  }
  return { paragraphs: updated };
}

/** The places of a paragraph's segments whose source is gone, or says something else now. */
export function lostIn(paragraph: Paragraph, known: ReadonlyMap<string, string>): Segment[] {
  return paragraph.segments.filter(
    ({ text, source }) => hasOrigin(source) && known.get(source.key) !== text.trim(),
  );
}

/** The sources of a draft put together with nothing left out. */
export function sourcesOf(draft: Draft): Map<string, string> {
  return new Map(
    draft.paragraphs.flatMap(({ segments }) =>
      segments
        .filter(({ source }) => hasOrigin(source))
        .map(({ text, source }) => [source.key, text.trim()] as const),
    ),
  );
}

function updateEdited(
  old: Paragraph,
  fresh: Paragraph,
  known: ReadonlyMap<string, string>,
): Paragraph {
  const kept = withoutLeftOut(old, fresh.segments, known);
  const before = new Set((old.assembled ?? []).map(({ source }) => source.key));
  const added = fresh.segments.filter(({ source }) => hasOrigin(source) && !before.has(source.key));
  const spaced = added.flatMap((segment) => [segmentOf('words', '', ' '), segment]);
  return { ...kept, segments: [...kept.segments, ...spaced], assembled: fresh.segments };
}

/** Without what the reviewer leaves out now. What the review does not hold any more stays. */
function withoutLeftOut(
  old: Paragraph,
  fresh: readonly Segment[],
  known: ReadonlyMap<string, string>,
): Paragraph {
  const now = new Set(fresh.map(({ source }) => source.key));
  const was = new Set((old.assembled ?? []).map(({ source }) => source.key));
  const isOut = ({ source }: Segment) =>
    hasOrigin(source) && was.has(source.key) && !now.has(source.key) && known.has(source.key);
  const segments = old.segments.map((segment) => ({ ...segment }));
  for (const [at, segment] of segments.entries()) {
    if (isOut(segment)) takeOut(segments, at);
  }
  return { ...old, segments: segments.filter((segment) => !isOut(segment)) };
}

/** Takes away what only led up to a segment that goes: "Against: … ." */
function takeOut(segments: Segment[], at: number): void {
  const before = segments[at - 1];
  const after = segments[at + 1];
  const label = sides.map(([, words]) => words).find((words) => before?.text.endsWith(words));
  if (!before || !after || label === undefined) return;
  const isLast = after.text.startsWith('.');
  if (isLast) before.text = before.text.slice(0, -label.length).trimEnd();
  after.text = isLast ? after.text.slice(1) : after.text.replace(/^;\s*/, '');
}

/** The longest first, so that words within a longer passage are not taken for another. */
function keepSources(candidates: readonly Segment[], text: string): Segment[] {
  const places: { start: number; end: number; segment: Segment }[] = [];
  const byLength = [...candidates].sort((a, b) => b.text.length - a.text.length);
  for (const segment of byLength) {
    const words = segment.text.trim();
    const { kind } = segment.source;
    if (words === '' || kind === 'words' || kind === 'own') continue;
    if (places.some(({ segment: other }) => other.source.key === segment.source.key)) continue;
    const start = freePlace(text, words, places);
    if (start === -1) continue;
    places.push({ start, end: start + words.length, segment: { ...segment, text: words } });
  }
  places.sort((a, b) => a.start - b.start);
  const kept: Segment[] = [];
  let at = 0;
  for (const { start, end, segment } of places) {
    if (start > at) kept.push(segmentOf('own', '', text.slice(at, start)));
    kept.push(segment);
    at = end;
  }
  if (at < text.length) kept.push(segmentOf('own', '', text.slice(at)));
  return kept;
}

function freePlace(
  text: string,
  words: string,
  taken: readonly { start: number; end: number }[],
): number {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (taken.every((place) => end <= place.start || place.end <= at)) return at;
  }
  return -1;
}
