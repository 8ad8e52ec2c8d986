import type { TeamConflict } from '../../lib/library/sync/conflicts.ts';
import type { TeamStatus } from '../../lib/library/sync/team-status.ts';
import { sample } from '../snippets/sample.ts';

/** An invented team: how its library stands, and texts that two of its members changed. */

export const teamStatus: TeamStatus = {
  ...{ name: 'Appeals', address: 'https://couch.example/appeals', user: 'ann', canEdit: true },
  ...{ staysSignedIn: false, syncedAt: '2026-11-22T08:00:00.000Z', state: 'synced' },
  ...{ reason: null, retryAt: null, waiting: 0, conflicts: 0, refused: [] },
};

export function teamConflict(more: Partial<TeamConflict>): TeamConflict {
  const document = 'snippet:a';
  return {
    ...{ key: `team/${document}`, library: 'team', document, why: 'both-changed', branch: null },
    ...{ theirRev: '2-x', theirAuthor: 'ben', found: '2026-11-22T08:00:00.000Z', base: null },
    ...{ mine: { ...sample('a'), text: 'Mine.' }, theirs: { ...sample('a'), text: 'Theirs.' } },
    ...more,
  };
}

const course = sample('course', {
  title: 'Muscle relaxant: short courses',
  text: 'A muscle relaxant is meant for a short course of up to three weeks. {{measure|[exposure]}}',
});

/** Both changed the text in the same place, and one of them its status. */
const bothChanged = teamConflict({
  ...{ key: 'team/snippet:course', document: 'snippet:course', base: course },
  mine: {
    ...course,
    text: 'A muscle relaxant is meant for a short course of two to three weeks at most. {{measure|[exposure]}}',
  },
  theirs: {
    ...course,
    status: 'draft',
    text: 'A muscle relaxant is meant for a course of up to three weeks, and rarely for longer. {{measure|[exposure]}}',
  },
});

const removed = teamConflict({
  ...{ key: 'team/snippet:sites', document: 'snippet:sites', why: 'deleted-there', theirs: null },
  mine: sample('sites', {
    title: 'Trigger points: four sites at most',
    text: 'No more than three or four sites are injected at a session.',
  }),
});

const ofPack = teamConflict({
  ...{ key: 'team/pack:south', document: 'pack:south' },
  mine: { id: 'south', title: 'Southern team', version: '1.1.0' },
  theirs: { id: 'south', title: 'Southern team', version: '1.2.0' },
});

const conflicts = [bothChanged, removed, ofPack];

const out = (state: TeamStatus['state'], more: Partial<TeamStatus> = {}) => ({
  status: { ...teamStatus, state, ...more },
  conflicts: [],
});

/** How a team's library may stand, each in another look; a fault has the look of `gone`. */
export const teams = {
  none: { status: null, conflicts: [] },
  synced: out('synced', { staysSignedIn: true }),
  reader: out('synced', { canEdit: false }),
  waiting: out('waiting', { waiting: 2 }),
  offline: out('offline', { waiting: 1 }),
  'signed-out': out('signed-out', { waiting: 1 }),
  refused: out('refused', {
    refused: [
      { document: 'snippet:a', title: 'Course', reason: 'You may read this library.' },
      { document: 'snippet:b', title: null, reason: 'too-large' },
    ],
  }),
  'no-member': out('refused', { reason: 'You are not allowed to access this db.' }),
  gone: out('gone'),
  busy: out('busy', { retryAt: '2026-11-22T08:05:00.000Z' }),
  'not-permitted': out('not-permitted'),
  conflict: {
    status: { ...teamStatus, state: 'conflict' as const, conflicts: conflicts.length },
    conflicts,
  },
} as const;
