import { z } from 'zod';
import type { Body, Name } from './protocol.ts';

/** What the background accepts about the team's library. */

const line = z.string().max(2_000);
const name = z.string().trim().min(1).max(200);
const credentials = { address: line, user: name, password: z.string().min(1).max(2_000) };

const fromPages = {
  teamEdited: z.null(),
  teamSync: z.strictObject({ occasion: z.enum(['time', 'online', 'asked']) }),
  teamTest: z.strictObject(credentials),
  teamSignIn: z.strictObject({ ...credentials, stay: z.boolean() }),
  teamSignOut: z.null(),
  teamLeave: z.strictObject({ copies: z.boolean() }),
  teamSetUp: z.strictObject({
    ...credentials,
    name,
    editors: z.array(name).max(500),
    readers: z.array(name).max(500),
  }),
} satisfies { [N in Name<'teamToBackground'>]: z.ZodType };

const envelope = z.strictObject({
  way: z.literal('teamToBackground'),
  name: z.string(),
  body: z.unknown(),
});

/** A message about the team whose every part was looked at. */
export type TeamArrival = {
  [N in Name<'teamToBackground'>]: { name: N; body: Body<'teamToBackground', N> };
}[Name<'teamToBackground'>];

/** The message; undefined when it is none about the team, or any part of it is wrong. */
export function checkTeamMessage(message: unknown): TeamArrival | undefined {
  const opened = envelope.safeParse(message);
  if (!opened.success || !Object.hasOwn(fromPages, opened.data.name)) return undefined;
  const checked = fromPages[opened.data.name as keyof typeof fromPages].safeParse(opened.data.body);
  if (!checked.success) return undefined;
  return { name: opened.data.name, body: checked.data } as TeamArrival;
}
