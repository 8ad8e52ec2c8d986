import type { FaultCode } from '../../lib/case/fault.ts';
import type { ConflictRow } from '../../lib/library/database.ts';
import type { AddressFault } from '../../lib/library/sync/team-address.ts';
import type { TeamStatus } from '../../lib/library/sync/team-status.ts';
import { showTime } from '../../lib/wording/dates.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { counted, type MessageKey, words } from '../../lib/wording/words.ts';
import type { TeamFault } from './team-actions.ts';

const faultCodes = {
  offline: 'CG-601',
  'signed-out': 'CG-602',
  refused: 'CG-603',
  gone: 'CG-604',
  'no-library': 'CG-605',
  'too-large': 'CG-606',
  busy: 'CG-607',
  broken: 'CG-608',
  'not-permitted': 'CG-609',
  'other-server': 'CG-610',
  'other-library': 'CG-611',
  'not-kept': 'CG-612',
  unanswered: 'CG-613',
} as const satisfies Record<TeamFault, FaultCode>;

const addressTexts = {
  'not-an-address': 'team_no_address',
  'not-https': 'team_not_https',
  'no-database': 'team_no_database',
  'has-password': 'team_has_password',
} as const satisfies Record<AddressFault, MessageKey>;

export const conflictTexts = {
  'both-changed': 'team_why_both',
  'deleted-here': 'team_why_deleted_here',
  'deleted-there': 'team_why_deleted_there',
  'set-back': 'team_why_set_back',
  missing: 'team_why_missing',
  branch: 'team_why_branch',
} as const satisfies Record<ConflictRow['why'], MessageKey>;

/** Why the server could not be used, in one sentence, with its code. */
export function faultSentence(fault: TeamFault): string {
  const code = faultCodes[fault];
  return `${sentenceOf(code)} (${code})`;
}

/** Why an address is not taken, in one sentence. */
export function addressSentence(fault: AddressFault): string {
  return words(addressTexts[fault]);
}

/** Why the server did not take a change. */
export function refusalOf(reason: string): string {
  if (reason === 'too-large') return words('team_answer_too_large');
  if (reason === 'malformed') return words('team_answer_malformed');
  return words('team_says', reason);
}

/** How the team's library stands, in plain sentences: what hinders first, then what waits. */
export function stateSentences(status: TeamStatus): string[] {
  const { state, waiting, conflicts, refused, syncedAt, retryAt } = status;
  const hindrance = hindranceOf(status);
  const synced = hindrance === null && waiting === 0 ? 'team_synced' : 'team_last_synced';
  const when = syncedAt === null ? words('team_never') : words(synced, showTime(syncedAt));
  return [
    ...(hindrance === null ? [] : [hindrance]),
    ...(conflicts > 0 ? [counted('team_conflicts', conflicts)] : []),
    ...(refused.length > 0 ? [counted('team_refused', refused.length)] : []),
    ...(waiting > 0 ? [counted('team_waiting', waiting)] : []),
    when,
    ...(state === 'busy' && retryAt !== null ? [words('team_retry', showTime(retryAt))] : []),
  ];
}

/** What keeps the library from being synced; null where nothing does. */
function hindranceOf({ state, reason, refused, conflicts }: TeamStatus): string | null {
  if (state === 'synced' || state === 'waiting' || state === 'conflict') return null;
  if (state === 'offline') return words('team_offline');
  if (state === 'signed-out') return words('team_signed_out');
  if (state !== 'refused') return faultSentence(state);
  // the server's refusal of a person has a reason; that of single changes stands with each
  if (reason === null && (refused.length > 0 || conflicts > 0)) return null;
  return [faultSentence(state), ...(reason ? [words('team_says', reason)] : [])].join(' ');
}

/** Whether a person has something to do. */
export function needsPerson({ state }: TeamStatus): boolean {
  return state !== 'synced' && state !== 'waiting' && state !== 'offline' && state !== 'busy';
}

export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
