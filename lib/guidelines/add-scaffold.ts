import { insertEntry } from './insert-entry.ts';
import type { Pack } from './pack.ts';
import { type GoldCase, scaffoldCriterion, scaffoldTreatment } from './scaffold.ts';

/**
 * Adds a scaffolded treatment or criterion to the text of a pack. Throws a ReasonError where
 * that cannot be.
 */
export function addScaffold(
  kind: 'treatment' | 'criterion',
  id: string,
  text: string,
  pack: Pack,
  today: string,
): { text: string; goldCase: GoldCase; isCited: boolean } {
  const { additions, goldCase } =
    kind === 'treatment' ? scaffoldTreatment(id, pack, today) : scaffoldCriterion(id, pack, today);
  return {
    text: additions.reduce((now, { list, entry }) => insertEntry(now, list, entry), text),
    goldCase,
    isCited: additions.some(({ list }) => list === 'standards'),
  };
}
