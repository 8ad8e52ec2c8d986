import { overlaps } from '../../../case/passage.ts';
import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Limit } from '../../../guidelines/pack.ts';
import type { Value } from '../../../language/mention.ts';
import { say, sayAll } from '../../../saying/said.ts';
import { conceptsOf } from '../../evidence/case-index.ts';
import { segmentsOf } from '../../request-checks/levels.ts';
import type { StatedPart } from '../../requests/found-request.ts';
import type { Evidence, EvidenceRole } from '../../review.ts';
import { type Judge, type JudgeContext, type Judged, NOTHING } from '../judge.ts';
import { isWithin } from '../limits.ts';
import { saidAmount } from '../said-amount.ts';

type Level = Extract<Value, { kind: 'level' }>;

/**
 * Levels of the spine that are asked for, against the limit for the way the request names. Where it
 * names none, a number that every way allows is within, one that none allows is not, and one between
 * cannot be told.
 */
export const judgeLevels: Judge<Settings<'count-within'>> = (settings, context): Judged => {
  const levels = levelsAskedFor(context);
  const limits = limitsHere(context);
  if (levels.length === 0 || limits.length === 0) return NOTHING;
  const counted = countLevels(
    levels.map(({ value }) => value),
    settings.branches === true,
  );
  const count = counted.length;
  const amount = { low: count, high: count };
  const measured = limits.map(({ limit, pack }) => ({
    pack,
    text: limit.text,
    amount: limit.amount,
    unit: limit.unit,
    within: isWithin(amount, 'levels', limit),
  }));
  const role = roleOf(measured.map(({ within }) => within));
  const text = saidAmount(count, 'levels');
  const says = sayAll('joint_or', [...new Set(limits.map(({ limit }) => limit.text))]) ?? '';
  return {
    evidence: levels.map(({ passage }): Evidence => ({ ...passage, role, why: text })),
    measure: { text, working: counted, amount: count, unit: 'levels', limits: measured },
    reason: say('finding_requested_against_limit', text, says),
  };
};

/** Those of the line item; where it names none, those of all that states the request. */
function levelsAskedFor({ request }: JudgeContext): readonly StatedPart<Level>[] {
  const levels = request?.parts.levels ?? [];
  const [item] = request?.passages ?? [];
  const own = levels.filter(({ passage }) => item && overlaps(item, passage));
  return own.length > 0 ? own : levels;
}

function roleOf(within: readonly (boolean | null)[]): EvidenceRole {
  if (within.every((each) => each === true)) return 'supports';
  if (within.every((each) => each === false)) return 'opposes';
  return 'ambiguous';
}

/** The limits of the first edition that has any, for the way that the request names. */
function limitsHere(context: JudgeContext): { limit: Limit; pack: string }[] {
  const { governing, others, notInForce } = context.standards;
  for (const entry of [governing, ...others, ...notInForce]) {
    const limits = (entry?.standard.limits ?? []).filter(({ unit }) => /^levels?$/.test(unit));
    if (!entry || limits.length === 0) continue;
    const conditional = limits.filter(({ when }) => when !== undefined);
    const named = conditional.filter(({ when }) => isNamed(when ?? [], context, true));
    const elsewhere = conditional.filter(({ when }) => isNamed(when ?? [], context, false));
    const always = limits.filter(({ when }) => when === undefined);
    const chosen = [named, always, elsewhere, conditional].find(({ length }) => length > 0) ?? [];
    return chosen.map((limit) => ({ limit, pack: entry.pack.id }));
  }
  return [];
}

/** Whether the words of the request, or the record elsewhere, name one of these. */
function isNamed(
  refs: readonly string[],
  { index, request }: JudgeContext,
  inRequest: boolean,
): boolean {
  const concepts = conceptsOf(refs, index.rulebook, request);
  return index.documents.some((document) =>
    concepts.some((concept) =>
      (document.mentions.get(concept) ?? []).some(({ start, end, assertion }) =>
        inRequest
          ? request?.passages.some(
              (passage) =>
                passage.document === document.document.id &&
                start >= passage.start &&
                end <= passage.end,
            )
          : assertion.presence === 'affirmed' &&
            assertion.subject === 'patient' &&
            assertion.voice !== 'guideline' &&
            assertion.time !== 'past',
      ),
    ),
  );
}

/**
 * "L4-S1" is two levels, "L4, L5, S1" three roots. Medial branches named alone make one joint for
 * two: "C4, C5, C6" is C4-5 and C5-6. Named beside the joints they are no further levels.
 */
export function countLevels(levels: readonly Level[], branches: boolean): string[] {
  const segments = [...new Set(levels.filter(({ to }) => to !== undefined).flatMap(segmentsOf))];
  const singles = [...new Set(levels.filter(({ to }) => to === undefined).map(({ from }) => from))];
  if (branches) return segments.length > 0 ? segments : jointsOf(singles);
  const ends = new Set(segments.flatMap((segment) => segment.split('-')));
  return [...segments, ...singles.filter((single) => !ends.has(single))];
}

const VERTEBRAE = { C: 0, T: 7, L: 19, S: 24 } as const;

/** The joints between neighbours of a list; a branch without a neighbour stands for one joint. */
function jointsOf(branches: readonly string[]): string[] {
  const places = branches
    .map((name) => ({ name, at: placeOf(name) }))
    .sort((one, other) => one.at - other.at);
  const joints: string[] = [];
  places.forEach(({ name, at }, index) => {
    const next = places[index + 1];
    const before = places[index - 1];
    if (next && next.at === at + 1) joints.push(`${name}-${next.name}`);
    else if (!before || before.at !== at - 1) joints.push(name);
  });
  return joints;
}

function placeOf(name: string): number {
  const letter = name.charAt(0).toUpperCase() as keyof typeof VERTEBRAE;
  return (VERTEBRAE[letter] ?? 0) + Number(name.slice(1));
}
