import { z } from 'zod';

/** What CouchDB answers, as far as it is used. Unknown fields are dropped. */

/** A string in CouchDB, opaque; a number in what stands in for it in tests. */
const sequence = z.union([z.string(), z.number()]).transform(String);

export const databaseInfo = z.object({
  update_seq: sequence,
  instance_start_time: z.union([z.string(), z.number()]).transform(String),
});

export const anyDocument = z.looseObject({ _id: z.string(), _rev: z.string() });

export type AnyDocument = z.infer<typeof anyDocument>;

export const changesPage = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      deleted: z.boolean().optional(),
      changes: z.array(z.object({ rev: z.string() })).min(1),
      doc: anyDocument.nullish(),
    }),
  ),
  last_seq: sequence,
  pending: z.int().nonnegative().optional(),
});

export type ChangesPage = z.infer<typeof changesPage>;

export const bulkRows = z.array(
  z.object({
    id: z.string(),
    ok: z.boolean().optional(),
    rev: z.string().optional(),
    accepted: z.boolean().optional(),
    error: z.string().optional(),
    reason: z.string().optional(),
  }),
);

export type BulkRow = z.infer<typeof bulkRows>[number];

export const allDocuments = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      id: z.string().optional(),
      value: z.object({ rev: z.string(), deleted: z.boolean().optional() }).nullish(),
      doc: anyDocument.nullish(),
      error: z.string().optional(),
    }),
  ),
});

export type KnownDocument = z.infer<typeof allDocuments>['rows'][number];

export const session = z.object({
  userCtx: z.object({ name: z.string().nullable(), roles: z.array(z.string()) }),
});

export const missingRevisions = z.record(z.string(), z.object({ missing: z.array(z.string()) }));

export const failure = z.object({ error: z.string().optional(), reason: z.string().optional() });
