import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** Something that has to hold whatever comes in. Inputs are plain JSON, so that they can be kept. */
export interface FuzzTarget<Input> {
  /** Also the name of its file in `corpus`. */
  name: string;
  inputs: fc.Arbitrary<Input>;
  /** Throws where it does not hold. */
  holds(input: Input): void | Promise<void>;
  /** Inputs tried by `npm test`. */
  runs: number;
}

/**
 * `npm run fuzz` tries inputs for FUZZ_SECONDS a target (20), from a seed that is new each time and
 * printed; FUZZ_SEED repeats one. `npm test` tries a few, always the same.
 */
const isLong = process.env.FUZZ !== undefined;
const seconds = Number(process.env.FUZZ_SECONDS ?? 20);
const seed = Number(process.env.FUZZ_SEED ?? (isLong ? Date.now() % 2 ** 31 : 20_261_122));
/** The most milliseconds of work an input may cost, whatever else the machine is at. */
const longest = 5_000;

/** Milliseconds this process has worked. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Tries what was found before, kept in the corpus, and then new inputs. */
export function fuzz<Input>({ name, inputs, holds, runs }: FuzzTarget<Input>): void {
  const file = join(import.meta.dirname, 'corpus', `${name}.json`);
  const known: Input[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const within = async (input: Input) => {
    const before = worked();
    await holds(input);
    expect(worked() - before, 'milliseconds for one input').toBeLessThan(longest);
    expectCleanPrototypes();
  };

  test.each(known.map((input, at) => [at, input] as const))(`${name}: known case %i`, (_, input) =>
    within(input),
  );

  const limit = isLong
    ? { interruptAfterTimeLimit: seconds * 1_000, numRuns: Number.MAX_SAFE_INTEGER }
    : { numRuns: runs };
  const property = fc.asyncProperty(inputs, within);
  test(
    `${name}: whatever comes`,
    async () => {
      const found = await fc.check(property, { seed, ...limit });
      if (isLong) process.stdout.write(`${name}: ${found.numRuns} inputs, seed ${seed}\n`);
      if (!found.failed || found.counterexample === null) return;
      const [input] = found.counterexample;
      if (isLong) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify([...known, input], null, 2)}\n`);
      }
      const shown = JSON.stringify(input).slice(0, 2_000);
      throw new Error(`${name} does not hold (seed ${seed}) for ${shown}`, {
        cause: found.errorInstance,
      });
    },
    isLong ? (seconds + 600) * 1_000 : 60_000,
  );
}

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const names = prototypes.map((prototype) => Object.getOwnPropertyNames(prototype).join());

/** Nothing that came in has changed what every object is made of. */
function expectCleanPrototypes(): void {
  expect(prototypes.map((prototype) => Object.getOwnPropertyNames(prototype).join())).toEqual(
    names,
  );
}
