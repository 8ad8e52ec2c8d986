import type { Pack } from './pack.ts';

/**
 * An own copy of a pack, to be changed: it takes the place of the pack, since two cannot define the
 * same criteria.
 */
export function copyOfShipped(pack: Pack): Pack {
  const { $schema: _, id, title, version, jurisdiction, licence, ...parts } = pack;
  return { id: `own-${id}`, title, version, jurisdiction, licence, replaces: id, ...parts };
}
