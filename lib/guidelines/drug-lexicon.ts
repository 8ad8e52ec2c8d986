import { z } from 'zod';
import { says } from '../saying/said.ts';
import { confidence } from './pack.ts';

/** The shape of `public/packs/drugs.json`, as `lib/language/drug.ts` describes it. */

const mmeFactor = z.strictObject({
  factor: z.number(),
  per: z.enum(['mg/day', 'mcg/h']),
  table: z.string(),
  confidence,
  above: z.number().optional(),
});

const drugLimit = z.strictObject({
  kind: z.enum(['daily-dose', 'duration-days', 'check']),
  amount: z.number().optional(),
  unit: z.string().optional(),
  text: z.string().min(1),
  source: z.string().min(1),
  confidence,
});

const drugEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, says('reason_form_hyphens')),
  generic: z.string().min(1),
  brands: z.array(z.string()),
  classes: z.array(z.string()).min(1),
  substances: z.array(z.string()).min(1),
  spellings: z.array(z.string()).optional(),
  slips: z.record(z.string(), z.string()).optional(),
  except: z.array(z.string()).optional(),
  numbered: z.record(z.string(), z.number()).optional(),
  release: z.enum(['immediate', 'extended']).optional(),
  route: z
    .enum(['oral', 'transdermal', 'topical', 'injection', 'nasal', 'buccal', 'intrathecal'])
    .optional(),
  mme: z.array(mmeFactor).optional(),
  opioidPerUnit: z.number().optional(),
  noMme: z.string().optional(),
  strengths: z.array(z.number()).optional(),
  limits: z.array(drugLimit).optional(),
});

export const drugLexicon = z.strictObject({
  version: z.number(),
  tables: z.array(
    z.strictObject({ id: z.string(), title: z.string(), confidence, note: z.string() }),
  ),
  classes: z.array(z.strictObject({ id: z.string(), name: z.string() })).optional(),
  drugs: z.array(drugEntry),
});
