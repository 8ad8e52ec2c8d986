import type messages from '../../public/_locales/en/messages.json';

/** The messages that say what is wrong with something that was written or brought. */
export type ReasonName = Extract<keyof typeof messages, `reason_${string}`>;

/** Why something cannot be used: a message, and what fills its places, in order. */
export interface Reason {
  name: ReasonName;
  about: readonly (string | number)[];
}

/** A reason by the name of its message. */
export function reasonFor(name: ReasonName, ...about: (string | number)[]): Reason {
  return { name, about };
}

/** For checks of a schema that take a text: the name of the message, which `readShape` makes a reason. */
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
  readonly reason: Reason;

  constructor(reason: Reason) {
    super([reason.name, ...reason.about].join(' '));
    this.reason = reason;
  }
}
