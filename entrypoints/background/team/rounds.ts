import { browser } from 'wxt/browser';
import { type LibraryDatabase, openLibrary } from '../../../lib/library/database.ts';
import { nextRound, type Occasion, readTeam, syncTeam } from '../../../lib/library/sync/team.ts';
import { hindranceOf } from './hindrance.ts';
import { dropPassword, passwordFor } from './password.ts';

export const alarmName = 'team-sync';

/** Seconds between rounds while all is well; the share of it that is left to chance, so that a
 * whole team does not ask at once. */
const every = 300;
const chance = 0.2;

/** Minutes after which a round goes on that ended with the worker. */
const resumeAfter = 1;

/** Milliseconds between calls that keep the worker while a round runs; it is stopped after 30 s. */
const aliveEvery = 15_000;

const strength = ['time', 'online', 'asked'] as const satisfies Occasion[];

/**
 * Runs rounds with the team's server, one at a time. The lock holds for all of the extension; each
 * round may be stopped anywhere and is gone on with by the alarm.
 */
export class TeamRounds {
  readonly #onShared: () => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  #occasion: Occasion = 'time';
  #stop = new AbortController();
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(onShared: () => Promise<void>) {
    this.#onShared = onShared;
  }

  /** Runs a round after the one that runs now, if any; resolves when it is over. */
  run(occasion: Occasion): Promise<void> {
    if (strength.indexOf(occasion) > strength.indexOf(this.#occasion)) this.#occasion = occasion;
    this.#waiting ??= this.#after(() => {
      const asked = this.#occasion;
      this.#occasion = 'time';
      this.#waiting = undefined;
      return this.#round(asked);
    });
    return this.#waiting;
  }

  /** Runs a round when nothing has called for so many milliseconds. */
  async soon(wait: number): Promise<void> {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.run('time'), wait);
    // the worker may be stopped before
    if (await readTeam()) await browser.alarms.create(alarmName, { delayInMinutes: resumeAfter });
  }

  /** Ends the round that runs, and carries out a step with none beside it. */
  hold<Result>(step: () => Promise<Result>): Promise<Result> {
    clearTimeout(this.#soon);
    this.#stop.abort();
    this.#stop = new AbortController();
    return this.#after(step);
  }

  #after<Result>(step: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(() => navigator.locks.request('team', step)) as Promise<Result>;
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #round(occasion: Occasion): Promise<void> {
    const { signal } = this.#stop;
    const team = await readTeam();
    if (team === undefined || signal.aborted) return setAlarm();
    await browser.alarms.create(alarmName, { delayInMinutes: resumeAfter });
    const alive = setInterval(() => void browser.runtime.getPlatformInfo(), aliveEvery);
    try {
      const [password, hindrance] = await Promise.all([passwordFor(team), hindranceOf(team)]);
      const database = await openLibrary();
      const before = await standingOf(database);
      await syncTeam({ database, occasion, password, hindrance, signal });
      if ((await standingOf(database)) !== before) void this.#onShared();
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      clearInterval(alive);
      await setAlarm();
    }
  }
}

/** Which packs and profiles of the team stand here, in which versions. */
async function standingOf({ shared }: LibraryDatabase): Promise<string> {
  const rows = await shared.toArray();
  return JSON.stringify(rows.map(({ key, rev, deleted }) => [key, rev, deleted]));
}

/** Sets the alarm for the next round; none where there is nothing to be done until a person acts. */
export async function setAlarm(): Promise<void> {
  const team = await readTeam();
  const period = every * (1 + Math.random() * chance);
  const next = team === undefined ? null : nextRound(team, new Date().toISOString(), period);
  // a password that was not accepted is not kept to be tried again
  if (team?.problem?.kind === 'signed-out') await dropPassword();
  if (next === null) await browser.alarms.clear(alarmName);
  else await browser.alarms.create(alarmName, { when: Date.parse(next) });
}
