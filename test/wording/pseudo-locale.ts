interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}

/** Stand at the ends of every message, so that a text without them is no message. */
export const OPENS = '⟦';
export const CLOSES = '⟧';

const accents: Record<string, string> = {
  ...{ a: 'á', e: 'ë', i: 'ï', o: 'ô', u: 'ü', y: 'ÿ', c: 'ç', n: 'ñ', s: 'š', z: 'ž' },
  ...{ A: 'Å', E: 'É', I: 'Î', O: 'Ø', U: 'Û', C: 'Ç', N: 'Ñ', S: 'Š' },
};

/**
 * A language of no country: English in brackets, accented, and longer by about two fifths as
 * translations are. What is not bracketed on a screen was not translated; what does not fit there
 * does not fit in other languages.
 */
export function pseudoMessages(messages: Record<string, Message>): Record<string, Message> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      key === 'locale' ? message : { ...message, message: pseudo(message.message) },
    ]),
  );
}

function pseudo(text: string): string {
  const parts = text.split(/(\$\w+\$)/);
  const changed = parts.map((part, at) => (at % 2 === 1 ? part : lengthened(part)));
  return `${OPENS}${changed.join('')}${CLOSES}`;
}

/** Accented, with vowels doubled within words of four letters and more. */
function lengthened(text: string): string {
  return text
    .replace(/\p{L}{4,}/gu, (word) => word.replace(/[aeiou]/g, '$&$&'))
    .replace(/[A-Za-z]/g, (letter) => accents[letter] ?? letter);
}
