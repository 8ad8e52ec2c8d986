import type { DrugEntry, DrugLexicon } from '../../lib/language/drug.ts';
import { createReader } from '../../lib/language/reader.ts';
import lexicon from '../../public/packs/drugs.json' with { type: 'json' };

export const { drugs } = lexicon as DrugLexicon;
export const drugsById: ReadonlyMap<string, DrugEntry> = new Map(
  drugs.map((drug) => [drug.id, drug]),
);

/** A reader that knows all drugs and no other concept. */
export const drugReader = createReader({ concepts: [], drugs });
