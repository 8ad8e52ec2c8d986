import { ReasonError, type ReasonName, say } from '../saying/said.ts';
import type { Criterion, Pack, Standard, Treatment } from './pack.ts';

/**
 * First drafts of a pack, a treatment or a criterion that can be judged at once: each with its
 * question, its citation and a labelled case, to be replaced by the writer's own words. What cannot be
 * scaffolded throws a ReasonError.
 */

/** A text with the verdict it must lead to, as a line of `test/cases/criteria`. */
export interface GoldCase {
  id: string;
  criterion: string;
  text: string;
  asOf: string;
  verdict: 'met';
  quotes: string[];
}

export interface Addition {
  list: 'concepts' | 'treatments' | 'criteria' | 'sources' | 'standards';
  entry: { id: string } | Standard;
}

export interface Scaffold {
  additions: Addition[];
  goldCase: GoldCase;
}

const nameForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const firstCriterion = 'earlier-benefit';
const firstSource = 'source';

/** A whole pack: a guideline edition with one treatment, its first criterion and the citation. */
export function scaffoldPack(id: string, today: string): { pack: Pack; goldCase: GoldCase } {
  const named = checkedName(id, 'reason_name_pack');
  const head: Pack = {
    id: named,
    title: capital(inWords(named)),
    version: '0.1.0',
    jurisdiction: 'any',
    licence: 'own words',
    guideline: {
      title: capital(inWords(named)),
      edition: today.slice(0, 4),
      shortTitle: capital(inWords(named)),
      inForce: { by: 'request', from: `${today.slice(0, 4)}-01-01` },
      rank: 1,
    },
    sources: [{ id: firstSource, title: 'Where the guideline can be read' }],
  };
  const { additions, goldCase } = scaffoldTreatment(`${named}-treatment`, head, today);
  const listOf = <Entry>(list: Addition['list']) =>
    additions.filter((addition) => addition.list === list).map(({ entry }) => entry as Entry);
  const pack: Pack = {
    ...head,
    concepts: listOf('concepts'),
    treatments: listOf('treatments'),
    criteria: listOf('criteria'),
    standards: listOf('standards'),
  };
  return { pack, goldCase };
}

/** A treatment with the words it is asked for by, and its first criterion. */
export function scaffoldTreatment(id: string, into: Pack, today: string): Scaffold {
  const named = checkedName(id, 'reason_name_treatment');
  if (into.treatments?.some((treatment) => treatment.id === named)) {
    throw new ReasonError(say('reason_has_treatment', named));
  }
  const asked = { id: `${named}-asked`, name: inWords(named), phrases: [inWords(named)] };
  const treatment: Treatment = {
    id: named,
    name: capital(inWords(named)),
    concepts: [asked.id],
    quantity: 'visits',
    units: ['visit', 'session'],
  };
  const first = scaffoldCriterion(`${named}/${firstCriterion}`, into, today);
  return {
    additions: [
      { list: 'concepts', entry: asked },
      { list: 'treatments', entry: treatment },
      ...first.additions,
    ],
    goldCase: first.goldCase,
  };
}

/**
 * A criterion that is met where its words are affirmed, and cited where the pack is a guideline.
 * `treatmentName` is how a request for the treatment is worded; by default as its id.
 */
export function scaffoldCriterion(
  id: string,
  into: Pack,
  today: string,
  treatmentName?: string,
): Scaffold {
  const [treatment = '', name = '', ...more] = id.split('/');
  if (more.length > 0 || !nameForm.test(treatment) || !nameForm.test(name)) {
    throw new ReasonError(say('reason_name_criterion', id));
  }
  if (into.criteria?.some((criterion) => criterion.id === id)) {
    throw new ReasonError(say('reason_has_criterion', id));
  }
  const found = { id: `${treatment}-${name}`, name: inWords(name), phrases: [inWords(name)] };
  const criterion: Criterion = {
    id,
    name: capital(inWords(name)).slice(0, 40),
    question: `Is ${inWords(name)} documented?`,
    supports: [{ find: found.id }],
    opposes: [{ find: found.id, presence: ['negated'] }],
    messages: {
      met: `${capital(inWords(name))} is documented.`,
      notMet: `${capital(inWords(name))} is denied.`,
      notDocumented: `No ${inWords(name)} found`,
    },
  };
  const asked = treatmentName ?? capital(inWords(treatment));
  const quote = `${inWords(name)} noted`;
  return {
    additions: [
      { list: 'concepts', entry: found },
      { list: 'criteria', entry: criterion },
      ...citation(id, into),
    ],
    goldCase: {
      id: `${treatment}-first/${name}`,
      criterion: id,
      text: `Progress note ${today}\nHistory: ${capital(quote)}.\nRequest: ${asked}, 6 visits.`,
      asOf: today,
      verdict: 'met',
      quotes: [capital(quote)],
    },
  };
}

/** Only a guideline has an edition to cite; its source is named once. */
function citation(criterion: string, into: Pack): Addition[] {
  if (!into.guideline) return [];
  const source = into.sources?.[0]?.id;
  const standard: Standard = {
    criterion,
    section: 'Section and its title',
    text: 'What the guideline says on this, in your own words.',
    confidence: 'to-be-verified',
    sources: [source ?? firstSource],
  };
  const named = { id: firstSource, title: 'Where the guideline can be read' };
  return [
    ...(source === undefined ? [{ list: 'sources', entry: named } as const] : []),
    { list: 'standards', entry: standard },
  ];
}

function checkedName(id: string, refusal: ReasonName): string {
  if (nameForm.test(id)) return id;
  throw new ReasonError(say(refusal, id));
}

function inWords(id: string): string {
  return id.replaceAll('-', ' ');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
