import { readdirSync, readFileSync } from 'node:fs';

/** Every labelled case of a folder, one a line of its `.jsonl` files, with the name of its file. */
export function caseLines<Case>(folder: URL): (Case & { file: string })[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .trim()
        .split('\n')
        .map((line) => ({ file, ...(JSON.parse(line) as Case) })),
    );
}
