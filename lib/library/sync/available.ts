/**
 * Whether this build can reach a team's server. A build with `WXT_LOCAL_ONLY=1` cannot: nothing of
 * `lib/library/sync` that speaks to a server is in it, and its policy allows no connection. Read
 * here and by `wxt.config.ts`, nowhere else.
 */
export const hasTeamSync: boolean = !import.meta.env.WXT_LOCAL_ONLY;
