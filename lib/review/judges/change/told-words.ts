import type { IndexedDocument } from '../../evidence/case-index.ts';
import type { Span } from '../../evidence/scopes.ts';

/** Words that tell something, and what they name: a stretch of a document, or several put together. */
export interface Told {
  words: string;
  /** The first mention of a concept that lies wholly within two offsets in the words, by default in all of them. */
  first(concept: string, within?: Span): Span | undefined;
  /** All of them, in their order. */
  all(concept: string, within?: Span): Span[];
}

/** What a stretch of a document tells. */
export function toldIn({ reading, mentions }: IndexedDocument, { start, end }: Span): Told {
  return told(reading.text.slice(start, end), (concept, within) => {
    const to = within ? Math.min(end, start + within.end) : end;
    const found = mentions.of(concept, start + (within?.start ?? 0), to);
    return found.map((one) => ({ start: one.start - start, end: one.end - start }));
  });
}

/** Stretches one after the other, with words between them that name nothing. */
export function joined(parts: readonly (Told | string)[]): Told {
  let length = 0;
  const placed = parts.map((part) => {
    const words = typeof part === 'string' ? part : part.words;
    const at = length;
    length += words.length;
    return { part, words, at };
  });
  const whole = placed.map(({ words }) => words).join('');
  return told(whole, (concept, within = { start: 0, end: length }) =>
    placed.flatMap(({ part, words, at }) => {
      const end = Math.min(words.length, within.end - at);
      if (typeof part === 'string' || end <= 0) return [];
      const found = part.all(concept, { start: Math.max(0, within.start - at), end });
      return found.map((one) => ({ start: at + one.start, end: at + one.end }));
    }),
  );
}

function told(words: string, all: Told['all']): Told {
  return { words, all, first: (concept, within) => all(concept, within)[0] };
}
