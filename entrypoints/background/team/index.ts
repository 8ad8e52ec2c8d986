import { browser } from 'wxt/browser';
import { onPolicyChange } from '../../../lib/portals/managed.ts';
import { answerTeamMessages } from './answers.ts';
import { alarmName, TeamRounds } from './rounds.ts';

/** At the start of the browser every computer of a team starts at once. Milliseconds. */
const startWithin = 15_000;

/**
 * Keeps the team's library and its server alike: at the start, by an alarm, after edits, when the
 * network is back, when a person asks. Nothing runs where there is no team. To be called in the
 * worker's first turn.
 *
 * @param onShared the team's packs or profiles are others now
 */
export function keepWithTeam(onShared: () => Promise<void>): TeamRounds {
  const rounds = new TeamRounds(onShared);
  answerTeamMessages(rounds);
  const start = () => void rounds.soon(Math.random() * startWithin);
  browser.runtime.onStartup.addListener(start);
  browser.runtime.onInstalled.addListener(start);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void rounds.run('time');
  });
  // the site may have been permitted, or forbidden
  browser.permissions.onAdded.addListener(() => void rounds.run('time'));
  browser.permissions.onRemoved.addListener(() => void rounds.run('time'));
  onPolicyChange(() => void rounds.run('time'));
  globalThis.addEventListener('online', () => void rounds.run('online'));
  return rounds;
}
