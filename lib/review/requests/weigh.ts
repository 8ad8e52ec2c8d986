import weights from './sign-weights.json' with { type: 'json' };
import { createSigns, type SignText } from './signs.ts';

const WEIGHTS = new Map<string, number>(Object.entries(weights.signs));

/**
 * How likely the treatment at an anchor is asked for there: the sum of what its signs weigh, over zero
 * where more speaks for a request than against it (the logarithm of the odds). Worked out once a place.
 */
export function createWeigher(source: SignText): (at: number) => number {
  const signsAt = createSigns(source);
  const known = new Map<number, number>();
  return (at) => {
    let sum = known.get(at);
    if (sum === undefined) {
      sum = signsAt(at).reduce((total, sign) => total + (WEIGHTS.get(sign) ?? 0), weights.bias);
      known.set(at, sum);
    }
    return sum;
  };
}
