import { z } from 'zod';
import { leaveOutUnreadablePhrases } from './check-phrases.ts';
import { checkReferences } from './check-references.ts';
import { drugLexicon } from './drug-lexicon.ts';
import { concept, pack } from './pack.ts';
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
}

/** A file of concepts only, which any pack may use. */
const wordList = z.strictObject({
  $schema: z.string().optional(),
  version: z.number(),
  concepts: z.array(concept),
});

/**
 * Checks packs and merges them into one rulebook. A file whose shape is wrong is refused with the
 * place and the reason; an entry that names something unknown is left out; the others go on.
 */
export function loadPacks(files: readonly PackFile[], lexicon: PackFile): Rulebook {
  const faults: PackFault[] = [];
  const packs = files.flatMap((file) => readPack(file, faults) ?? []);
  const drugs = readLexicon(lexicon, faults);
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
          reason: `There is no pack "${replaces}".`,
          leftOut: 'entry' as const,
        },
  );
}

/** One pack whose shape is right; otherwise undefined, and the faults say where and why. */
export function readPack({ file, content }: PackFile, faults: PackFault[]): NamedPack | undefined {
  const isWordList = typeof content === 'object' && content !== null && !('id' in content);
  if (isWordList) {
    const list = wordList.safeParse(content);
    if (list.success) return { file, pack: asPack(file, list.data as WordList) };
    faults.push(...shapeFaults(file, list.error));
    return undefined;
  }
  const parsed = pack.safeParse(content);
  if (parsed.success) return { file, pack: parsed.data };
  faults.push(...shapeFaults(file, parsed.error));
  return undefined;
}

/** The drugs of the lexicon; none where its shape is wrong. */
export function readLexicon({ file, content }: PackFile, faults: PackFault[]): Drugs {
  const parsed = drugLexicon.safeParse(content);
  // JSON knows no undefined, so an optional part that is there has a value.
  if (parsed.success) return parsed.data as Drugs;
  faults.push(...shapeFaults(file, parsed.error));
  return { drugs: [] };
}

function shapeFaults(file: string, error: z.ZodError): PackFault[] {
  return error.issues.flatMap(closest).map((issue) => ({
    code: 'pack-shape',
    file,
    path: pathInWords(issue.path),
    reason: inWords(issue),
    leftOut: 'pack',
  }));
}

/**
 * What to say of an issue: where several forms are allowed, what is wrong with the one that was
 * most likely meant, the one that was followed furthest; of unknown names, each at its own place.
 */
function closest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
  }
  if (issue.code !== 'invalid_union') return [issue];
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(
      0,
      ...issues.map(({ path, code }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)),
    );
  const meant = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
  if (meant === undefined || depth(meant) === 0) return [issue];
  return meant.flatMap((inner) => closest({ ...inner, path: [...issue.path, ...inner.path] }));
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named values',
  record: 'a group of named values',
};

/** One plain sentence on what is wrong with the shape. */
function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // Zod gives no input for what is missing
      return issue.message.endsWith('undefined')
        ? `This is missing: ${KINDS[issue.expected] ?? issue.expected} is expected.`
        : `Here ${KINDS[issue.expected] ?? issue.expected} is expected.`;
    case 'unrecognized_keys':
      return `Unknown: ${issue.keys.map((key) => `"${key}"`).join(', ')}.`;
    case 'invalid_value':
      return `Allowed here: ${issue.values.map((value) => `"${String(value)}"`).join(', ')}.`;
    case 'invalid_union':
      return 'This has none of the forms that are allowed here.';
    case 'too_small':
      return issue.minimum === 1 && issue.origin !== 'number'
        ? 'This may not be empty.'
        : `At least ${issue.minimum} is expected here.`;
    case 'invalid_format':
      // a pattern of ours has words of its own
      return issue.format === 'regex'
        ? `Expected: ${issue.message}.`
        : `This is no ${issue.format}.`;
    default:
      return `${issue.message}.`;
  }
}

/** `criteria[3].supports[0].find`. */
function pathInWords(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}
