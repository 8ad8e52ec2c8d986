import type { Criterion } from '../guidelines/pack.ts';
import { coverageInWords } from './receipt.ts';
import type { Evidence, EvidenceRole, SearchReceipt, Verdict } from './review.ts';

/** A quote in a reason is a pointer, not the passage. */
const SHORT_QUOTE = 90;

/** One plain sentence, the finding first: what the pack says, else what was found. */
export function reasonFor(
  criterion: Criterion,
  verdict: Verdict,
  evidence: readonly Evidence[],
  receipt: SearchReceipt | null,
  computed?: string,
): string {
  const { messages, name } = criterion;
  const first = (role: EvidenceRole) => evidence.find((piece) => piece.role === role);
  switch (verdict) {
    case 'met':
      return withComputed(computed, messages.met ?? `Documented: ${quoted(first('supports'))}.`);
    case 'not-met':
      return withComputed(
        computed,
        messages.notMet ?? `Documented that it is not so: ${quoted(first('opposes'))}.`,
      );
    case 'conflicting':
      return (
        messages.conflicting ??
        `The record says both: ${quoted(first('supports'))} and ${quoted(first('opposes'))}.`
      );
    case 'unclear':
      return withComputed(
        computed,
        messages.unclear ?? `Mentioned, which does not settle it: ${quoted(first('ambiguous'))}.`,
      );
    case 'not-applicable':
      return messages.notApplicable ?? 'It does not apply here.';
    case 'not-documented':
      return absence(name, messages.notDocumented, receipt, first('claim'));
  }
}

function absence(
  name: string,
  message: string | undefined,
  receipt: SearchReceipt | null,
  claim: Evidence | undefined,
): string {
  const coverage = receipt ? coverageInWords(receipt) : { all: true, words: 'what was read' };
  const said = claim ? ' A reviewer speaks of it; that is a claim about the record.' : '';
  if (!coverage.all) return `${name}: not found in ${coverage.words}.${said}`;
  const found = message ?? `No ${lowerFirst(name)} found.`;
  return `${found.replace(/\.$/, '')} in ${coverage.words}.${said}`;
}

/** A number is the finding; the message of the pack says what it means. */
function withComputed(computed: string | undefined, message: string): string {
  return computed ? `${computed} ${message}` : message;
}

function lowerFirst(words: string): string {
  // "MRI" stays, "Twitch response" does not
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function quoted(evidence: Evidence | undefined): string {
  if (!evidence) return 'see the passages';
  const words = evidence.quote.replace(/\s+/g, ' ');
  return `"${words.length > SHORT_QUOTE ? `${words.slice(0, SHORT_QUOTE)}…` : words}"`;
}
