import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DrugEntry, DrugLexicon } from '../../lib/language/drug.ts';
import { type Phrase, parsePhrase } from '../../lib/language/phrase.ts';
import lexicon from '../../public/packs/drugs.json' with { type: 'json' };
import classWords from '../../public/packs/vocabulary/drug-classes.json' with { type: 'json' };
import { sharedFile } from './gold-lines.ts';
import { drugReader } from './reader-of-drugs.ts';

const { drugs, classes, tables } = lexicon as DrugLexicon;
const classIds = new Set(classes.map((one) => one.id));
const named = (id: string): DrugEntry => {
  const drug = drugs.find((one) => one.id === id);
  if (drug === undefined) throw new Error(`no drug ${id}`);
  return drug;
};

/** Every way to write one phrase of the lexicon. */
function expand(phrase: Phrase): string[] {
  switch (phrase.kind) {
    case 'words':
    case 'exact':
      return [phrase.text];
    case 'number':
      return ['(number)'];
    case 'optional':
      return ['', ...expand(phrase.item)];
    case 'choice':
      return phrase.options.flatMap(expand);
    case 'sequence':
      return phrase.items
        .map(expand)
        .reduce((starts, ends) =>
          starts.flatMap((start) => ends.map((end) => `${start} ${end}`.trim())),
        );
    default:
      throw new Error(`no drug is named by a ${phrase.kind}`);
  }
}

function phrasesOf(drug: DrugEntry): Set<string> {
  const patterns = [drug.generic, ...drug.brands, ...(drug.spellings ?? [])];
  const slips = Object.keys(drug.slips ?? {});
  const phrases = [...patterns, ...slips]
    .flatMap((phrase) => expand(parsePhrase(phrase)))
    .map((phrase) => phrase.toLowerCase());
  return new Set(phrases.filter((phrase) => phrase !== ''));
}

const list = sharedFile('guidelines.md');

/** Generic names and brands of a drug list written as a table with numbered rows. */
function listedNames(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const rows = text
    .slice(text.search(/^#+ .*Drug list$/m))
    .matchAll(/^\| \d+ \| ([^|]+) \| ([^|]+) \|/gm);
  return [...rows].flatMap(([, generic = '', brands = '']) =>
    [generic, ...brands.split(',')].map((name) => name.replace(/\([^)]*\)/g, '').trim()),
  );
}

describe.skipIf(list === undefined)('the drug list of the fact sheet', () => {
  it('is known with every generic name and every brand', () => {
    const names = listedNames(list as string).filter((name) => name !== '' && name !== '-');
    expect(names.length).toBeGreaterThan(400);
    expect(names.filter((name) => drugReader.read(name).medications.length === 0)).toEqual([]);
  });
});

describe('the drug lexicon', () => {
  it('names at least the 203 drugs of the fact sheet, each under one id', () => {
    expect(drugs.length).toBeGreaterThanOrEqual(203);
    expect(new Set(drugs.map((drug) => drug.id)).size).toBe(drugs.length);
  });

  it('gives every drug a class that is known and an active substance', () => {
    for (const drug of drugs) {
      expect(drug.classes.length, drug.id).toBeGreaterThan(0);
      expect(drug.substances.length, drug.id).toBeGreaterThan(0);
      for (const id of drug.classes) expect(classIds, `${drug.id}: ${id}`).toContain(id);
    }
  });

  it('uses every class it lists', () => {
    const used = new Set(drugs.flatMap((drug) => drug.classes));
    expect([...classIds].filter((id) => !used.has(id))).toEqual([]);
  });

  it('gives every opioid a factor of a known table, or the reason why there is none', () => {
    const tableIds = tables.map((table) => table.id);
    for (const drug of drugs.filter((one) => one.classes.includes('opioid'))) {
      expect((drug.mme?.length ?? 0) > 0 || drug.noMme !== undefined, drug.id).toBe(true);
      for (const factor of drug.mme ?? []) expect(tableIds, drug.id).toContain(factor.table);
    }
  });

  it('gives no factor to a drug that is no opioid', () => {
    const others = drugs.filter((drug) => !drug.classes.includes('opioid'));
    expect(others.filter((drug) => drug.mme !== undefined).map((drug) => drug.id)).toEqual([]);
  });

  it('shares no phrase between two drugs', () => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    for (const drug of drugs) {
      for (const phrase of phrasesOf(drug)) {
        const other = owner.get(phrase);
        if (other !== undefined) shared.push(`${phrase}: ${other}, ${drug.id}`);
        owner.set(phrase, drug.id);
      }
    }
    expect(shared).toEqual([]);
  });

  it('says for every slip what was meant, in a name of the same drug', () => {
    for (const drug of drugs) {
      const names = phrasesOf(drug);
      for (const [slip, meant] of Object.entries(drug.slips ?? {})) {
        expect(names, `${drug.id}: ${slip}`).toContain(meant.toLowerCase());
        expect(slip.toLowerCase()).not.toBe(meant.toLowerCase());
      }
    }
  });

  it('marks every limit with its source and its confidence, in words of its own', () => {
    for (const limit of drugs.flatMap((drug) => drug.limits ?? [])) {
      expect(limit.text.length).toBeGreaterThan(3);
      expect(limit.source).not.toBe('');
      if (limit.kind !== 'check') expect(limit.amount, limit.text).toBeGreaterThan(0);
    }
  });

  it('knows names of one active drug as one', () => {
    const substance = (id: string) => named(id).substances;
    expect(substance('cyclobenzaprine-er')).toEqual(substance('cyclobenzaprine'));
    expect(substance('oxycodone-acetaminophen')).toContain(substance('oxycodone-er')[0]);
    for (const brand of ['Norco', 'Vicodin']) {
      expect(drugs.find((drug) => drug.brands.includes(brand))?.id).toBe(
        'hydrocodone-acetaminophen',
      );
    }
  });

  it('gives a combination every class of its parts', () => {
    expect(named('naproxen-esomeprazole').classes).toEqual(
      expect.arrayContaining(['nsaid', 'ppi', 'gastroprotection']),
    );
    expect(named('carisoprodol-aspirin-codeine').classes).toEqual(
      expect.arrayContaining(['opioid', 'muscle-relaxant', 'salicylate']),
    );
  });
});

describe('class words', () => {
  it('stand for a class of the lexicon', () => {
    for (const concept of classWords.concepts) {
      const id = concept.id.replace('class-word:', '');
      if (id === 'sedative') continue;
      expect(classIds, concept.id).toContain(id);
    }
  });
});
