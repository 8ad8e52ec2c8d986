import { beforeAll, describe, expect, test } from 'vitest';
import { openSafety, type SafetyCase, safetyCases } from './safety-cases.ts';

let findingsOf: (one: SafetyCase) => string[];

beforeAll(async () => {
  findingsOf = await openSafety();
});

describe('safety findings of short texts', () => {
  const demanded = safetyCases().filter(({ file }) => !file.startsWith('open-'));

  test.each(demanded.map((one) => [one.file, one.id, one] as const))(
    '%s: %s',
    (_file, _id, one) => {
      expect(findingsOf(one)).toEqual(one.expect);
    },
  );
});
