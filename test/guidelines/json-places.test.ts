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
    ['{"a": 1,}', 'reason_json_comma', 8],
    ['[1, ]', 'reason_json_comma', 4],
    ['{"a" 1}', 'reason_json_colon', 5],
    ['{"a": }', 'reason_json_value', 6],
    ['{"a": 1 "b": 2}', 'reason_json_group_goes_on', 8],
    ['{"a": yes}', 'reason_json_stray yes', 6],
    ['{"a": 01}', 'reason_json_stray 01', 6],
    ['{a: 1}', 'reason_json_name', 1],
    ['{"a": "open}', 'reason_json_quotes', 6],
    ['{"a": [1', 'reason_json_ends', 8],
    ['', 'reason_json_nothing', 0],
    ['{} {}', 'reason_json_after', 3],
    ['{"a": 1, "a": 2}', 'reason_json_twice a', 9],
    ['['.repeat(200), 'reason_json_deep', 101],
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
