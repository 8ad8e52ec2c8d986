import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CASES = join(import.meta.dirname, '..', 'cases', 'language');
const SHARED =
  process.env.CASEGLASS_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared');

/** The lines of a file of gold sentences. */
export function goldLines<T>(name: string): T[] {
  return readFileSync(join(CASES, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The path of a file of the shared test data; undefined where that is absent. */
export function sharedFile(...parts: string[]): string | undefined {
  const path = join(SHARED, ...parts);
  return existsSync(path) ? path : undefined;
}
