import { z } from 'zod';
import type { Review } from '../review/review.ts';
import { type Abbreviation, explainAbbreviations } from './abbreviations.ts';
import { assembleDraft, type Choices, noChoices, wholeDraft } from './assemble.ts';
import { type Draft, draftSchema } from './draft.ts';
import { sourcesOf, updateDraft } from './edit.ts';
import type { RequestInEnglish } from './in-english.ts';
import { type Decision, decisionsOf, type Role, roles } from './roles.ts';

/** The reviewer's work on one request: what was chosen, and the draft as it stands. */
export interface Composition {
  choices: Choices;
  draft: Draft;
}

const decisions = roles.flatMap((role) => [...decisionsOf(role)]);

/** A composition as it is kept with its case, in memory only. */
export const compositionSchema: z.ZodType<Composition> = z.strictObject({
  choices: z.strictObject({
    decision: z.enum(decisions as [Decision, ...Decision[]]).nullable(),
    added: z.array(z.string()),
    leftOut: z.array(z.string()),
  }),
  draft: draftSchema,
});

/** What a draft is made of. */
export interface Material {
  review: Pick<Review, 'asOf' | 'documents'>;
  request: RequestInEnglish;
  abbreviations: readonly Abbreviation[];
  /** Null until the reviewer said it: then there is no decision to choose. */
  role: Role | null;
}

/**
 * The composition brought to the material and the choices: begun where there is none, else with
 * every edit kept. A decision that is not open to the role is not taken over.
 */
export function compose(
  before: Composition | null,
  material: Material,
  chosen: Choices = before?.choices ?? noChoices,
): Composition {
  const { review, request, abbreviations, role } = material;
  const open: readonly Decision[] = role === null ? [] : decisionsOf(role);
  const { decision } = chosen;
  const isOpen = decision !== null && open.includes(decision);
  const choices = isOpen ? chosen : { ...chosen, decision: null };
  const assembled = explainAbbreviations(assembleDraft(review, request, choices), abbreviations);
  if (before === null) return { choices, draft: assembled };
  const known = knownSources(material, choices.decision);
  return { choices, draft: updateDraft(before.draft, assembled, known) };
}

/** Every source there is now, with its text: what a segment is held against. */
export function knownSources(
  { review, request }: Material,
  decision: Decision | null,
): ReadonlyMap<string, string> {
  return sourcesOf(wholeDraft(review, request, decision));
}
