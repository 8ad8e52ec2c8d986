import { describe, expect, test } from 'vitest';
import { loadPacks, type PackFile } from '../../lib/guidelines/load-packs.ts';
import { vocabularyOf } from '../../lib/guidelines/vocabulary.ts';
import { createReader } from '../../lib/language/reader.ts';

const lexicon: PackFile = {
  file: 'drugs.json',
  content: {
    version: 1,
    tables: [],
    drugs: [
      {
        id: 'alprazolam',
        generic: 'alprazolam',
        brands: ['Xanax'],
        classes: ['benzodiazepine'],
        substances: ['alprazolam'],
      },
    ],
  },
};

const head = { title: 'Test', version: '1', jurisdiction: 'California', licence: 'own words' };

function packFile(file: string, parts: Record<string, unknown>): PackFile {
  return { file, content: { id: file.replace('.json', ''), ...head, ...parts } };
}

const criterion = {
  id: 'benzodiazepine/duration',
  name: 'Duration',
  question: 'Is exposure short?',
  messages: {},
};
const treatment = { id: 'benzodiazepine', name: 'Benzodiazepine', quantity: 'units' };

describe('loading packs', () => {
  test('packs are merged into one rulebook', () => {
    const rulebook = loadPacks(
      [
        packFile('a.json', { treatments: [treatment], criteria: [criterion] }),
        packFile('b.json', {
          guideline: {
            title: 'Guideline',
            shortTitle: 'G',
            edition: '2009',
            inForce: { by: 'request', from: '2009-07-18' },
            rank: 1,
          },
          sources: [{ id: 's1', title: 'A source' }],
          standards: [
            {
              criterion: 'benzodiazepine/duration',
              section: 'Benzodiazepines',
              text: 'short',
              confidence: 'seen',
              sources: ['s1'],
            },
          ],
        }),
      ],
      lexicon,
    );
    expect(rulebook.faults).toEqual([]);
    expect([...rulebook.criteria.keys()]).toEqual(['benzodiazepine/duration']);
    expect(rulebook.standards.get('benzodiazepine/duration')?.[0]?.sources[0]?.title).toBe(
      'A source',
    );
  });

  test('a pack of the wrong shape is refused with the place, and the others go on', () => {
    const rulebook = loadPacks(
      [
        packFile('bad.json', { criteria: [{ ...criterion, question: 'no question' }] }),
        packFile('good.json', { treatments: [treatment], criteria: [criterion] }),
      ],
      lexicon,
    );
    expect(rulebook.faults).toMatchObject([
      { code: 'pack-shape', file: 'bad.json', path: 'criteria[0].question', leftOut: 'pack' },
    ]);
    expect(rulebook.criteria.size).toBe(1);
  });

  test.each([
    ['a concept', { supports: [{ find: 'no-such-concept' }] }, 'criteria[0].supports[0].find'],
    ['a class', { supports: [{ find: 'class:no-such' }] }, 'criteria[0].supports[0].find'],
    [
      'a companion',
      { opposes: [{ find: 'drug:alprazolam', with: ['nix'] }] },
      'criteria[0].opposes[0].with[0]',
    ],
    ['in a judge', { judge: { use: 'relief', after: 'nix' } }, 'criteria[0].judge.after'],
  ])('an unknown reference to %s is reported with its place', (_what, part, path) => {
    const rulebook = loadPacks(
      [packFile('a.json', { treatments: [treatment], criteria: [{ ...criterion, ...part }] })],
      lexicon,
    );
    expect(rulebook.faults).toMatchObject([
      { code: 'pack-unknown-reference', path, criterion: 'benzodiazepine/duration' },
    ]);
  });

  test('a phrase that cannot be read is left out, its concept stays', () => {
    const concepts = [
      { id: 'twitch', name: 'twitch response', phrases: ['(twitch', 'local twitch'] },
    ];
    const rulebook = loadPacks([packFile('a.json', { concepts })], lexicon);
    expect(rulebook.faults).toMatchObject([
      { code: 'pack-phrase-syntax', path: 'concepts[0].phrases[0]' },
    ]);
    expect(rulebook.concepts.get('twitch')?.phrases).toEqual(['local twitch']);
  });

  test('a phrase that the reader cannot compile is left out', () => {
    const concepts = [
      { id: 'root', name: 'root', phrases: ['=L4', 'nerve root'] },
      { id: 'one', name: 'one', phrases: ['first {two}', 'first'] },
      { id: 'two', name: 'two', phrases: ['second {one}', 'second'] },
    ];
    const rulebook = loadPacks([packFile('a.json', { concepts })], lexicon);
    expect(rulebook.faults.map(({ path }) => path)).toEqual([
      'concepts[0].phrases[0]',
      'concepts[1].phrases[0]',
    ]);
    expect(() => createReader(vocabularyOf(rulebook))).not.toThrow();
  });

  test('of two entries with one id the first stays', () => {
    const rulebook = loadPacks(
      [
        packFile('a.json', { treatments: [treatment] }),
        packFile('b.json', { treatments: [{ ...treatment, name: 'Other' }] }),
      ],
      lexicon,
    );
    expect(rulebook.faults).toMatchObject([{ code: 'pack-duplicate', file: 'b.json' }]);
    expect(rulebook.treatments.get('benzodiazepine')?.name).toBe('Benzodiazepine');
  });

  test('a lexicon of the wrong shape leaves a rulebook without drugs', () => {
    const rulebook = loadPacks([], { file: 'drugs.json', content: null });
    expect(rulebook.drugs.size).toBe(0);
    expect(rulebook.faults[0]).toMatchObject({ code: 'pack-shape', file: 'drugs.json' });
  });
});
