import { z } from 'zod';
import { readShape } from '../saying/read-shape.ts';
import { type Said, says } from '../saying/said.ts';
import { readSlots } from './slots.ts';

/**
 * A snippet: a text of our own words or the team's, with the standard it cites and the dates that
 * standard was in force. Strict: a field that is not here, a passage or a quote of a case among
 * them, is refused.
 */

const isoDate = z.iso.date();
const line = (longest: number) => z.string().trim().min(1).max(longest);

export const snippetId = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_.:][a-z0-9]+)*$/, says('reason_form_snippet'))
  .max(120);

const criterionId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, says('reason_form_criterion'));
const treatmentId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, says('reason_form_hyphens'));

export const snippetStatuses = ['draft', 'approved', 'retired'] as const;

export type SnippetStatus = (typeof snippetStatuses)[number];

const status = z.enum(snippetStatuses);

export const snippetText = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .superRefine((text, context) => {
    const read = readSlots(text);
    if ('fault' in read) {
      const { name: message, about } = read.fault;
      context.addIssue({ code: 'custom', message, params: { about } });
    }
  });

/** Where the standard stands that the snippet cites. */
export const snippetCitation = z.strictObject({
  /** Id of the guideline pack. */
  pack: z.string().min(1),
  guideline: line(300),
  edition: line(100),
  section: line(300),
  page: line(100).optional(),
});

/** By the date of request or of service: from, to inclusive. */
export const snippetDates = z
  .strictObject({ by: z.enum(['request', 'service']), from: isoDate, to: isoDate.optional() })
  .refine(({ from, to }) => to === undefined || from <= to, {
    message: says('reason_ends_before'),
    path: ['to'],
  });

/** An earlier wording, as the history keeps it. */
export const snippetVersion = z.strictObject({
  version: z.int().positive(),
  title: line(200),
  text: z.string().min(1),
  status,
  author: line(200),
  /** ISO date and time. */
  changed: z.iso.datetime(),
  changeNote: z.string().max(1_000),
});

export const snippet = z
  .strictObject({
    id: snippetId,
    title: line(200),
    text: snippetText,
    criteria: z.array(criterionId),
    treatments: z.array(treatmentId),
    citation: snippetCitation.optional(),
    inForce: snippetDates.optional(),
    jurisdiction: line(100),
    tags: z.array(line(60)),
    status,
    version: z.int().positive(),
    author: line(200),
    /** ISO date and time. */
    changed: z.iso.datetime(),
    changeNote: z.string().max(1_000),
    history: z.array(snippetVersion),
    confidence: z.enum(['seen', 'to-be-verified']),
    sources: z.array(z.strictObject({ title: line(500), url: z.url().optional() })),
  })
  .refine(({ citation, inForce }) => citation === undefined || inForce !== undefined, {
    message: says('reason_cited_without_dates'),
    path: ['inForce'],
  })
  .refine(({ citation, sources }) => citation === undefined || sources.length > 0, {
    message: says('reason_cited_without_source'),
    path: ['sources'],
  });

export type Snippet = z.infer<typeof snippet>;
export type SnippetCitation = z.infer<typeof snippetCitation>;
export type SnippetVersion = z.infer<typeof snippetVersion>;

/** What is wrong with a snippet: the field, dotted, and the reason. */
export interface SnippetFault {
  field: string;
  reason: Said;
}

/** Checks a snippet of whatever origin. */
export function readSnippet(
  value: unknown,
): { snippet: Snippet; faults: [] } | { snippet: null; faults: SnippetFault[] } {
  const read = readShape(snippet, value);
  if (read.value) return { snippet: read.value, faults: [] };
  const faults = read.faults.map(({ path, reason }) => ({ field: path.join('.'), reason }));
  return { snippet: null, faults };
}

/** Fields a writer changes; the rest follows. */
export type SnippetContent = Pick<
  Snippet,
  | 'title'
  | 'text'
  | 'criteria'
  | 'treatments'
  | 'citation'
  | 'inForce'
  | 'jurisdiction'
  | 'tags'
  | 'status'
  | 'confidence'
  | 'sources'
>;

/** A first version. */
export function newSnippet(
  id: string,
  content: SnippetContent,
  author: string,
  changed: string,
): Snippet {
  return { ...content, id, version: 1, author, changed, changeNote: '', history: [] };
}

/** The next version, with the one before in its history. */
export function nextVersion(
  before: Snippet,
  content: SnippetContent,
  { author, changed, changeNote }: { author: string; changed: string; changeNote: string },
): Snippet {
  const { version, title, text, status: was } = before;
  const earlier: SnippetVersion = {
    version,
    title,
    text,
    status: was,
    author: before.author,
    changed: before.changed,
    changeNote: before.changeNote,
  };
  return {
    ...content,
    id: before.id,
    version: version + 1,
    author,
    changed,
    changeNote,
    history: [...before.history, earlier],
  };
}
