import type { Assertion, Value, ValueMention } from '../mention.ts';

/**
 * A value that is asked how it is meant when someone wants to know: of most, only what they say matters. A
 * copy by spreading needs an assertion of its own.
 */
export class FoundValue implements ValueMention {
  value: Value;
  start: number;
  end: number;
  sentence = 0;
  declare working?: string;
  declare slip?: string;
  #index = 0;
  #assertionOf: ((index: number) => Assertion | undefined) | undefined;

  constructor(value: Value, start: number, end: number) {
    this.value = value;
    this.start = start;
    this.end = end;
  }

  /** Undefined as long as nobody told whom to ask. */
  get assertion(): Assertion {
    return this.#assertionOf?.(this.#index) as Assertion;
  }

  /** Tells whom to ask, and its index there. */
  askedOf(assertionOf: (index: number) => Assertion | undefined, index: number): void {
    this.#assertionOf = assertionOf;
    this.#index = index;
  }
}
