// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { PolicyProvider } from '../../components/options/policy.ts';
import { type TeamActions, TeamActionsProvider } from '../../components/team/team-actions.ts';
import { TeamLine } from '../../components/team/team-line.tsx';
import { type TeamData, TeamPart } from '../../components/team/team-part.tsx';
import type { TeamStatus } from '../../lib/library/sync/team-status.ts';
import { noPolicy, type Policy } from '../../lib/preferences/policy.ts';
import { teamConflict, teamStatus } from './sample-team.ts';

afterEach(cleanup);

function showTeam(team: TeamData, policy: Policy = noPolicy) {
  const actions = {
    permit: vi.fn(async () => true),
    test: vi.fn<TeamActions['test']>(async () => 'offline'),
    signIn: vi.fn<TeamActions['signIn']>(async () => null),
    signOut: vi.fn(async () => undefined),
    leave: vi.fn(async () => undefined),
    setUp: vi.fn<TeamActions['setUp']>(async () => 'unanswered'),
    sync: vi.fn(async () => undefined),
    endConflict: vi.fn<TeamActions['endConflict']>(async () => 'done'),
  };
  render(
    <PolicyProvider value={policy}>
      <TeamActionsProvider value={actions}>
        <TeamPart team={team} />
      </TeamActionsProvider>
    </PolicyProvider>,
  );
  return actions;
}

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test.each<[Partial<TeamStatus>, string | RegExp]>([
  [{}, /^Synced 22 Nov 2026/],
  [{ state: 'waiting', waiting: 2 }, /^2 changes wait to be sent\. Last synced/],
  [{ state: 'offline', waiting: 1 }, /^Offline\. .*1 change waits to be sent\./],
  [{ state: 'signed-out' }, /^Signed out\./],
  [{ state: 'refused', reason: 'You are not allowed.' }, /says: “You are not allowed\.”/],
  [{ state: 'gone' }, /has no team of this name/],
  [{ state: 'no-library' }, /no team library was set up/],
  [{ state: 'busy', retryAt: '2026-11-22T08:05:00.000Z' }, /Next try 22 Nov 2026/],
  [{ state: 'not-permitted' }, /does not let Caseglass reach the team’s server\. \(CG-609\)/],
  [{ state: 'other-server' }, /Your organisation has set another server/],
  [{ state: 'not-kept' }, /could not be stored in this browser/],
  [{ state: 'conflict', conflicts: 1 }, /^1 text was changed by two people/],
  [{ syncedAt: null }, 'Not synced yet.'],
])('the state in plain words: %o', (more, said) => {
  showTeam({ status: { ...teamStatus, ...more }, conflicts: [] });
  const [, shown] = screen.getAllByRole('status');
  expect(shown?.textContent).toMatch(said);
});

test('what the server did not take is named, with its reason', () => {
  const refused = [
    { document: 'snippet:a', title: 'Course', reason: 'You may read this library.' },
    { document: 'snippet:b', title: null, reason: 'too-large' },
  ];
  showTeam({ status: { ...teamStatus, state: 'refused', refused }, conflicts: [] });
  expect(screen.getByText('Course: The server says: “You may read this library.”')).toBeTruthy();
  expect(screen.getByText('snippet:b: It is too large for the server.')).toBeTruthy();
});

test('an organisation sets the server; what is typed goes there alone', async () => {
  const policy = { ...noPolicy, organisation: 'Northgate', teamServer: 'https://couch.example' };
  const { permit, test: asked } = showTeam({ status: null, conflicts: [] }, policy);
  const [server] = screen.getAllByLabelText('Address of the server') as HTMLInputElement[];
  expect(server?.readOnly).toBe(true);
  expect(server?.value).toBe('https://couch.example');
  expect(screen.getAllByText('Set by Northgate.').length).toBeGreaterThan(0);
  const type = (label: string, value: string) => {
    const [field] = screen.getAllByLabelText(label);
    if (field) fireEvent.input(field, { target: { value } });
  };
  type('Team (name of its database)', 'appeals');
  type('User name', 'ann');
  type('Password', 'word');
  click('Test the connection');
  await screen.findByText(/was not reached/);
  expect(permit).toHaveBeenCalledWith('https://couch.example/appeals');
  expect(asked).toHaveBeenCalledWith({
    ...{ address: 'https://couch.example/appeals', user: 'ann', password: 'word' },
  });
});

test('a text that one removed and the other changed is kept or removed, never silently', async () => {
  const one = teamConflict({ why: 'deleted-there', theirs: null });
  const { endConflict } = showTeam({ status: { ...teamStatus, conflicts: 1 }, conflicts: [one] });
  click(/^Compare/);
  expect(screen.getByText('You changed it; ben removed it.')).toBeTruthy();
  expect(screen.getByText('Removed.')).toBeTruthy();
  click('Remove it');
  expect(endConflict).toHaveBeenCalledWith(one, null, new Set());
  await screen.findByText('Settled. It is sent to the team.');
});

test('a pack in two versions is read as a whole and one of them kept', () => {
  const [mine, theirs] = [
    { id: 'south', title: 'South' },
    { id: 'south', title: 'South 2' },
  ];
  const one = teamConflict({ key: 'team/pack:south', document: 'pack:south', mine, theirs });
  const { endConflict } = showTeam({ status: { ...teamStatus, conflicts: 1 }, conflicts: [one] });
  click('Compare South');
  expect(screen.queryByRole('form', { name: 'Bring together' })).toBeNull();
  click('Keep the team’s');
  expect(endConflict).toHaveBeenCalledWith(one, theirs, new Set());
});

test('a conflict that has moved on is said and shown anew', async () => {
  const { endConflict } = showTeam({
    status: { ...teamStatus, conflicts: 1 },
    conflicts: [teamConflict({})],
  });
  endConflict.mockResolvedValueOnce('moved-on');
  click(/^Compare/);
  click('Keep mine');
  expect((await screen.findByRole('alert')).textContent).toContain('has changed since');
});

test('leaving says what is not sent yet, and asks once more', () => {
  const { leave } = showTeam({
    status: { ...teamStatus, state: 'waiting', waiting: 3 },
    conflicts: [],
  });
  click('Leave the team');
  expect(screen.getByRole('alert').textContent).toBe(
    '3 changes were not sent yet and would be lost to the team.',
  );
  expect(leave).not.toHaveBeenCalled();
  click('Leave, and keep nothing');
  expect(leave).toHaveBeenCalledWith(false);
});

test('the panel says the first thing that counts, and leads to it', () => {
  const onOpen = vi.fn();
  render(<TeamLine status={{ ...teamStatus, state: 'conflict', conflicts: 2 }} onOpen={onOpen} />);
  expect(screen.getByText(/^Team: 2 texts were changed by two people/)).toBeTruthy();
  click('Compare');
  expect(onOpen).toHaveBeenCalled();
});
