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
 * The draft with every abbreviation of the list explained behind the part that uses it first, in
 * brackets, since the record's own words are not altered. What stands written out there already
 * is not explained.
 */
export function explainAbbreviations(draft: Draft, list: readonly Abbreviation[]): Draft {
  const known = new Map(list.map(({ short, long }) => [short, long]));
  const explained = new Set<string>();
  const explain = (paragraph: Paragraph): Paragraph => ({
    ...paragraph,
    segments: paragraph.segments.flatMap((segment) => {
      const explanation = explanationFor(segment, known, explained);
      return explanation === '' ? [segment] : [segment, said(` [${explanation}]`)];
    }),
  });
  return { paragraphs: draft.paragraphs.map(explain) };
}

function explanationFor(
  { text }: Segment,
  known: ReadonlyMap<string, string>,
  explained: Set<string>,
): string {
  const found: string[] = [];
  for (const [word] of text.matchAll(/(?<![\p{L}\d])[\p{L}][\p{L}\d&/-]*[\p{L}\d]/gu)) {
    const long = known.get(word);
    if (long === undefined || explained.has(word)) continue;
    explained.add(word);
    if (!text.toLowerCase().includes(long.toLowerCase())) found.push(`${word}: ${long}`);
  }
  return found.join('; ');
}
