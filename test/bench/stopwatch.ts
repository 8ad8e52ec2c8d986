/** CPU milliseconds of this thread, best of several passes. */
export function milliseconds(run: () => unknown, passes = 3): number {
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass += 1) {
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return Math.max(best, 0.001);
}

/** Results end here, so that no engine leaves out what nobody reads. */
export let sink = 0;

/** The bare loop that everything is compared to. */
export function bareLoop(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum = (sum + text.charCodeAt(i)) | 0;
  sink ^= sum;
}
