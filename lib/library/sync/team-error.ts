/**
 * Why the team's server could not be used.
 *
 * `offline`: not reached, or something else answered in its place · `signed-out`: name or password
 * are not accepted · `refused`: no member, or not allowed · `gone`: there is no such database or
 * document · `no-library`: there is one, and no team library in it · `too-large` · `busy`: to be
 * tried later · `broken`: an answer no CouchDB gives · `not-permitted`: the browser does not let this
 * site be reached · `other-server`: the organisation has set another one · `not-kept`: what came
 * could not be stored in this browser
 */
export type TeamErrorKind =
  | 'offline'
  | 'signed-out'
  | 'refused'
  | 'gone'
  | 'too-large'
  | 'no-library'
  | 'busy'
  | 'broken'
  | 'not-permitted'
  | 'other-server'
  | 'not-kept';

export class TeamError extends Error {
  override name = 'TeamError';
  readonly kind: TeamErrorKind;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** Seconds until it may be tried again, where the server said so. */
  readonly retryAfter: number | null;

  constructor(
    kind: TeamErrorKind,
    reason: string,
    { status = 0, retryAfter = null }: { status?: number; retryAfter?: number | null } = {},
  ) {
    super(reason);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** CouchDB locks an account for five minutes after five wrong passwords (its default). */
const lockedFor = 300;

/**
 * What an answer's status means.
 *
 * @param answer its body, where it was JSON; null where it was not
 */
export function errorOfStatus(
  status: number,
  answer: { error?: string | undefined; reason?: string | undefined } | null,
  retryAfter: string | null,
): TeamError {
  const reason = answer?.reason ?? answer?.error ?? `HTTP ${status}`;
  const seconds = readRetryAfter(retryAfter);
  const error = (kind: TeamErrorKind, wait: number | null = null) =>
    new TeamError(kind, reason, { status, retryAfter: wait });
  if (status === 401) return error('signed-out');
  if (status === 413) return error('too-large');
  if (status === 429 || status === 503) return error('busy', seconds);
  // a login page or a proxy's error page
  if (answer === null) return error('offline');
  if (status === 400 && /AuthSession|token|signature|claim/i.test(reason)) {
    return error('signed-out');
  }
  if (status === 403) {
    return /temporarily locked/i.test(reason) ? error('busy', lockedFor) : error('refused');
  }
  if (status === 404) return error('gone');
  return error(status >= 500 ? 'busy' : 'broken', seconds);
}

/** Only seconds: a date would be by the server's clock. */
function readRetryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null;
}
