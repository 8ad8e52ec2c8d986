import { describe, expect, test } from 'vitest';
import { lineOf, placeOf } from '../../lib/guidelines/json-places.ts';
import { JsonTextError, readJsonText } from '../../lib/guidelines/json-text.ts';

const text = `{
  "id": "team",
  "concepts": [
    { "id": "a", "slips": { "l. 5 [sic]": "L5", "l": "left" } }
  ],
  "criteria": [
    {
      "id": "x/one",
      "supports": [
        {
          "find": ["a", "b"]
        }
      ]
    },
    []
  ]
}
`;
const root = readJsonText(text);
const wordsAt = (path: string) => {
  const { start, end } = placeOf(root, path);
  return [lineOf(text, start), text.slice(start, end)];
};

test.each([
  ['', 1, '{'],
  ['id', 2, '"team"'],
  ['criteria', 6, '"criteria"'],
  ['criteria[0].id', 8, '"x/one"'],
  ['criteria[0].supports[0].find', 11, '"find"'],
  ['criteria[0].supports[0].find[1]', 11, '"b"'],
  // what is missing is shown where it would stand
  ['criteria[0].question', 8, '"id": "x/one"'],
  ['criteria[1].id', 15, '['],
  ['title', 1, '{'],
  ['criteria[7]', 6, '"criteria"'],
  // names with dots and brackets
  ['concepts[0].slips.l. 5 [sic]', 4, '"L5"'],
  ['concepts[0].slips.l', 4, '"left"'],
] as const)('%s stands in line %i', (path, line, words) => {
  expect(wordsAt(path)).toEqual([line, words]);
});

describe('what is no JSON', () => {
  test.each([
    ['{"a": 1,}', 'The comma before this is one too many.', 8],
    ['[1, ]', 'The comma before this is one too many.', 4],
    ['{"a" 1}', 'a colon is expected.', 5],
    ['{"a": }', 'a value is expected.', 6],
    ['{"a": 1 "b": 2}', 'a comma or "}" is expected.', 8],
    ['{"a": yes}', '"yes" is no JSON: text stands in double quotes.', 6],
    ['{"a": 01}', '"01" is no JSON: text stands in double quotes.', 6],
    ['{a: 1}', 'a name in quotes is expected.', 1],
    ['{"a": "open}', 'This text in quotes does not end', 6],
    ['{"a": [1', 'The text ends here: a comma or "]" is expected.', 8],
    ['', 'The text ends here: a value is expected.', 0],
    ['{} {}', 'Nothing may follow after the end.', 3],
    ['{"a": 1, "a": 2}', '"a" stands twice here.', 9],
    ['['.repeat(200), 'This is nested too deeply.', 101],
  ])('%s', (broken, reason, start) => {
    const read = () => readJsonText(broken);
    expect(read).toThrow(JsonTextError);
    expect(read).toThrow(expect.objectContaining({ start }));
    expect(read).toThrow(reason);
  });

  test('it agrees with JSON.parse on what is one', () => {
    for (const good of ['{}', '[]', '-1.5e3', '"\\u00e9 \\n"', 'null', ' [ {"": [true]} ] ']) {
      expect(() => readJsonText(good)).not.toThrow();
      expect(() => JSON.parse(good)).not.toThrow();
    }
  });
});
