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
  const rulebook = assembleRulebook(packs, drugs);
  rulebook.faults.unshift(...faults);
  rulebook.faults.push(...leaveOutUnreadablePhrases(packs, rulebook));
  rulebook.faults.push(...checkReferences(packs, rulebook));
  return rulebook;
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

function readLexicon({ file, content }: PackFile, faults: PackFault[]): Drugs {
  const parsed = drugLexicon.safeParse(content);
  // JSON knows no undefined, so an optional part that is there has a value.
  if (parsed.success) return parsed.data as Drugs;
  faults.push(...shapeFaults(file, parsed.error));
  return { drugs: [] };
}

function shapeFaults(file: string, error: z.ZodError): PackFault[] {
  return error.issues.map((issue) => ({
    code: 'pack-shape',
    file,
    path: pathInWords(issue.path),
    reason: inWords(issue),
    leftOut: 'pack',
  }));
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
