import { standardsInOrder } from '../guidelines/editions.ts';
import type { SafetyRule } from '../guidelines/pack.ts';
import type { DateValue } from '../language/mention.ts';
import { isoDate } from '../language/values/calendar.ts';
import { say, sayAll, type Words } from '../saying/said.ts';
import { type CaseIndex, conceptsOf, firstFrom } from './evidence/case-index.ts';
import { matchRule } from './evidence/match-rule.ts';
import { evidenceAt, evidenceOf } from './evidence/passage.ts';
import { voiceOf } from './judges/places.ts';
import { runJudge } from './judges/registry.ts';
import { isSaidOf, type Medicine, medicinesOf } from './medicines/medicines.ts';
import type { FoundRequest } from './requests/found-request.ts';
import type { Evidence, Finding } from './review.ts';

interface SafetyContext {
  index: CaseIndex;
  requests: readonly FoundRequest[];
  asOf: DateValue;
  medicines: readonly Medicine[];
}

/** Findings about the case as a whole, from the safety rules of the packs. */
export function findSafety(
  index: CaseIndex,
  requests: readonly FoundRequest[],
  asOf: DateValue,
): Finding[] {
  const taken = medicinesOf(index, requests, asOf).filter(
    ({ use }) => use === 'in-use' || use === 'unsure',
  );
  const context = { index, requests, asOf, medicines: taken };
  return index.rulebook.safety.flatMap((rule) => {
    const raised = raiseSafely(rule, context);
    return raised ? [{ id: rule.id, reason: raised.reason, evidence: raised.evidence }] : [];
  });
}

/** A rule that fails says so; the others go on. */
function raiseSafely(rule: SafetyRule, context: SafetyContext): Raised | undefined {
  try {
    if (rule.unless?.some((other) => matchRule(other, context.index).length > 0)) return undefined;
    return raise(rule, context);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { reason: say('finding_safety_unchecked', rule.name, why), evidence: [] };
  }
}

interface Raised {
  reason: Words;
  evidence: Evidence[];
}

function raise(rule: SafetyRule, context: SafetyContext): Raised | undefined {
  return (
    raiseTogether(rule, context) ??
    raiseDuplicate(rule, context) ??
    raiseExceeded(rule, context) ??
    raiseAge(rule, context) ??
    raiseFound(rule, context)
  );
}

/** A medicine of each group at once; one of them for sure. */
function raiseTogether(rule: SafetyRule, { index, medicines }: SafetyContext): Raised | undefined {
  if (!rule.together) return undefined;
  const groups = rule.together.map((refs) => {
    const concepts = new Set(conceptsOf(refs, index.rulebook));
    return medicines.filter(({ drug }) => concepts.has(`drug:${drug.id}`));
  });
  if (groups.some((group) => group.length === 0)) return undefined;
  const all = groups.flat();
  return all.every(({ use }) => use === 'unsure') ? undefined : fromMedicines(rule, all);
}

/** A bare name may be the other's name, a result of a test, or history: both must be stated. */
function raiseDuplicate(rule: SafetyRule, { medicines }: SafetyContext): Raised | undefined {
  for (const name of rule.duplicate ?? []) {
    const stated = medicines.filter(
      (medicine) =>
        medicine.use === 'in-use' && medicine.stated && classesOf(medicine).includes(name),
    );
    const same = stated.filter(
      (medicine) => !isReplaced(medicine, stated) && !isNameOf(medicine, stated),
    );
    if (same.length > 1) return fromMedicines(rule, same);
  }
  return undefined;
}

/** "Flurbiprofen 20% / lidocaine 5%": a part of a mixture for the skin, which is no tablet. */
const PART_OF_MIXTURE = /^\s?\d+(?:\.\d+)?\s?(?:%|\/\s?[A-Za-z])/;

function classesOf({ drug, document, mention }: Medicine): readonly string[] {
  if (!PART_OF_MIXTURE.test(document.reading.text.slice(mention.end, mention.end + 12))) {
    return drug.classes;
  }
  return drug.classes.map((name) => (name.startsWith('topical-') ? name : `topical-${name}`));
}

/** "Nucynta" for the Nucynta ER of the same text: a shorter name without a strength of its own. */
function isNameOf({ drug, document, mention }: Medicine, others: readonly Medicine[]): boolean {
  const { text, medications } = document.reading;
  const nameOf = (one: Medicine) =>
    one.document.reading.text.slice(one.mention.start, one.mention.end).toLowerCase();
  const name = text.slice(mention.start, mention.end).toLowerCase();
  const own = medications[firstFrom(medications, mention.start)];
  if (own?.start === mention.start && own.strength) return false;
  return others.some(
    (other) =>
      nameOf(other).startsWith(`${name} `) &&
      other.drug.substances.join() === drug.substances.join(),
  );
}

/** Concept of the packs: a medicine that is put in the place of another. */
const REPLACES = 'medicine-replaces';

/** "Baclofen ... changed to Robaxin": the later named takes the place of the earlier. */
function isReplaced(medicine: Medicine, others: readonly Medicine[]): boolean {
  return others.some(
    (other) =>
      other !== medicine &&
      other.document === medicine.document &&
      isSaidOf(other, REPLACES, medicine.mention.start),
  );
}

function raiseExceeded(rule: SafetyRule, context: SafetyContext): Raised | undefined {
  const { index, requests, asOf } = context;
  const criterion = rule.exceeds ? index.rulebook.criteria.get(rule.exceeds) : undefined;
  if (!criterion?.judge) return undefined;
  const entries =
    index.rulebook.standards.get(rule.id) ?? index.rulebook.standards.get(criterion.id);
  const standards = standardsInOrder(entries, isoDate(asOf));
  const judged = runJudge(criterion.judge, { index, requests, asOf, standards });
  const evidence = judged.evidence.filter(({ role }) => role === 'opposes');
  if (evidence.length === 0) return undefined;
  const reason = judged.reason ? say('joint_sentences', rule.reason, judged.reason) : rule.reason;
  return { reason, evidence: asFound(evidence) };
}

function raiseAge(rule: SafetyRule, { index, medicines }: SafetyContext): Raised | undefined {
  const { ageFrom } = rule;
  if (!ageFrom) return undefined;
  const concepts = new Set(conceptsOf(ageFrom.drugs, index.rulebook));
  const taken = medicines.filter(
    ({ drug, use }) => use === 'in-use' && concepts.has(`drug:${drug.id}`),
  );
  if (taken.length === 0) return undefined;
  for (const document of index.documents) {
    const age = (document.values.get('age') ?? []).find(
      (mention) => mention.value.kind === 'age' && voiceOf(mention) === 'record',
    );
    if (age?.value.kind === 'age' && age.value.years >= ageFrom.years) {
      const raised = fromMedicines(rule, taken);
      raised.evidence.push(evidenceAt(document, age, 'supports', say('why_age', age.value.years)));
      return raised;
    }
  }
  return undefined;
}

function raiseFound(rule: SafetyRule, { index }: SafetyContext): Raised | undefined {
  const matches = (rule.any ?? []).flatMap((each) => matchRule(each, index)).slice(0, 5);
  if (matches.length === 0) return undefined;
  return { reason: rule.reason, evidence: matches.map((match) => evidenceOf(match, 'supports')) };
}

function fromMedicines(rule: SafetyRule, medicines: readonly Medicine[]): Raised {
  const names = new Map<string, Words>();
  for (const { document, mention, use } of medicines) {
    const name = document.reading.text.slice(mention.start, mention.end);
    const isUnsure = use === 'unsure';
    names.set(`${name} ${isUnsure}`, isUnsure ? say('medicine_named_earlier', name) : name);
  }
  const [before = '', after] = rule.reason.split('{names}');
  const listed = sayAll('joint_comma', [...names.values()]) ?? '';
  return {
    reason: after === undefined ? before : say('joint_around', before, listed, after),
    evidence: medicines.map(({ document, mention, use }) =>
      evidenceAt(
        document,
        mention,
        'supports',
        say(use === 'unsure' ? 'why_use_unknown' : 'why_in_use'),
      ),
    ),
  };
}

function asFound(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((piece) => ({ ...piece, role: 'supports' }));
}
