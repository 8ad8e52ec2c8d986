import type { Criterion } from '../guidelines/pack.ts';
import { type Said, say, type Words } from '../saying/said.ts';
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
  computed?: Words,
): Words {
  const { messages, name } = criterion;
  const first = (role: EvidenceRole) => evidence.find((piece) => piece.role === role);
  switch (verdict) {
    case 'met':
      return withComputed(computed, messages.met ?? say('finding_met', quoted(first('supports'))));
    case 'not-met':
      return withComputed(
        computed,
        messages.notMet ?? say('finding_not_met', quoted(first('opposes'))),
      );
    case 'conflicting':
      return (
        messages.conflicting ??
        say('finding_conflicting', quoted(first('supports')), quoted(first('opposes')))
      );
    case 'unclear':
      return withComputed(
        computed,
        messages.unclear ?? say('finding_unclear', quoted(first('ambiguous'))),
      );
    case 'not-applicable':
      return messages.notApplicable ?? say('finding_not_applicable');
    case 'not-documented':
      return absence(name, messages.notDocumented, receipt, first('claim'));
  }
}

function absence(
  name: string,
  message: string | undefined,
  receipt: SearchReceipt | null,
  claim: Evidence | undefined,
): Said {
  const coverage = receipt ? coverageInWords(receipt) : { all: true, words: say('coverage_read') };
  const found = message?.replace(/\.$/, '') ?? say('finding_nothing_of', lowerFirst(name));
  const absent = coverage.all
    ? say('finding_absent', found, coverage.words)
    : say('finding_absent_in_part', name, coverage.words);
  return claim ? say('joint_sentences', absent, say('finding_claimed')) : absent;
}

/** A number is the finding; the message of the pack says what it means. */
function withComputed(computed: Words | undefined, message: Words): Words {
  return computed ? say('joint_sentences', computed, message) : message;
}

function lowerFirst(words: string): string {
  // "MRI" stays, "Twitch response" does not
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function quoted(evidence: Evidence | undefined): Said {
  if (!evidence) return say('finding_see_passages');
  const words = evidence.quote.replace(/\s+/g, ' ');
  return say('in_quotes', words.length > SHORT_QUOTE ? `${words.slice(0, SHORT_QUOTE)}…` : words);
}
