import { build } from 'vite';

const done = new Map<string, Promise<string>>();

/** A portal's script with the framework it imports in one file, as portals ship them. */
export function built(source: string): Promise<string> {
  const known = done.get(source) ?? bundle(source);
  done.set(source, known);
  return known;
}

async function bundle(source: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: source },
    },
  });
  const chunks = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const entry = chunks.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
  if (entry?.type !== 'chunk') throw new Error(`${source} could not be built.`);
  return entry.code;
}
