import { overlaps } from '../case/passage.ts';
import { type StandardsInOrder, standardsInOrder } from '../guidelines/editions.ts';
import type { JudgeUse } from '../guidelines/judge-use.ts';
import type { Criterion } from '../guidelines/pack.ts';
import type { PackFault } from '../guidelines/rulebook.ts';
import type { DateValue } from '../language/mention.ts';
import { isoDate } from '../language/values/calendar.ts';
import { say } from '../saying/said.ts';
import { citationsOf } from './citations.ts';
import { type CaseIndex, subjectOf } from './evidence/case-index.ts';
import { isByIndependentExaminer } from './evidence/examiner.ts';
import { type Match, matchRule } from './evidence/match-rule.ts';
import { isLeftBlank } from './evidence/meant-mentions.ts';
import { createMemo } from './evidence/memo.ts';
import { namesOf } from './evidence/one-thing.ts';
import { evidenceOf, foundAt } from './evidence/passage.ts';
import type { Judged } from './judges/judge.ts';
import { runJudge } from './judges/registry.ts';
import { traitsOf } from './judges/traits.ts';
import { isApplicable } from './precondition.ts';
import { reasonFor } from './reason.ts';
import { receiptFor } from './receipt.ts';
import type { FoundRequest } from './requests/found-request.ts';
import type { CriterionReview, Evidence, EvidenceRole } from './review.ts';
import { SIDES, withShared } from './shared-rules.ts';
import { withDeniedClasses } from './verdict/denied-class.ts';
import { isDeniedMatch, isWhollyDeniedMatch, roleOf } from './verdict/denied-whole.ts';
import { withoutDenied } from './verdict/denied-words.ts';
import { inDoubt, isDoubtedBehind, isOnlyAsked, withDoubt } from './verdict/doubt.ts';
import { ofThePlace } from './verdict/elsewhere.ts';
import { asHistory, isCounted, isOnASide } from './verdict/evidence-role.ts';
import type { Piece } from './verdict/side.ts';
import { standingNow } from './verdict/standing.ts';
import { settle } from './verdict/verdict.ts';

/** What a criterion is judged on. */
export interface CriterionContext {
  index: CaseIndex;
  request: FoundRequest;
  requests: readonly FoundRequest[];
  asOf: DateValue;
  /** The pack that the reviewer judges by, where it speaks to the criterion. */
  edition?: string | undefined;
  /** Why criteria cannot be judged: their pack names something unknown. */
  faults: ReadonlyMap<string, PackFault>;
}

/** A reader looks at a few passages; more of the same side adds nothing. */
const MOST_OF_A_ROLE = 8;

/**
 * One criterion of one request: its evidence, its verdict, where the guideline says so, and for an
 * absence the receipt of the search. A criterion that cannot be judged is unclear and says why; the
 * others go on.
 */
export function judgeCriterion(criterion: Criterion, context: CriterionContext): CriterionReview {
  const fault = context.faults.get(criterion.id);
  if (fault) {
    const reason = say('finding_pack_fault', fault.path);
    return { ...rowFor(criterion, context), reason, fault: fault.code };
  }
  try {
    return judge(criterion, context);
  } catch (error) {
    return notJudged(criterion, context, error);
  }
}

function judge(criterion: Criterion, context: CriterionContext): CriterionReview {
  const review = rowFor(criterion, context);
  const judgeContext = { ...context, standards: standardsFor(criterion, context) };
  const { unless } = criterion;
  if (unless) {
    const holds = isApplicable(criterion, unless, judgeContext);
    if (!holds && unless.otherwise) {
      const receipt = receiptFor(criterion, context.index, context.request);
      const reason = reasonFor(criterion, unless.otherwise, [], receipt);
      return { ...review, verdict: unless.otherwise, reason, receipt };
    }
    if (!holds) {
      const reason = criterion.messages.notApplicable ?? unless.reason;
      return { ...review, verdict: 'not-applicable', reason };
    }
  }

  const answered = (use: JudgeUse) => withDoubt(runJudge(use, judgeContext), use, judgeContext);
  const computed = criterion.judge && counted(answered(criterion.judge), criterion);
  const decided = criterion.judge?.decides === true && hasAnswer(computed);
  const pieces = [
    ...judgedPieces(criterion, computed, context),
    ...withoutMeasured(rulePieces(criterion, context), criterion, computed).map((piece) =>
      decided ? { ...piece, evidence: asHistory(piece.evidence) } : piece,
    ),
  ];
  pieces.push(...leaningPieces(criterion, context, pieces));
  const isSilent = () => !pieces.some(({ evidence }) => isCounted(evidence.role));
  if (isSilent() && !criterion.oneOfMany)
    pieces.push(...deniedPieces(criterion, context, isDeniedMatch));
  if (isSilent()) pieces.push(...doubtedPieces(criterion, context));
  const compared = criterion.compared && answered(criterion.compared);
  const all = standingNow(withCompared(pieces, compared, context), criterion);
  const { places } = criterion;
  const ofPlace = places ? ofThePlace(all, places, context) : all;
  const settled = settle(withDeniedClasses(ofPlace, criterion, context.index), criterion.settle);
  const evidence = presentable(
    [...settled.evidence, ...claims(criterion, context)],
    settled.verdict,
  );
  const receipt =
    settled.verdict === 'not-documented'
      ? receiptFor(criterion, context.index, context.request)
      : null;
  const result: CriterionReview = {
    ...review,
    verdict: settled.verdict,
    reason: reasonFor(criterion, settled.verdict, evidence, receipt, computed?.reason),
    evidence,
    receipt,
  };
  if (computed?.measure) result.measure = computed.measure;
  return result;
}

function judgedPieces(
  { judge: use }: Criterion,
  computed: Judged | undefined,
  { index }: CriterionContext,
): Piece[] {
  const { evidence = [], ofOneEvent = false, yieldsToRules = false } = computed ?? {};
  const { ofMeasures: measured = false } = traitsOf(use?.use);
  return evidence.map((piece) => {
    const at = foundAt(piece, index);
    return {
      evidence: piece,
      subject: use?.use ?? '',
      computed: true,
      measured,
      ofOneEvent,
      yields: yieldsToRules,
      // accounts of one event are weighed by their tellers
      independent: !ofOneEvent && at !== undefined && isByIndependentExaminer(at.document, at.item),
      at,
    };
  });
}

/** The computation with the answers that the criterion counts. */
function counted(computed: Judged, { judgeCounts }: Criterion): Judged {
  if (judgeCounts === undefined) return computed;
  const evidence = computed.evidence.filter(({ role }) => role === judgeCounts);
  return evidence.length > 0 ? { ...computed, evidence } : { evidence };
}

/** "Reach 3 lb -> 3 lb": what measures it knows better than the words of it. */
function withoutMeasured(
  pieces: readonly Piece[],
  { judge: use }: Criterion,
  computed: Judged | undefined,
): readonly Piece[] {
  if (!traitsOf(use?.use).ofMeasures || !computed) return pieces;
  return pieces.filter(
    ({ evidence: { role, ...place } }) =>
      !computed.evidence.some((other) => isContrary(role, other.role) && overlaps(other, place)),
  );
}

function isContrary(one: EvidenceRole, other: EvidenceRole): boolean {
  return (one === 'supports' && other === 'opposes') || (one === 'opposes' && other === 'supports');
}

function hasAnswer(computed: Judged | undefined): boolean {
  return computed?.evidence.some(({ role }) => role === 'supports' || role === 'opposes') ?? false;
}

/** What compares a whole sentence knows better than words of it. */
function withCompared(
  pieces: readonly Piece[],
  compared: Judged | undefined,
  { index }: CriterionContext,
): Piece[] {
  if (!compared) return [...pieces];
  const kept = pieces.filter(
    ({ measured, evidence: { role, ...place } }) =>
      !isCounted(role) ||
      // one measure that rose is a gain, whatever is the same beside it
      (measured && role === 'supports') ||
      !compared.evidence.some((other) => other.role !== role && overlaps(other, place)),
  );
  const { yields = false } = compared;
  return [
    ...kept,
    ...compared.evidence.map((evidence) => {
      return {
        evidence,
        subject: 'compared',
        yields,
        computed: true,
        at: foundAt(evidence, index),
      };
    }),
  ];
}

/** What the rules of a criterion find; requests for the same thing share it. */
function rulePieces(criterion: Criterion, { index, request }: CriterionContext): readonly Piece[] {
  return ruled(index, `${criterion.id} ${subjectOf(request)}`, () =>
    withoutDenied(
      SIDES.flatMap(([side, role]) =>
        (criterion[side] ?? []).flatMap((rule) =>
          matchRule(withShared(rule, criterion, side), index, request)
            .filter(({ mention }) => side !== 'ambiguous' || !isLeftBlank(mention.assertion))
            .map((match) => pieceOf(match, roleOf(match, role), index))
            // denied, one of many says nothing of the others
            .filter(
              ({ evidence }) =>
                !(criterion.oneOfMany && role === 'supports') || evidence.role === role,
            ),
        ),
      ).concat(
        criterion.oneOfMany ? [] : deniedPieces(criterion, { index, request }, isWhollyDeniedMatch),
      ),
    ),
  );
}

/** What would support it, were it not denied in a way. */
function deniedPieces(
  criterion: Criterion,
  { index, request }: Pick<CriterionContext, 'index' | 'request'>,
  isDenied: (match: Match) => boolean,
): Piece[] {
  return (criterion.supports ?? [])
    .filter(({ presence }) => presence === undefined)
    .flatMap((rule) =>
      matchRule(withShared(rule, criterion, 'supports'), index, request, 'denials')
        .filter(isDenied)
        .map((match) => pieceOf(match, 'opposes', index)),
    );
}

const ruled = createMemo<CaseIndex, readonly Piece[]>();

/** What leans to one side contradicts the other; alone it is doubt. */
function leaningPieces(
  criterion: Criterion,
  { index, request }: CriterionContext,
  pieces: readonly Piece[],
): Piece[] {
  const opposed = pieces.some(({ evidence }) => evidence.role === 'opposes');
  return (criterion.leaning ?? []).flatMap((rule) =>
    matchRule(withShared(rule, criterion, 'leaning'), index, request).map((match) => ({
      ...pieceOf(match, opposed ? 'supports' : 'ambiguous', index),
      leans: true,
    })),
  );
}

/** What would count if it were not told in doubt. */
function doubtedPieces(criterion: Criterion, { index, request }: CriterionContext): Piece[] {
  return SIDES.flatMap(([side]) =>
    (criterion[side] ?? []).flatMap((rule) => {
      const doubted = inDoubt(withShared(rule, criterion, side));
      const matches = doubted ? matchRule(doubted, index, request) : [];
      return matches
        .filter(({ mention }) => !isOnlyAsked(mention.assertion))
        .filter(({ mention }) => side !== 'ambiguous' || isDoubtedBehind(mention))
        .map((match) => pieceOf(match, 'ambiguous', index));
    }),
  );
}

function pieceOf(match: Match, role: EvidenceRole, { rulebook }: CaseIndex): Piece {
  const { weak = false, yields = false, decisive = false } = match.rule;
  const evidence = evidenceOf(match, role);
  const independent = isByIndependentExaminer(match.document, match.mention);
  const { document, mention } = match;
  const names = () => namesOf(match, role === 'supports', rulebook);
  const at = { document, item: mention, names };
  const subject = mention.concept;
  return { evidence, subject, weak, yields, decisive, independent, at };
}

/** What reviewers claim about what would settle it: shown, never counted. */
function claims(criterion: Criterion, { index, request }: CriterionContext): Evidence[] {
  return [...(criterion.supports ?? []), ...(criterion.opposes ?? [])].flatMap((rule) =>
    matchRule(rule, index, request, 'claims').map((match) => evidenceOf(match, 'claim')),
  );
}

/**
 * One piece a statement and role, wherever it is repeated, and a few of each role. What stands on a side
 * is not shown as doubt or history again, unless that doubt decides.
 */
function presentable(
  evidence: readonly Evidence[],
  verdict: CriterionReview['verdict'],
): Evidence[] {
  let onASide: ReadonlySet<string> | undefined;
  const seen = new Set<string>();
  const counts = new Map<EvidenceRole, number>();
  return evidence.filter((piece) => {
    const { role } = piece;
    const count = counts.get(role) ?? 0;
    if (count >= MOST_OF_A_ROLE) return false;
    const statement = statementOf(piece);
    if (seen.has(`${role} ${statement}`)) return false;
    if (role === 'history' || (role === 'ambiguous' && verdict !== 'unclear')) {
      onASide ??= new Set(evidence.filter(isOnASide).map(statementOf));
      if (onASide.has(statement)) return false;
    }
    seen.add(`${role} ${statement}`);
    counts.set(role, count + 1);
    return true;
  });
}

function statementOf({ quote }: Evidence): string {
  return quote.replace(/\s+/g, ' ');
}

function rowFor(criterion: Criterion, context: CriterionContext): CriterionReview {
  const row: CriterionReview = {
    id: criterion.id,
    name: criterion.name,
    question: criterion.question,
    verdict: 'unclear',
    reason: '',
    evidence: [],
    receipt: null,
    ...citationsOf(standardsFor(criterion, context)),
  };
  if (criterion.wouldSettle) row.wouldSettle = criterion.wouldSettle;
  return row;
}

/** What the editions say on a criterion: the same for all requests of a case. */
function standardsFor(
  { id }: Criterion,
  { index, asOf, edition }: CriterionContext,
): StandardsInOrder {
  const day = isoDate(asOf);
  return standards(index, `${id} ${day} ${edition}`, () =>
    standardsInOrder(index.rulebook.standards.get(id), day, edition),
  );
}

const standards = createMemo<CaseIndex, StandardsInOrder>();

/** A criterion whose judgement failed: unclear, with the code of the fault. */
export function notJudged(
  criterion: Criterion,
  context: CriterionContext,
  error: unknown,
): CriterionReview {
  const why = error instanceof Error ? error.message : String(error);
  const reason = say('finding_not_judged', why);
  return { ...rowFor(criterion, context), reason, fault: 'criterion-failed' };
}
