import type { DrugEntry } from '../language/drug.ts';
import type { PreparedPhrases } from '../language/prepared-phrases.ts';
import type { ConceptDefinition } from '../language/vocabulary.ts';
import { type Said, say } from '../saying/said.ts';
import type {
  Criterion,
  Guideline,
  Pack,
  SafetyRule,
  Source,
  Standard,
  Treatment,
} from './pack.ts';

/**
 * Everything the enabled packs say, in one place: what to look for, what can be asked for, what is
 * judged, and what each guideline edition says about it. Plain data, in the order of the packs.
 */
export interface Rulebook {
  packs: PackSummary[];
  concepts: Map<string, ConceptDefinition>;
  /** By a word of the phrases, rarer words that say the same. */
  alike: Record<string, string[]>;
  drugs: Map<string, DrugEntry>;
  /** Plain names of drug classes, by id. */
  classNames: Map<string, string>;
  treatments: Map<string, Treatment>;
  /** Regions of the body, each as concepts: first what names it, then what its findings speak of. */
  regions: string[][];
  criteria: Map<string, Criterion>;
  /** By criterion id. */
  standards: Map<string, EditionStandard[]>;
  safety: SafetyRule[];
  faults: PackFault[];
  /** The phrases of all concepts and drugs, read ahead of time; of others it is not used. */
  prepared?: PreparedPhrases;
}

export interface PackSummary {
  id: string;
  title: string;
  version: string;
  guideline?: Guideline;
}

/** A standard with the edition that sets it. */
export interface EditionStandard {
  standard: Standard;
  pack: PackSummary & { guideline: Guideline };
  sources: Source[];
}

/** Why a pack, or one entry of it, is not used. */
export interface PackFault {
  /** Stable: for tests, for translation. */
  code:
    | 'pack-not-json'
    | 'pack-shape'
    | 'pack-duplicate'
    | 'pack-unknown-reference'
    | 'pack-phrase-syntax'
    | 'pack-no-edition'
    | 'pack-identifier';
  file: string;
  /** Where in the file: `criteria[3].supports[0].find`. */
  path: string;
  reason: Said;
  /** What is left out because of it: the whole file, or the entry at `path`. */
  leftOut: 'pack' | 'entry';
  /** The criterion that cannot be trusted because of it. */
  criterion?: string;
}

/** A pack whose shape was checked, with the file it came from. */
export interface NamedPack {
  file: string;
  pack: Pack;
}

/** A file of concepts only, which any pack may use. */
export interface WordList {
  concepts: ConceptDefinition[];
  alike?: Record<string, string[]>;
}

/** A file whose shape was checked as a pack: a word list is one without treatments and criteria. */
export function asPack(file: string, content: Pack | WordList): Pack {
  if ('id' in content) return content;
  const id = file
    .replace(/\.json$/, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .toLowerCase();
  const { concepts, alike } = content;
  const list = { id, title: file, version: '1', jurisdiction: 'any', licence: 'none', concepts };
  return alike ? { ...list, alike } : list;
}

/** The drug lexicon as far as a rulebook needs it. */
export interface Drugs {
  drugs: readonly DrugEntry[];
  classes?: readonly { id: string; name: string }[];
}

/**
 * Merges packs into one rulebook. Ids are unique over all packs: where one comes twice the first
 * stays and the second is left out and reported.
 */
export function assembleRulebook(
  packs: readonly NamedPack[],
  { drugs, classes = [] }: Drugs,
): Rulebook {
  const rulebook: Rulebook = {
    packs: [],
    concepts: new Map(),
    alike: {},
    drugs: new Map(drugs.map((drug) => [drug.id, drug])),
    classNames: new Map(classes.map(({ id, name }) => [id, name])),
    treatments: new Map(),
    regions: [],
    criteria: new Map(),
    standards: new Map(),
    safety: [],
    faults: [],
  };
  const safetyIds = new Map<string, SafetyRule>();
  for (const named of packs) {
    const { file, pack } = named;
    const fault = (path: string, reason: Said) =>
      rulebook.faults.push({ code: 'pack-duplicate', file, path, reason, leftOut: 'entry' });
    if (rulebook.packs.some((other) => other.id === pack.id)) {
      rulebook.faults.push({
        code: 'pack-duplicate',
        file,
        path: 'id',
        reason: say('reason_pack_id_taken', pack.id),
        leftOut: 'pack',
      });
      continue;
    }
    const { id, title, version, guideline } = pack;
    rulebook.packs.push(guideline ? { id, title, version, guideline } : { id, title, version });
    // JSON knows no undefined, so an optional part that is there has a value.
    addEach(rulebook.concepts, pack.concepts as ConceptDefinition[], 'concepts', fault);
    addEach(rulebook.treatments, pack.treatments, 'treatments', fault);
    addAlike(rulebook.alike, pack.alike);
    rulebook.regions.push(...(pack.regions ?? []));
    addEach(rulebook.criteria, pack.criteria, 'criteria', fault);
    addEach(safetyIds, pack.safety, 'safety', fault);
    addStandards(rulebook, named);
  }
  rulebook.safety = [...safetyIds.values()];
  return rulebook;
}

function addAlike(into: Rulebook['alike'], added: Rulebook['alike'] = {}): void {
  for (const [word, others] of Object.entries(added))
    into[word] = [...(into[word] ?? []), ...others];
}

function addEach<Entry extends { id: string }>(
  into: Map<string, Entry>,
  entries: readonly Entry[] | undefined,
  list: string,
  fault: (path: string, reason: Said) => void,
): void {
  for (const [at, entry] of (entries ?? []).entries()) {
    if (into.has(entry.id)) fault(`${list}[${at}].id`, say('reason_defined', entry.id));
    else into.set(entry.id, entry);
  }
}

function addStandards(rulebook: Rulebook, { file, pack }: NamedPack): void {
  const { standards, guideline } = pack;
  if (!standards || standards.length === 0) return;
  if (!guideline) {
    rulebook.faults.push({
      code: 'pack-no-edition',
      file,
      path: 'standards',
      reason: say('reason_no_edition'),
      leftOut: 'entry',
    });
    return;
  }
  const summary = { id: pack.id, title: pack.title, version: pack.version, guideline };
  const known = new Map((pack.sources ?? []).map((source) => [source.id, source]));
  for (const standard of standards) {
    const sources = standard.sources.flatMap((id) => known.get(id) ?? []);
    const entry = { standard, pack: summary, sources };
    const others = rulebook.standards.get(standard.criterion);
    if (others) others.push(entry);
    else rulebook.standards.set(standard.criterion, [entry]);
  }
}

/** The same rulebook with only the standards of the named packs: the reviewer's choice. */
export function withPacks(rulebook: Rulebook, ids: ReadonlySet<string>): Rulebook {
  const standards = new Map<string, EditionStandard[]>();
  for (const [criterion, entries] of rulebook.standards) {
    const kept = entries.filter((entry) => ids.has(entry.pack.id));
    if (kept.length > 0) standards.set(criterion, kept);
  }
  return { ...rulebook, standards };
}
