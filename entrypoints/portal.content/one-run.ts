/** Not visible to the page: a content script has its own globals. */
const key = Symbol.for('caseglass.run');

/**
 * True for the first run in a document. An open tab is served at once when its site is allowed,
 * and the registration may serve the same document again.
 */
export function isFirstRun(signal: AbortSignal): boolean {
  const world = globalThis as { [key]?: AbortSignal };
  if (world[key]?.aborted === false) return false;
  world[key] = signal;
  return true;
}
