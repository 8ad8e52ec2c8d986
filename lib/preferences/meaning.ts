/** What a marked passage means for a criterion. The same five words name marks, colours and lines. */
export const meanings = ['supports', 'opposes', 'ambiguous', 'missing', 'request'] as const;

export type Meaning = (typeof meanings)[number];
