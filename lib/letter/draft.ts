import { z } from 'zod';

/**
 * The draft of a rationale: paragraphs of segments, each with where it comes from. What the
 * reviewer writes is a segment too, of source `own`, so that edits keep the sources of all they
 * leave alone.
 */

export const sourceKinds = [
  /** The request as the record words it. */
  'request',
  /** What the review found on a criterion. */
  'finding',
  /** Words of the record. */
  'passage',
  /** What was searched for an absence, and where. */
  'absence',
  /** A computed value with its working. */
  'computed',
  /** What a guideline edition says, with where it says it. */
  'citation',
  /** A judgement of the reviewer's own. */
  'judgement',
  /** A citation snippet from a library. */
  'snippet',
  /** A value of the case that fills a slot of a snippet. */
  'fact',
  /** The decision the reviewer chose. */
  'decision',
  /** What connects the others. */
  'words',
  /** Written by the reviewer. */
  'own',
] as const;

export type SourceKind = (typeof sourceKinds)[number];

const segment = z.strictObject({
  text: z.string(),
  source: z.strictObject({
    kind: z.enum(sourceKinds),
    /** Names what it was made from; the same key stands for the same thing in the next review. */
    key: z.string(),
  }),
});

export const paragraphGroups = [
  'request',
  'record',
  'absence',
  'guideline',
  'judgement',
  'own',
  'decision',
] as const;

const paragraph = z.strictObject({
  id: z.string(),
  group: z.enum(paragraphGroups),
  segments: z.array(segment),
  /** As it was last put together; present from the first edit on. */
  assembled: z.array(segment).optional(),
});

/** A draft as it is kept with its case, in memory only. */
export const draftSchema = z.strictObject({ paragraphs: z.array(paragraph) });

export type Segment = z.infer<typeof segment>;
export type Source = Segment['source'];
export type ParagraphGroup = (typeof paragraphGroups)[number];
export type Paragraph = z.infer<typeof paragraph>;
export type Draft = z.infer<typeof draftSchema>;

/** A segment of the draft. */
export function segmentOf(kind: SourceKind, key: string, text: string): Segment {
  return { text, source: { kind, key } };
}

/** Words that connect, which have no source. */
export function said(text: string): Segment {
  return segmentOf('words', '', text);
}

/** The text of a paragraph. */
export function textOf({ segments }: Pick<Paragraph, 'segments'>): string {
  return segments.map(({ text }) => text).join('');
}

/** Whether a source stands for something that can be found again, or gone. */
export function hasOrigin({ kind }: Source): boolean {
  return kind !== 'words' && kind !== 'own' && kind !== 'snippet';
}

/** Words of a text, as word processors count them. */
export function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
