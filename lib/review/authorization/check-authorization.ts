import type { Criterion } from '../../guidelines/pack.ts';
import type { DateValue } from '../../language/mention.ts';
import { isoDate } from '../../language/values/calendar.ts';
import { type Said, sayAll, type Words } from '../../saying/said.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { Evidence, FormCheck, Verdict } from '../review.ts';
import { checkClock, checkSupportAge } from './dates.ts';
import { findField } from './fields.ts';

/** What the checks of a request for authorization look at. */
export interface AuthorizationContext {
  documents: readonly IndexedDocument[];
  criteria: ReadonlyMap<string, Criterion>;
  /** The date of the request. */
  asOf: DateValue;
  /** Of each listed request, whether it names its item exactly. */
  itemsSpecified: readonly { verdict: Verdict; evidence: Evidence[] }[];
}

export interface AuthorizationFinding {
  verdict: Verdict;
  evidence: Evidence[];
  /** Sentences that follow the pack's message: a date, the working of the clock. */
  details?: Said[];
}

/** A check before it is said what was searched for what it did not find. */
export type JudgedCheck = Omit<FormCheck, 'receipt'>;

/** The documents that hold a request for authorization or a decision on one: no other is searched. */
export function formsAmong(documents: readonly IndexedDocument[]): IndexedDocument[] {
  return documents.filter(({ cues }) => cues.all('rfa-form').length > 0);
}

/** The checks of a request for authorization, where a text holds one or a decision on one. */
export function checkAuthorization(context: AuthorizationContext): JudgedCheck[] {
  const documents = formsAmong(context.documents);
  if (documents.length === 0) return [];
  const request = isoDate(context.asOf);
  const findings: [string, AuthorizationFinding][] = [
    ['rfa/employee-identified', findField(documents, 'rfa-employee', { labelled: true })],
    ['rfa/provider-identified', findField(documents, 'rfa-provider', { labelled: true })],
    ['rfa/treatment-specified', treatmentsNamed(context)],
    ['rfa/signed', findField(documents, 'rfa-signature', { missing: 'rfa-unsigned' })],
    [
      'rfa/support-attached',
      findField(documents, 'rfa-attachment', { missing: 'rfa-not-attached' }),
    ],
    ['rfa/support-age', checkSupportAge(documents, request)],
    ['rfa/decision-due', checkClock(documents)],
  ];
  return findings.flatMap(([id, finding]) => {
    const criterion = context.criteria.get(id);
    return criterion ? [formCheck(criterion, finding)] : [];
  });
}

function treatmentsNamed({ itemsSpecified }: AuthorizationContext): AuthorizationFinding {
  if (itemsSpecified.length === 0) return { verdict: 'not-documented', evidence: [] };
  const vague = itemsSpecified.filter(({ verdict }) => verdict !== 'met');
  const shown = vague.length > 0 ? vague : itemsSpecified;
  return {
    verdict: vague.length > 0 ? 'not-met' : 'met',
    evidence: shown.flatMap(({ evidence }) => evidence.slice(0, 1)),
  };
}

function formCheck(
  { id, messages }: Criterion,
  { verdict, evidence, details = [] }: AuthorizationFinding,
): JudgedCheck {
  return {
    id,
    verdict,
    evidence,
    reason: reasonOf(messageOf(messages, verdict), details),
  };
}

function reasonOf(message: string, details: readonly Said[]): Words {
  const said = message === '' ? details : [message, ...details];
  return sayAll<Words>('joint_sentences', said) ?? '';
}

function messageOf(messages: Criterion['messages'], verdict: Verdict): string {
  switch (verdict) {
    case 'met':
      return messages.met ?? '';
    case 'not-met':
      return messages.notMet ?? '';
    case 'not-applicable':
      return messages.notApplicable ?? '';
    case 'unclear':
      return messages.unclear ?? '';
    case 'conflicting':
      return messages.conflicting ?? '';
    case 'not-documented':
      return messages.notDocumented ?? '';
  }
}
