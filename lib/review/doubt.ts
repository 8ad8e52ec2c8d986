/** What is told in doubt settles nothing: "perhaps", "I cannot say whether", "or so he believes". */
import type { EvidenceRule } from '../guidelines/evidence-rule.ts';
import { explainAssertion } from '../language/assertion/explain.ts';
import type { Assertion, Presence } from '../language/mention.ts';
import { CARDINALS } from '../language/number-words.ts';
import { foundAt } from './evidence/passage.ts';
import type { JudgeContext, Judged } from './judges/judge.ts';
import { isRequested } from './judges/places.ts';
import type { Evidence } from './review.ts';

/**
 * The computation with what the record is not sure of as doubt, and without what it only asks. What is
 * requested is none of both: "I was asked whether six visits should be authorized".
 */
export function withDoubt(judged: Judged, context: JudgeContext): Judged {
  return { ...judged, evidence: judged.evidence.flatMap((piece) => asMeant(piece, context)) };
}

function asMeant(evidence: Evidence, context: JudgeContext): Evidence[] {
  const at = isAnswer(evidence) ? foundAt(evidence) : undefined;
  const assertion = at?.document.reading.assertionOf(at.item);
  if (!at || assertion?.presence !== 'possible') return [evidence];
  if (isRequested(at.document, at.item, context)) return [evidence];
  if (isOnlyAsked(assertion)) return [];
  if (isOfNumber(assertion)) return [evidence];
  const why = explainAssertion({ assertion }, at.document.reading.text);
  return [{ ...evidence, role: 'ambiguous', why }];
}

function isAnswer({ role }: Evidence): boolean {
  return role === 'supports' || role === 'opposes';
}

/** "Whether he exercises at home is not stated": a question that nobody answers says nothing. */
export function isOnlyAsked({ because }: Assertion): boolean {
  return because.some(({ axis, words }) => axis === 'presence' && ASKS.test(words));
}

const ASKS = /\b(?:whether|if)\b/i;

/** "Maybe 40 % relief": how sure a number is, the computation itself has weighed. */
function isOfNumber({ because }: Assertion): boolean {
  return because.some(({ axis, words }) => {
    const last = words.split(/\s/).at(-1) ?? '';
    return axis === 'presence' && (/\d/.test(last) || last.toLowerCase() in CARDINALS);
  });
}

const POSSIBLE: readonly Presence[] = ['possible'];

/** The rule for the same said in doubt; undefined where the rule itself says how sure it has to be. */
export function inDoubt(rule: EvidenceRule): EvidenceRule | undefined {
  if (rule.presence) return undefined;
  let doubted = doubtedRules.get(rule);
  if (doubted === undefined) {
    doubted = { ...rule, presence: [...POSSIBLE] };
    doubtedRules.set(rule, doubted);
  }
  return doubted;
}

const doubtedRules = new WeakMap<EvidenceRule, EvidenceRule>();
