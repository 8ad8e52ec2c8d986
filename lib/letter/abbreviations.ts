import { z } from 'zod';
import { type Draft, type Paragraph, type Segment, said } from './draft.ts';

/** Abbreviations with what they stand for: data, in `public/letter/abbreviations.json`. */
export const abbreviationList = z.strictObject({
  abbreviations: z
    .array(
      z.strictObject({
        short: z.string().regex(/^[A-Za-z][A-Za-z0-9&/-]{1,11}$/, 'letters and digits, no spaces'),
        long: z.string().trim().min(3).max(120),
      }),
    )
    .refine((list) => new Set(list.map(({ short }) => short)).size === list.length, {
      message: 'an abbreviation stands twice',
    }),
});

export type Abbreviation = z.infer<typeof abbreviationList>['abbreviations'][number];

/**
 * The draft with every abbreviation of the list explained where it is used first: behind the word in
 * connecting words, in brackets behind everything that has a source, since the record's own words
 * are not altered. What stands written out beside it already is not explained.
 */
export function explainAbbreviations(draft: Draft, list: readonly Abbreviation[]): Draft {
  const known = new Map(list.map(({ short, long }) => [short, long]));
  const explained = new Set<string>();
  const explain = (paragraph: Paragraph): Paragraph => ({
    ...paragraph,
    segments: paragraph.segments.flatMap((segment): Segment[] => {
      const found = newIn(segment.text, known, explained);
      if (found.length === 0) return [segment];
      if (segment.source.kind === 'words') return [said(inlineIn(segment.text, found))];
      const words = found.map(({ short, long }) => `${short}: ${long}`).join('; ');
      return [segment, said(` [${words}]`)];
    }),
  });
  return { paragraphs: draft.paragraphs.map(explain) };
}

function newIn(
  text: string,
  known: ReadonlyMap<string, string>,
  explained: Set<string>,
): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const [short] of text.matchAll(word)) {
    const long = known.get(short);
    if (long === undefined || explained.has(short)) continue;
    explained.add(short);
    if (!text.toLowerCase().includes(long.toLowerCase())) found.push({ short, long });
  }
  return found;
}

function inlineIn(text: string, found: readonly Abbreviation[]): string {
  const longs = new Map(found.map(({ short, long }) => [short, long]));
  return text.replace(word, (short) => {
    const long = longs.get(short);
    longs.delete(short);
    return long === undefined ? short : `${short} (${long})`;
  });
}

const word = /(?<![\p{L}\d])[\p{L}][\p{L}\d&/-]*[\p{L}\d]/gu;
