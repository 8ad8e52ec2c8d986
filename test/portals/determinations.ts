import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the real determinations lie: beside the checkout, or where CASEGLASS_SHARED says. */
const SHARED = process.env.CASEGLASS_SHARED ?? join(import.meta.dirname, '../../../shared');

/** A published determination as the demo portal shows it: one document, its text as published. */
export interface DeterminationCase {
  id: string;
  claim: string;
  title: string;
  status: string;
  determination: string;
}

/** The published text of a determination, or undefined when it is not at hand. */
export function determinationText(number: '000' | '004'): string | undefined {
  const file = join(SHARED, `cases/determination-${number}.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The two real determinations as cases; none when they are not at hand. */
export function determinations(): DeterminationCase[] {
  return (['000', '004'] as const).flatMap((number) => {
    const text = determinationText(number);
    if (!text) return [];
    return {
      id: `IMR-${number}`,
      claim: `IMR-2015-${number}`,
      title: 'Independent medical review, published determination',
      status: 'Decided',
      determination: text,
    };
  });
}
