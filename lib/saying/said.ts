import type messages from '../../public/_locales/en/messages.json';

/** A message of `public/_locales`, by its meaning. */
export type MessageKey = keyof typeof messages;

/** A message in one form a count: `pages_one`, `pages_other`, and what else a language needs. */
export type CountedKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/**
 * Something said to a user, before it is put in a language: a message, and what fills its places, in
 * order. Where the message is one of several forms, its first filling is the count.
 */
export interface Said {
  name: MessageKey;
  about: readonly Filling[];
}

/** Numbers and days are said as the language says them, and what is said is put in that language. */
export type Filling = string | number | SaidDay | Said;

/** A day, a month or a year, ISO: 2015-08-12, 2015-08, 2015. */
export interface SaidDay {
  day: string;
  weekday?: true;
}

/** Something said, or words that are what they are: a pack's own, or the record's. */
export type Words = string | Said;

/** Plain data with everything said in it put in words. */
export type Worded<T> = T extends Said
  ? string
  : T extends object
    ? { [Key in keyof T]: Worded<T[Key]> }
    : T;

/** Something said, by the name of its message. */
export function say(name: MessageKey, ...about: Filling[]): Said {
  return { name, about };
}

/** Something said in the form that goes with a count, which fills the first place. */
export function sayCount(stem: CountedKey, count: number, ...about: Filling[]): Said {
  return { name: `${stem}_other`, about: [count, ...about] };
}

/** Several one after the other, each two joined by a message with two places; undefined of none. */
export function sayAll<Part extends Filling>(
  joint: MessageKey,
  parts: readonly Part[],
): Part | Said | undefined {
  let all: Part | Said | undefined;
  for (const part of parts) all = all === undefined ? part : say(joint, all, part);
  return all;
}

/** Places of a message, as browsers fill them. */
const MOST_FILLINGS = 9;
const LONGEST_FILLING = 20_000;
/** Parts are joined two by two, so that a list of many lies deep. */
const DEEPEST = 200;

/** Whether a value is something said, each part of it looked at: another context may have sent it. */
export function isSaid(value: unknown, depth = 0): value is Said {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('about' in value)) {
    return false;
  }
  const { name, about } = value;
  return (
    typeof name === 'string' &&
    /^[a-z]\w{0,79}$/.test(name) &&
    Array.isArray(about) &&
    about.length <= MOST_FILLINGS &&
    depth < DEEPEST &&
    about.every((filling) => isFilling(filling, depth))
  );
}

function isFilling(value: unknown, depth: number): value is Filling {
  if (typeof value === 'string') return value.length <= LONGEST_FILLING;
  if (typeof value === 'number') return Number.isFinite(value);
  return isSaidDay(value) || isSaid(value, depth + 1);
}

function isSaidDay(value: unknown): value is SaidDay {
  if (typeof value !== 'object' || value === null || !('day' in value)) return false;
  return typeof value.day === 'string' && /^\d{1,4}(?:-\d\d){0,2}$/.test(value.day);
}

/** Whether everything in plain data that looks like something said is so. */
export function isSaidThroughout(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return true;
  if ('name' in data && 'about' in data) return isSaid(data);
  return Object.values(data).every(isSaidThroughout);
}

/** The messages that say what is wrong with something that was written or brought. */
export type ReasonName = Extract<MessageKey, `reason_${string}`>;

/** For checks of a schema that take a text: the name of the message, which `readShape` says. */
export function says(name: ReasonName): ReasonName {
  return name;
}

/** Whether a text names the message of a reason, as those of a schema's own checks do. */
export function isReasonName(text: string): text is ReasonName {
  return text.startsWith('reason_');
}

/** Something that cannot be made or read, with the reason. */
export class ReasonError extends Error {
  override name = 'ReasonError';
  readonly reason: Said;

  constructor(reason: Said) {
    super([reason.name, ...reason.about].join(' '));
    this.reason = reason;
  }
}
