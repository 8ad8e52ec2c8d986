import type { CaseFacts, FactSource } from './facts.ts';
import { type FactName, readSlots, type SlotFormat, slotFormats } from './slots.ts';
import type { Snippet } from './snippet.ts';

/** A piece of a filled snippet. What a case filled in carries where it stands in the record. */
export type FilledPart =
  | { kind: 'words'; text: string }
  | {
      kind: 'filled';
      text: string;
      fact: FactName;
      format: SlotFormat | null;
      source: FactSource;
    }
  /** No value with a source: the fallback stands there, and the reader is told. */
  | { kind: 'fallback'; text: string; fact: FactName };

/**
 * A snippet filled from a case. An object and no string, so that no library takes it for a text:
 * it holds words of the record.
 */
export interface FilledSnippet {
  parts: FilledPart[];
}

/** Fills the slots of a snippet. A slot without a sourced value shows its fallback. */
export function fillSnippet({ text }: Pick<Snippet, 'text'>, facts: CaseFacts): FilledSnippet {
  const read = readSlots(text);
  if ('fault' in read) return { parts: [{ kind: 'words', text }] };
  const parts = read.parts.map((part): FilledPart => {
    if (part.kind === 'words') return part;
    const { fact, format, fallback } = part.slot;
    const known = facts.get(fact);
    if (known === undefined) return { kind: 'fallback', fact, text: fallback ?? `[${fact}]` };
    const { value, source } = known;
    return { kind: 'filled', fact, format, text: written(value, format), source };
  });
  return { parts };
}

/**
 * Every value the slots of a snippet could be filled with now, by fact and format: what was filled
 * in earlier is held against it.
 */
export function fillings(
  facts: CaseFacts,
): { fact: FactName; format: SlotFormat | null; text: string }[] {
  return [...facts].flatMap(([fact, { value }]) =>
    [null, ...slotFormats].map((format) => ({ fact, format, text: written(value, format) })),
  );
}

/** The text as it goes into a letter. */
export function filledText({ parts }: FilledSnippet): string {
  return parts.map(({ text }) => text).join('');
}

function written(value: string, format: SlotFormat | null): string {
  switch (format) {
    case 'lower':
      return value.toLowerCase();
    case 'upper':
      return value.toUpperCase();
    case 'sentence':
      return value.charAt(0).toUpperCase() + value.slice(1);
    case 'quote':
      return `“${value.replace(/\s+/g, ' ').trim()}”`;
    case 'us':
      return usDate(value);
    default:
      return value;
  }
}

/** 2015-08-12 as 08/12/2015; what is no full date stays as it is. */
function usDate(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? [];
  return day === undefined ? value : `${month}/${day}/${year}`;
}
