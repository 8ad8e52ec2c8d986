import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { pack } from '../guidelines/pack.ts';
import { PACKS } from './shipped-packs.ts';

/** The JSON Schema that editors check packs with, made from the schema the extension uses. */
export function packSchema(): string {
  const schema = z.toJSONSchema(pack, { io: 'input', reused: 'ref' });
  return `${JSON.stringify({ title: 'Caseglass criteria pack', ...schema }, null, 2)}\n`;
}

if (import.meta.main) writeFileSync(new URL('pack.schema.json', PACKS), packSchema());
