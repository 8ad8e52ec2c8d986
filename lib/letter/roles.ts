/**
 * Who may decide what. A reviewer who is no physician may approve or pass on; only a physician may
 * deny or modify (California Labor Code 4610(g)(3)(A), as commonly stated; whole text not seen).
 * An independent reviewer judges the decision that was made.
 */
export const decisionsOfRole = {
  nurse: ['approve', 'refer'],
  physician: ['approve', 'modify', 'deny', 'defer'],
  independent: ['uphold', 'overturn', 'partly'],
} as const;

export type Role = keyof typeof decisionsOfRole;

export type Decision = (typeof decisionsOfRole)[Role][number];

export const roles = Object.keys(decisionsOfRole) as Role[];

/** The decisions that are open to a role. */
export function decisionsOf(role: Role): readonly Decision[] {
  return decisionsOfRole[role];
}

/** A place the reviewer has to fill in; it is pointed out for as long as it stands in the draft. */
export const toFill = /\[[^\]]*to be filled in[^\]]*\]/g;

/** The sentence of a decision the reviewer chose on an item. */
export function decisionSentence(decision: Decision, item: string): string {
  return sentences[decision](item);
}

const sentences: Record<Decision, (item: string) => string> = {
  approve: (item) => `${item}: approved as requested.`,
  refer: (item) => `${item}: referred to a physician reviewer for the decision.`,
  modify: (item) => `${item}: modified. Approved is [what is approved, to be filled in].`,
  deny: (item) => `${item}: denied.`,
  defer: (item) => `${item}: the decision is deferred until [what is awaited, to be filled in].`,
  uphold: (item) => `${item}: the decision under review is upheld.`,
  overturn: (item) => `${item}: the decision under review is overturned.`,
  partly: (item) =>
    `${item}: the decision under review is upheld in part. Allowed is [what is allowed, to be filled in].`,
};
