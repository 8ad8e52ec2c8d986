import fc from 'fast-check';
import { expect } from 'vitest';
import { readSnippetFile, writeSnippetFile } from '../../lib/library/snippet-file.ts';
import type { CaseFacts } from '../../lib/snippets/facts.ts';
import { filledText, fillSnippet } from '../../lib/snippets/fill.ts';
import { contentOf, mergeSnippets } from '../../lib/snippets/merge.ts';
import { createSnippetSearch } from '../../lib/snippets/search.ts';
import { factNames } from '../../lib/snippets/slots.ts';
import { warningsOf } from '../../lib/snippets/validity.ts';
import { sample } from '../snippets/sample.ts';
import { fuzz } from './fuzz.ts';
import { anyText, type Change, changed, changes } from './inputs.ts';

const context = {
  ...{ criterion: 'muscle-relaxant/duration', treatment: null, asOf: '2015-08-12' },
  ...{ favourites: new Set<string>(), recent: [] },
};

fuzz<{ list: Change[]; text: string; value: string; asked: string }>({
  name: 'snippets',
  inputs: fc.record({ list: changes, text: anyText, value: anyText, asked: anyText }),
  runs: 150,
  holds({ list, text, value, asked }) {
    const first = sample('a');
    const file = {
      ...{ caseglass: 'snippets', format: 1, library: { id: 'lib', name: 'Library' } },
      snippets: [first, { ...sample('b'), text }],
    };
    const read = readSnippetFile(JSON.stringify(changed(file, list)) ?? '');
    if ('reason' in read) return;
    const snippets = read.rows.map(({ snippet }) => snippet);
    const facts: CaseFacts = new Map(
      factNames.map((name) => [name, { value, source: { kind: 'date', how: 'given' } }] as const),
    );
    for (const snippet of snippets) {
      const { parts } = fillSnippet(snippet, facts);
      // What the case fills in is no template: it is put in as it is.
      for (const part of parts) {
        if (part.kind === 'filled' && part.format === null) expect(part.text).toBe(value);
      }
      expect(typeof filledText({ parts })).toBe('string');
      warningsOf(snippet, '2015-08-12');
      const { merged } = mergeSnippets(contentOf(first), contentOf(first), contentOf(snippet));
      expect(merged.text).toBe(snippet.text);
    }
    const found = snippets.map((snippet, at) => ({ key: String(at), snippet }));
    const { best, total } = createSnippetSearch(found).find(asked, context);
    expect(best.length).toBeLessThanOrEqual(total);
    const again = readSnippetFile(writeSnippetFile(read.library, snippets));
    expect(again).toEqual({ library: read.library, rows: expect.anything(), faults: [] });
  },
});
