import type { ConflictRow } from '../../lib/library/database.ts';
import type { TeamStatus } from '../../lib/library/sync/team.ts';
import type { AddressFault } from '../../lib/library/sync/team-address.ts';
import type { MergedField } from '../../lib/snippets/merge.ts';
import { showTime } from '../../lib/wording/dates.ts';
import { counted, type MessageKey, words } from '../../lib/wording/words.ts';
import type { TeamFault } from './team-actions.ts';

const faultTexts = {
  offline: 'team_fault_offline',
  'signed-out': 'team_fault_signed_out',
  refused: 'team_fault_refused',
  gone: 'team_fault_gone',
  'no-library': 'team_fault_no_library',
  'too-large': 'team_fault_too_large',
  busy: 'team_fault_busy',
  broken: 'team_fault_broken',
  'not-permitted': 'team_fault_not_permitted',
  'other-server': 'team_fault_other_server',
  'other-library': 'team_fault_other_library',
  'not-kept': 'team_fault_not_kept',
  unanswered: 'team_fault_unanswered',
} as const satisfies Record<TeamFault, MessageKey>;

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

export const mergedFieldTexts = {
  title: 'field_title',
  text: 'field_text',
  criteria: 'field_criteria',
  treatments: 'field_treatments',
  citation: 'field_guideline',
  inForce: 'field_from',
  jurisdiction: 'field_jurisdiction',
  tags: 'field_tags',
  status: 'field_status',
  confidence: 'field_seen',
  sources: 'field_sources',
} as const satisfies Record<MergedField, MessageKey>;

/** Why the server could not be used, in one sentence. */
export function faultSentence(fault: TeamFault, address: string): string {
  return words(faultTexts[fault], hostOf(address));
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
function hindranceOf({ state, address, reason, refused, conflicts }: TeamStatus): string | null {
  if (state === 'synced' || state === 'waiting' || state === 'conflict') return null;
  if (state === 'offline') return words('team_offline');
  if (state === 'signed-out') return words('team_signed_out');
  if (state !== 'refused') return faultSentence(state, address);
  // the server's refusal of a person has a reason; that of single changes stands with each
  if (reason === null && (refused.length > 0 || conflicts > 0)) return null;
  return [faultSentence(state, address), ...(reason ? [words('team_says', reason)] : [])].join(' ');
}

/** Whether a person has something to do. */
export function needsPerson({ state }: TeamStatus): boolean {
  return state !== 'synced' && state !== 'waiting' && state !== 'offline' && state !== 'busy';
}

export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
