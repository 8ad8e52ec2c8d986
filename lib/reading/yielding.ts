/** How long a reading may hold the page's main thread at a time, in milliseconds. */
export const longestSlice = 8;

/** Lets the page have its turn. */
export function letPageRun(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  // A timer would be slowed down to four milliseconds, and to a second in a tab behind others.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Runs a generator in slices; stops without a result when the signal ends it. */
export async function runInSlices<Result>(
  work: Generator<void, Result>,
  slice: { begin(): void },
  signal: AbortSignal,
): Promise<Result | undefined> {
  slice.begin();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    await letPageRun();
    if (signal.aborted) return undefined;
    slice.begin();
  }
}

/** A clock that is looked at once in a while: looking costs more than most steps. */
export class SliceClock {
  private end = 0;
  private steps = 0;

  begin(): void {
    this.end = performance.now() + longestSlice;
  }

  isTimeUp(): boolean {
    this.steps = (this.steps + 1) & 15;
    return this.steps === 0 && performance.now() >= this.end;
  }
}
