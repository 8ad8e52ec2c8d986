/** Something the person at the terminal can put right: printed in one line, exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
