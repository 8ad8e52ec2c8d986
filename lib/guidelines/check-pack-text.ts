import type { Said } from '../saying/said.ts';
import { lineOf, placeOf } from './json-places.ts';
import { JsonTextError, readJsonText, type TextSpan } from './json-text.ts';
import { joinPacks, readPack } from './load-packs.ts';
import type { Pack } from './pack.ts';
import type { Drugs, NamedPack, PackFault, Rulebook } from './rulebook.ts';

/** What is wrong with a pack that is being written, at its place in the text. */
export interface PlacedFault extends TextSpan {
  /** From one. */
  line: number;
  /** Where in the pack: `criteria[3].supports[0].find`; empty for the text itself. */
  path: string;
  reason: Said;
  code: PackFault['code'];
  /** Whether the pack cannot be used at all, or goes on without one entry. */
  leftOut: PackFault['leftOut'];
}

export interface PackTextCheck {
  faults: PlacedFault[];
  /** Null where the pack as a whole cannot be used. */
  usable: { pack: Pack; rulebook: Rulebook } | null;
}

/** Checks the text of a pack beside the packs it will be used with. */
export function checkPackText(
  file: string,
  text: string,
  others: readonly NamedPack[],
  drugs: Drugs,
): PackTextCheck {
  let root: ReturnType<typeof readJsonText>;
  try {
    root = readJsonText(text);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    const { start, end, reason } = error;
    const line = lineOf(text, start);
    const fault = { code: 'pack-not-json', path: '', reason, leftOut: 'pack' } as const;
    return { faults: [{ ...fault, start, end, line }], usable: null };
  }
  const shape: PackFault[] = [];
  const named = readPack({ file, content: JSON.parse(text) }, shape);
  const rulebook = named && joinPacks([...others, named], drugs);
  const faults = rulebook ? rulebook.faults.filter((fault) => fault.file === file) : shape;
  const placed = faults.map(({ code, path, reason, leftOut }): PlacedFault => {
    const span = placeOf(root, path);
    return { code, path, reason, leftOut, ...span, line: lineOf(text, span.start) };
  });
  placed.sort((a, b) => a.start - b.start);
  const isUsable = placed.every(({ leftOut }) => leftOut === 'entry');
  return {
    faults: placed,
    usable: named && rulebook && isUsable ? { pack: named.pack, rulebook } : null,
  };
}
