import { z } from 'zod';

/**
 * What a team shares: a snippet, a criteria pack or a portal profile, as an object of its kind. On
 * the server each is one document, `kind:id`.
 */
export const sharedKinds = ['snippet', 'pack', 'profile'] as const;

export type SharedKind = (typeof sharedKinds)[number];

/** Format of the bodies of each kind. Documents of a later format are left alone. */
export const bodyVersion = 1 as const;

/** Characters a document may have as JSON. The server's own limit is eight million bytes. */
export const longestDocument = 1_000_000;

/** The document that says which library a database holds. Only an administrator writes it. */
export const libraryDocument = 'library';

export const libraryRecord = z.looseObject({
  _id: z.literal(libraryDocument),
  identity: z.string().min(1),
  name: z.string(),
});

const content = z.looseObject({
  kind: z.enum(sharedKinds),
  version: z.int().positive().max(bodyVersion),
  body: z.record(z.string(), z.unknown()),
  /** Name of who wrote it, checked by the server. */
  updatedBy: z.string(),
  operation: z.string(),
});

/** One version of a document, as the server has it. */
export interface SharedVersion {
  rev: string;
  /** Null for a tombstone. */
  body: unknown;
  author: string | null;
  /** The write it came by, where known. */
  operation: string | null;
}

/** What a document holds; null for what is no shared object of a known format. */
export function readVersion(document: {
  _id: string;
  _rev: string;
  _deleted?: unknown;
  [field: string]: unknown;
}): SharedVersion | null {
  if (document._deleted === true) {
    const { updatedBy, operation } = document;
    return {
      rev: document._rev,
      body: null,
      author: typeof updatedBy === 'string' ? updatedBy : null,
      operation: typeof operation === 'string' ? operation : null,
    };
  }
  const read = content.safeParse(document);
  if (!read.success || kindOf(document._id)?.kind !== read.data.kind) return null;
  const { body, updatedBy, operation } = read.data;
  return { rev: document._rev, body, author: updatedBy, operation };
}

/** Kind and id of a document; null for one that is no shared object. */
export function kindOf(document: string): { kind: SharedKind; id: string } | null {
  const cut = document.indexOf(':');
  const kind = sharedKinds.find((name) => name === document.slice(0, cut));
  const id = document.slice(cut + 1);
  return kind === undefined || id === '' ? null : { kind, id };
}

/** How many writes a revision is after the first. */
export function generationOf(rev: string): number {
  return Number.parseInt(rev, 10);
}

/** Whether two bodies say the same, in whatever order their fields stand. */
export function sameBody(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}
