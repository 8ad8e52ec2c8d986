import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import wordsInPatterns from './words-in-patterns.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

const filesUnder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`);

/** Files that make what a user sees, by their folders. */
const files = ['components', 'entrypoints', 'lib/marking'].flatMap(filesUnder);

/** Files that say why something cannot be used that a user wrote or brought. */
const checkingFiles = [
  ...['lib/saying', 'lib/guidelines', 'lib/snippets', 'lib/library', 'lib/portals'],
  ...['lib/bench', 'lib/preferences', 'lib/messaging', 'lib/wording'],
].flatMap(filesUnder);

/** Files with English that is no word of the interface, and why. */
const otherEnglish = [
  // first drafts of a pack, in the language of the records it reads, to be replaced by its writer
  'lib/guidelines/scaffold.ts',
  // lists of words that are looked for in texts
  'lib/library/identifiers/',
  // what a CouchDB tells whoever writes to it, and what is noted of its answers; the interface says
  // a sentence of its own by the kind
  'lib/library/sync/',
];

/** The product, keys as they are printed on a keyboard, and the names of units and file kinds. */
const OF_NO_LANGUAGE = /^(?:Caseglass|Enter|Esc|Ctrl|Alt|Shift|px|docx|https?:\/\/\S*)$/;

/** Code without comments, template texts of styles left in place. */
const codeOf = (file: string) =>
  readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/(^|\s)\/\/.*$/gm, ' ');

/** Names of messages are none: `criteria_lead`. */
const isWords = (text: string) =>
  /\p{L}{2}/u.test(text) && !OF_NO_LANGUAGE.test(text.trim()) && !/^[a-z]+(?:_[a-z]+)+$/.test(text);

/** Texts between tags: `<p>Like this</p>`. */
function textsOfTags(code: string): string[] {
  return [...code.matchAll(/<[a-zA-Z][^<>]*>\s*([^<>{}()=;]+?)\s*<\/?[a-zA-Z]/g)]
    .map(([, text = '']) => text)
    .filter(isWords);
}

/** Names and hints given as they are: `aria-label="Like this"`, `element('button', '', 'Like this')`. */
function textsOfAttributes(code: string): string[] {
  const given = [
    /(?:aria-label|aria-description|title|placeholder|alt|label)=(?:"([^"{]+)"|\{'([^']+)'\})/g,
    /\b(?:textContent|innerText|ariaLabel|document\.title)\s*=\s*['"`]([^'"`$]+)['"`]/g,
    /\belement\(\s*'\w+',\s*'[^']*',\s*['"`]([^'"`$]+)['"`]/g,
    /setAttribute\(\s*'(?:aria-label|title|placeholder|alt)',\s*['"`]([^'"`$]+)['"`]/g,
  ];
  return given.flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, one, other]) => one ?? other ?? '').filter(isWords),
  );
}

/** Whole sentences: an upper-case word, others, and a full stop. */
function sentences(code: string): string[] {
  return [...code.matchAll(/(['"`])([A-Z][a-z’']+(?: [\w’',;-]+){2,}[.?!])\1/g)].map(
    ([, , text = '']) => text,
  );
}

test('what a user reads stands among the messages, and not in code', () => {
  const found = files.flatMap((file) => {
    const code = codeOf(file);
    const tags = file.endsWith('.tsx') ? textsOfTags(code) : [];
    return [...tags, ...textsOfAttributes(code), ...sentences(code)].map(
      (text) => `${file}: ${text}`,
    );
  });
  expect(found).toEqual([]);
});

/** Errors for who wrote the program; whoever reads them has its code. */
const withoutOwnErrors = (code: string) => code.replace(/new (?:Range)?Error\([^)]*\)/g, ' ');

/** Texts of two words and more; keys and indexes of tables are none. */
function wordsInARow(code: string): string[] {
  return [...code.matchAll(/(['"`])((?:\\.|(?!\1)[^\\\n])*)\1/g)]
    .map(([, , text = '']) => text.replace(/\$\{[^}]*\}/g, '·'))
    .filter((text) => /\p{L}{2,}[.:;]? \p{L}{2,}|· \p{L}{2,}|\p{L}{2,} ·/u.test(text));
}

test('why something cannot be used stands among the messages, and not in code', () => {
  const found = checkingFiles
    .filter((file) => !otherEnglish.some((other) => file.startsWith(other)))
    .flatMap((file) =>
      wordsInARow(withoutOwnErrors(codeOf(file))).map((text) => `${file}: ${text}`),
    );
  expect(found).toEqual([]);
});

/** Rooms that read a text and say what they find in it. */
const judgingFiles = ['lib/review', 'lib/language', 'lib/letter/check'].flatMap(filesUnder);

/** Files with lists of words that are looked for in texts. */
const wordsOfTexts = [
  'lib/language/abbreviations.ts',
  'lib/language/sections/inline-titles.ts',
  'lib/language/medications/medication-table.ts',
  'lib/language/sections/page-headers.ts',
  'lib/language/phrase-parts.ts',
  'lib/language/heard/split-words.ts',
  'lib/language/values/value-lexicon.ts',
  'lib/language/values/words.ts',
  'lib/review/requests/connecting-words.ts',
  'lib/review/requests/signs.ts',
];

/** Words beside others that are looked for in texts, and keys that hold a space. */
const LOOKED_FOR = /^(?:(?:for|of) the|(?:down|up|back) to|· claimed|written · ·)$/;

/** Lists of words that are taken apart, and patterns. */
const withoutWordLists = (code: string) =>
  code.replace(/(['"`])(?:\\.|(?!\1)[^\\])*\1\s*\.split\(/g, ' ');
const isPattern = (text: string) => /[\\|()?[\]{}]/.test(text);

test('what is found in a text is said by the names of messages, and not in English', () => {
  const found = judgingFiles
    .filter((file) => !wordsOfTexts.includes(file))
    .flatMap((file) =>
      wordsInARow(withoutWordLists(withoutOwnErrors(codeOf(file))))
        .filter((text) => !isPattern(text) && !LOOKED_FOR.test(text))
        .map((text) => `${file}: ${text}`),
    );
  expect(found).toEqual([]);
});

/** Patterns as they are written between slashes, and in texts that patterns are put together from. */
const PATTERNS =
  /(?<=(?:[=(,:?&|![{]|return)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\n\\[])+\/[dgimsuvy]*|(['"`])(?:\\.|(?!\1)[^\\])*\1/g;
const FEW_WORDS = 6;

/** How many words of a text stand in those of its patterns that hold more than a few. */
function wordsOfPatterns(code: string): number {
  const counts = [...code.matchAll(PATTERNS)].map(([pattern, quote]) => {
    if (quote !== undefined && !pattern.includes('|')) return 0;
    const plain = pattern.replace(/\\[a-zA-Z](?:\{[^}]*\})?|\$\{[^}]*\}/g, ' ');
    return plain.match(/[A-Za-z]{3,}/g)?.length ?? 0;
  });
  return counts.reduce((sum, count) => sum + (count > FEW_WORDS ? count : 0), 0);
}

test('English that is looked for stands in the packs, and less and less of it in patterns', () => {
  const left = wordsInPatterns as Readonly<Record<string, number>>;
  const found = filesUnder('lib/review').flatMap((file): string[] => {
    const words = wordsOfPatterns(codeOf(file));
    const known = left[file] ?? 0;
    if (words > known) return [`${file}: ${words} words, put them into a concept of the packs`];
    return words < known ? [`${file}: ${words} words are left, lower its number`] : [];
  });
  expect(found).toEqual([]);
  expect(Object.keys(left).filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('no schema has words of its own', () => {
  const checks = /\.(?:min|max|regex|refine|email|url|date|datetime)\([^\n]*?, (['"`])(.*?)\1\)/g;
  const found = checkingFiles.flatMap((file) =>
    [...codeOf(file).matchAll(checks)].map(([, , text]) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});
