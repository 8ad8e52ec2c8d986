import { z } from 'zod';
import { readShape, type ShapeFault } from '../saying/read-shape.ts';
import { say } from '../saying/said.ts';
import { leaveOutUnreadablePhrases } from './check-phrases.ts';
import { checkReferences } from './check-references.ts';
import { drugLexicon } from './drug-lexicon.ts';
import { alike, concept, type Pack, pack } from './pack.ts';
import {
  asPack,
  assembleRulebook,
  type Drugs,
  type NamedPack,
  type PackFault,
  type Rulebook,
  type WordList,
} from './rulebook.ts';

/** Parsed JSON with the name of its file. */
export interface PackFile {
  file: string;
  content: unknown;
  /** It is as it was when nothing was found wrong with it: its shape is not checked again. */
  checked?: boolean;
}

/** A file of concepts only, which any pack may use. */
const wordList = z.strictObject({
  $schema: z.string().optional(),
  version: z.number(),
  concepts: z.array(concept),
  alike: alike.optional(),
});

/**
 * Checks packs and merges them into one rulebook. A file whose shape is wrong is refused with the
 * place and the reason; an entry that names something unknown is left out; the others go on. What was
 * checked before is only merged, which takes a thirtieth of the time.
 */
export function loadPacks(files: readonly PackFile[], lexicon: PackFile): Rulebook {
  const faults: PackFault[] = [];
  const packs = files.flatMap((file) => readPack(file, faults) ?? []);
  const drugs = readLexicon(lexicon, faults);
  if ([...files, lexicon].every(({ checked }) => checked)) return assembleRulebook(packs, drugs);
  const rulebook = joinPacks(packs, drugs);
  rulebook.faults.unshift(...faults);
  return rulebook;
}

/** Merges packs whose shape is right, and finds what does not fit together. */
export function joinPacks(read: readonly NamedPack[], drugs: Drugs): Rulebook {
  const packs = withoutReplaced(read);
  const rulebook = assembleRulebook(packs, drugs);
  rulebook.faults.push(...replacingNothing(read));
  rulebook.faults.push(...leaveOutUnreadablePhrases(packs, rulebook));
  rulebook.faults.push(...checkReferences(packs, rulebook));
  return rulebook;
}

/** A pack steps back where another one takes its place. */
function withoutReplaced(packs: readonly NamedPack[]): NamedPack[] {
  return packs.filter(
    ({ pack: { id } }) => !packs.some(({ pack }) => pack.replaces === id && pack.id !== id),
  );
}

function replacingNothing(packs: readonly NamedPack[]): PackFault[] {
  const ids = new Set(packs.map(({ pack }) => pack.id));
  return packs.flatMap(({ file, pack: { replaces } }) =>
    replaces === undefined || ids.has(replaces)
      ? []
      : {
          code: 'pack-unknown-reference' as const,
          file,
          path: 'replaces',
          reason: say('reason_no_pack', replaces),
          leftOut: 'entry' as const,
        },
  );
}

/** One pack whose shape is right; otherwise undefined, and the faults say where and why. */
export function readPack(
  { file, content, checked }: PackFile,
  faults: PackFault[],
): NamedPack | undefined {
  if (checked) return { file, pack: asPack(file, content as Pack | WordList) };
  const isWordList = typeof content === 'object' && content !== null && !('id' in content);
  if (isWordList) {
    const list = readShape(wordList, content);
    if (list.value) return { file, pack: asPack(file, list.value as WordList) };
    faults.push(...placed(file, list.faults));
    return undefined;
  }
  const read = readShape(pack, content);
  if (read.value) return { file, pack: read.value };
  faults.push(...placed(file, read.faults));
  return undefined;
}

/** The drugs of the lexicon; none where its shape is wrong. */
export function readLexicon({ file, content, checked }: PackFile, faults: PackFault[]): Drugs {
  if (checked) return content as Drugs;
  const read = readShape(drugLexicon, content);
  // JSON knows no undefined, so an optional part that is there has a value.
  if (read.value) return read.value as Drugs;
  faults.push(...placed(file, read.faults));
  return { drugs: [] };
}

function placed(file: string, faults: readonly ShapeFault[]): PackFault[] {
  return faults.map(({ path, reason }) => ({
    code: 'pack-shape',
    file,
    path: pathInWords(path),
    reason,
    leftOut: 'pack',
  }));
}

/** `criteria[3].supports[0].find`. */
function pathInWords(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
