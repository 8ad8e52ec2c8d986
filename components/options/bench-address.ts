/** The pack bench, a page beside the options; `own/southern-team` opens a pack on it. */
export function benchAddress(pack?: string): string {
  return pack === undefined ? 'bench.html' : `bench.html#${pack}`;
}
