import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Files that make what a user sees, by their folders. */
const files = ['components', 'entrypoints', 'lib/marking'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

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
