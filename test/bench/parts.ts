import type { BenchPart } from './measure.ts';

/** The parts of `npm run bench`, in order; each is loaded when it runs. */
export const PARTS: Record<string, () => Promise<BenchPart>> = {
  sizes: async () => (await import('./parts/sizes.ts')).sizes,
  review: async () => (await import('./parts/review.ts')).review,
  peers: async () => (await import('./parts/peers.ts')).peers,
  library: async () => (await import('./parts/library.ts')).library,
  sync: async () => (await import('./parts/sync.ts')).sync,
  browser: async () => (await import('./parts/browser.ts')).browser,
};

/** The parts that were asked for by name; a name that is none throws. */
export function partsNamed(only: string | undefined): string[] {
  const names = only ? only.split(',') : Object.keys(PARTS);
  for (const name of names) {
    if (PARTS[name] === undefined) {
      throw new Error(`No part is called ${name}. There are ${Object.keys(PARTS).join(', ')}.`);
    }
  }
  return names;
}
