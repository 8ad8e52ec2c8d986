import { liveQuery } from 'dexie';
import type { ZodError } from 'zod';
import { type Pack, pack as packSchema } from '../guidelines/pack.ts';
import { openLibrary } from './database.ts';

/** A pack the user brought. */
export interface OwnPack {
  id: string;
  /** ISO date and time. */
  added: string;
  pack: Pack;
}

/** A stored pack that no longer passes the schema: kept, shown, not used. */
export interface RefusedPack {
  id: string;
  problems: PackProblem[];
}

/** What is wrong with a pack, and where: `criteria[2].question`. */
export interface PackProblem {
  place: string;
  reason: string;
}

export type PackImport = { added: OwnPack } | { problems: PackProblem[] };

const shownProblems = 20;

/** Checks the JSON text of a pack and stores it. A pack of the same id is replaced. */
export async function importPack(
  text: string,
  added: string,
  reservedIds: ReadonlySet<string>,
): Promise<PackImport> {
  const checked = checkPack(text);
  if ('problems' in checked) return checked;
  const { pack } = checked;
  if (reservedIds.has(pack.id)) {
    return { problems: [{ place: 'id', reason: `"${pack.id}" is the id of a built-in pack` }] };
  }
  const library = await openLibrary();
  await library.packs.put({ id: pack.id, pack, added });
  return { added: { id: pack.id, added, pack } };
}

export async function removePack(id: string): Promise<void> {
  const library = await openLibrary();
  await library.packs.delete(id);
}

/** The user's own packs, checked on the way out. */
export async function readOwnPacks(): Promise<{ packs: OwnPack[]; refused: RefusedPack[] }> {
  const library = await openLibrary();
  const packs: OwnPack[] = [];
  const refused: RefusedPack[] = [];
  for (const row of await library.packs.toArray()) {
    const checked = packSchema.safeParse(row.pack);
    if (checked.success) packs.push({ id: row.id, added: row.added, pack: checked.data });
    else refused.push({ id: row.id, problems: problemsOf(checked.error) });
  }
  return { packs, refused };
}

/** Calls back with the user's own packs now and after every change, until the signal ends it. */
export function watchOwnPacks(
  signal: AbortSignal,
  onChange: (own: { packs: OwnPack[]; refused: RefusedPack[] }) => void,
  onError: (error: unknown) => void,
): void {
  const subscription = liveQuery(readOwnPacks).subscribe({ next: onChange, error: onError });
  signal.addEventListener('abort', () => subscription.unsubscribe());
}

function checkPack(text: string): { pack: Pack } | { problems: PackProblem[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      problems: [{ place: '', reason: error instanceof Error ? error.message : 'not JSON' }],
    };
  }
  const checked = packSchema.safeParse(json);
  return checked.success ? { pack: checked.data } : { problems: problemsOf(checked.error) };
}

function problemsOf(error: ZodError): PackProblem[] {
  return error.issues.slice(0, shownProblems).map((issue) => ({
    place: issue.path.reduce<string>(
      (path, step) =>
        typeof step === 'number'
          ? `${path}[${step}]`
          : path
            ? `${path}.${String(step)}`
            : String(step),
      '',
    ),
    reason: issue.message,
  }));
}
