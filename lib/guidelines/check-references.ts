import { type ReasonName, type Said, say } from '../saying/said.ts';
import type { EvidenceRule } from './evidence-rule.ts';
import type { JudgeUse } from './judge-use.ts';
import type { Criterion, SafetyRule } from './pack.ts';
import type { NamedPack, PackFault, Rulebook } from './rulebook.ts';

/** Refs that every request gives meaning to. */
const REQUEST_REFS = new Set(['requested', 'requested-class']);

/** What a reference may name. */
export interface Known {
  concepts: ReadonlySet<string>;
  drugs: ReadonlySet<string>;
  classes: ReadonlySet<string>;
}

/**
 * Finds what the packs name and nobody defines: concepts, drugs, drug classes, treatments,
 * criteria and sources. A criterion with such a fault is not judged; the others go on.
 */
export function checkReferences(packs: readonly NamedPack[], rulebook: Rulebook): PackFault[] {
  const known = knownTo(rulebook);
  const judged = new Set([...rulebook.criteria.keys(), ...rulebook.safety.map((rule) => rule.id)]);
  return packs.flatMap((named) => [
    ...checkCriteria(named, known, rulebook),
    ...checkStandards(named, judged, known),
    ...checkSafety(named, known, judged),
  ]);
}

export function knownTo(rulebook: Rulebook): Known {
  return {
    concepts: new Set(rulebook.concepts.keys()),
    drugs: new Set(rulebook.drugs.keys()),
    classes: new Set([...rulebook.drugs.values()].flatMap((drug) => drug.classes)),
  };
}

/** Why a reference means nothing; undefined when it is known. */
export function unknownRef(ref: string, known: Known): Said | undefined {
  if (REQUEST_REFS.has(ref)) return undefined;
  const unless = (ids: ReadonlySet<string>, id: string, name: ReasonName) =>
    ids.has(id) ? undefined : say(name, id);
  if (ref.startsWith('class:')) return unless(known.classes, ref.slice(6), 'reason_no_class');
  if (ref.startsWith('drug:')) return unless(known.drugs, ref.slice(5), 'reason_no_drug');
  return unless(known.concepts, ref, 'reason_no_concept');
}

function checkCriteria({ file, pack }: NamedPack, known: Known, rulebook: Rulebook): PackFault[] {
  const faults: PackFault[] = [];
  for (const [at, criterion] of (pack.criteria ?? []).entries()) {
    const treatment = criterion.id.slice(0, criterion.id.indexOf('/'));
    if (!judgedInCode.test(criterion.id) && !rulebook.treatments.has(treatment)) {
      const reason = say('reason_no_treatment', treatment);
      faults.push(unknownReference(file, `criteria[${at}].id`, reason, criterion.id));
    }
    for (const { path, ref } of refsOfCriterion(criterion)) {
      const reason = unknownRef(ref, known);
      if (reason) {
        faults.push(unknownReference(file, `criteria[${at}].${path}`, reason, criterion.id));
      }
    }
  }
  for (const [at, treatment] of (pack.treatments ?? []).entries()) {
    for (const ref of treatment.concepts ?? []) {
      const reason = unknownRef(ref, known);
      if (reason) faults.push(unknownReference(file, `treatments[${at}].concepts`, reason));
    }
    for (const drugClass of treatment.drugClasses ?? []) {
      const reason = unknownRef(`class:${drugClass}`, known);
      if (reason) faults.push(unknownReference(file, `treatments[${at}].drugClasses`, reason));
    }
  }
  for (const [at, refs] of (pack.regions ?? []).entries()) {
    for (const { path, ref } of placed(`regions[${at}]`, refs)) {
      const reason = unknownRef(ref, known);
      if (reason) faults.push(unknownReference(file, path, reason));
    }
  }
  return faults;
}

/** Checks of a form or a letter are code, not packs; a guideline may speak to them. */
const judgedInCode = /^(?:request|rfa|letter)\//;

function checkStandards(
  { file, pack }: NamedPack,
  criteria: ReadonlySet<string>,
  known: Known,
): PackFault[] {
  const sources = new Set((pack.sources ?? []).map((source) => source.id));
  return (pack.standards ?? []).flatMap((standard, at) => {
    const reasons = [
      criteria.has(standard.criterion) || judgedInCode.test(standard.criterion)
        ? []
        : [say('reason_no_criterion', standard.criterion)],
      standard.sources.filter((id) => !sources.has(id)).map((id) => say('reason_no_source', id)),
      (standard.limits ?? []).flatMap((limit) =>
        (limit.when ?? []).flatMap((ref) => unknownRef(ref, known) ?? []),
      ),
    ].flat();
    return reasons.map((reason) => unknownReference(file, `standards[${at}]`, reason));
  });
}

function checkSafety(
  { file, pack }: NamedPack,
  known: Known,
  criteria: ReadonlySet<string>,
): PackFault[] {
  return (pack.safety ?? []).flatMap((rule, at) => {
    const faults = refsOfSafety(rule).flatMap(({ path, ref }) => {
      const reason = unknownRef(ref, known);
      return reason ? [unknownReference(file, `safety[${at}].${path}`, reason)] : [];
    });
    if (rule.exceeds && !criteria.has(rule.exceeds)) {
      const reason = say('reason_no_criterion', rule.exceeds);
      faults.push(unknownReference(file, `safety[${at}].exceeds`, reason));
    }
    return faults;
  });
}

function unknownReference(file: string, path: string, reason: Said, criterion?: string): PackFault {
  const fault: PackFault = {
    code: 'pack-unknown-reference',
    file,
    path,
    reason,
    leftOut: 'entry',
  };
  return criterion ? { ...fault, criterion } : fault;
}

interface PlacedRef {
  path: string;
  ref: string;
}

/** Settings of computations that name no concepts. */
const NO_REFERENCES = new Set([
  'use',
  'unit',
  'units',
  'count',
  'table',
  'earlier',
  'limitsOf',
  'risks',
  'rates',
]);

/** Every reference of a criterion with its place. */
function refsOfCriterion(criterion: Criterion): PlacedRef[] {
  return [
    ...refsOfRules('supports', criterion.supports),
    ...refsOfRules('opposes', criterion.opposes),
    ...refsOfRules('ambiguous', criterion.ambiguous),
    ...refsOfRules('leaning', criterion.leaning),
    ...refsOfCompanions('without', criterion.without),
    ...refsOfCompanions('supportsWithout', criterion.supportsWithout),
    ...refsOfRules('unless.any', criterion.unless?.any),
    ...refsOfJudge('judge', criterion.judge),
    ...refsOfJudge('unless.judge', criterion.unless?.judge),
    ...refsOfJudge('compared', criterion.compared),
    ...placed('places.parts', criterion.places?.parts),
    ...refsOfRegions(criterion.places?.regions),
    ...placed('searched', criterion.searched),
    ...placed('nearest', criterion.nearest),
  ];
}

function refsOfRegions(regions: NonNullable<Criterion['places']>['regions']): PlacedRef[] {
  if (regions === undefined || regions === 'body') return [];
  return regions.flatMap((refs, at) => placed(`places.regions[${at}]`, refs));
}

function refsOfSafety(rule: SafetyRule): PlacedRef[] {
  return [
    ...(rule.together ?? []).flatMap((refs, at) => placed(`together[${at}]`, refs)),
    ...placed(
      'duplicate',
      rule.duplicate?.map((name) => `class:${name}`),
    ),
    ...placed('ageFrom.drugs', rule.ageFrom?.drugs),
    ...refsOfRules('any', rule.any),
    ...refsOfRules('unless', rule.unless),
  ];
}

function refsOfRules(list: string, rules: readonly EvidenceRule[] | undefined): PlacedRef[] {
  return (rules ?? []).flatMap((rule, at) => [
    ...placed(`${list}[${at}].find`, rule.find),
    ...placed(`${list}[${at}].about`, rule.about),
    ...placed(`${list}[${at}].of`, rule.of),
    ...refsOfCompanions(`${list}[${at}].with`, rule.with),
    ...refsOfCompanions(`${list}[${at}].without`, rule.without),
  ]);
}

function refsOfCompanions(path: string, companions: EvidenceRule['with']): PlacedRef[] {
  return (companions ?? []).flatMap((companion, at) => {
    if (typeof companion === 'string' || Array.isArray(companion)) {
      return placed(`${path}[${at}]`, companion);
    }
    return 'find' in companion ? placed(`${path}[${at}].find`, companion.find) : [];
  });
}

function refsOfJudge(path: string, judge: JudgeUse | undefined): PlacedRef[] {
  if (!judge) return [];
  const asClass = (names: readonly string[] | undefined) => names?.map((name) => `class:${name}`);
  return Object.entries(judge).flatMap(([key, value]) => {
    if (NO_REFERENCES.has(key)) return [];
    if (key === 'analytes') return placed(`${path}.${key}`, stringsIn(value));
    if (typeof value !== 'string' && !Array.isArray(value)) return [];
    const refs = key === 'classes' ? asClass(value as string[]) : value;
    if (key === 'ladders') {
      return (value as string[][]).flatMap((rungs, at) => placed(`${path}.${key}[${at}]`, rungs));
    }
    return placed(`${path}.${key}`, refs);
  });
}

/** All that settings of several layers name. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function placed(path: string, refs: string | readonly string[] | undefined): PlacedRef[] {
  if (refs === undefined) return [];
  return (typeof refs === 'string' ? [refs] : refs).map((ref) => ({ path, ref }));
}

/** The criteria of a pack that cannot be judged, with the first reason for each. */
export function faultsByCriterion(faults: readonly PackFault[]): Map<string, PackFault> {
  const byCriterion = new Map<string, PackFault>();
  for (const fault of faults) {
    if (fault.criterion && !byCriterion.has(fault.criterion)) {
      byCriterion.set(fault.criterion, fault);
    }
  }
  return byCriterion;
}
