import { browser } from 'wxt/browser';
import { openLibrary } from '../../../lib/library/database.ts';
import { CouchClient } from '../../../lib/library/sync/couch-client.ts';
import {
  askForPass,
  leaveTeam,
  type SignInFault,
  signIn,
  signOut,
  type TeamPass,
} from '../../../lib/library/sync/team.ts';
import { readTeamAddress, type TeamAddress } from '../../../lib/library/sync/team-address.ts';
import { TeamError } from '../../../lib/library/sync/team-error.ts';
import { setUpWithMembers, type TeamOrder } from '../../../lib/library/sync/team-setup.ts';
import type { TeamCredentials, TeamMade } from '../../../lib/messaging/protocol.ts';
import { failure, type Result, success } from '../../../lib/messaging/result.ts';
import { checkTeamMessage, type TeamArrival } from '../../../lib/messaging/team-check.ts';
import { forgetTeamSite } from '../../../lib/portals/team-site.ts';
import { hindranceOf } from './hindrance.ts';
import { dropPassword, keepPassword } from './password.ts';
import { setAlarm, type TeamRounds } from './rounds.ts';

/** Milliseconds without a further edit after which edits are sent. */
const settleTime = 2_000;

/** Answers what the extension's own pages ask about the team. */
export function answerTeamMessages(rounds: TeamRounds): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    const isOurPage =
      sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/'));
    const arrival = isOurPage ? checkTeamMessage(message) : undefined;
    if (arrival === undefined) return;
    answerOf(arrival, rounds).then(respond, () => respond(failure('CG-404')));
    return true;
  });
}

async function answerOf(arrival: TeamArrival, rounds: TeamRounds): Promise<Result<unknown>> {
  switch (arrival.name) {
    case 'teamEdited':
      await rounds.soon(settleTime);
      return success(null);
    case 'teamSync':
      await rounds.run(arrival.body.occasion);
      return success(null);
    case 'teamTest':
      return success(await test(arrival.body));
    case 'teamSignIn':
      return success(await join(arrival.body, rounds));
    case 'teamSignOut':
      await rounds.hold(async () => {
        await signOut(await openLibrary());
        await setAlarm();
      });
      return success(null);
    case 'teamLeave':
      await rounds.hold(async () => {
        await leaveTeam(await openLibrary(), arrival.body.copies, new Date().toISOString());
        await dropPassword();
        await forgetTeamSite();
        await setAlarm();
      });
      return success(null);
    case 'teamSetUp':
      return success(await setUp(arrival.body));
  }
}

/** The address, if this server may be asked at all. */
async function addressFor(address: string): Promise<TeamAddress | SignInFault> {
  const hindrance = await hindranceOf({ address });
  if (hindrance !== null) return hindrance;
  const read = readTeamAddress(address);
  return 'fault' in read ? 'broken' : read.address;
}

async function test({ address, user, password }: TeamCredentials): Promise<TeamPass | SignInFault> {
  const at = await addressFor(address);
  return typeof at === 'string' ? at : askForPass({ address: at, user, password });
}

async function join(
  { address, user, password, stay }: TeamCredentials & { stay: boolean },
  rounds: TeamRounds,
): Promise<SignInFault | null> {
  const at = await addressFor(address);
  if (typeof at === 'string') return at;
  const fault = await rounds.hold(async () => {
    const form = { address: at, user, password, stay };
    const refused = await signIn(await openLibrary(), form, new Date().toISOString());
    if (refused === null) await keepPassword({ address: at.url, user }, password);
    return refused;
  });
  if (fault === null) void rounds.run('asked');
  return fault;
}

async function setUp({
  address,
  user,
  password,
  ...order
}: TeamCredentials & TeamOrder): Promise<TeamMade> {
  const at = await addressFor(address);
  if (typeof at === 'string') return { fault: at, reason: '' };
  try {
    const client = new CouchClient({ address: at, credentials: { user, password } });
    return await setUpWithMembers(client, order);
  } catch (error) {
    if (!(error instanceof TeamError)) throw error;
    // below 400 there are no words of the server's
    return { fault: error.kind, reason: error.status >= 400 ? error.message : '' };
  }
}
