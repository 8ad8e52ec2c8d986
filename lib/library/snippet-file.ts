import { z } from 'zod';
import { type JsonFault, readJson } from '../guidelines/read-json.ts';
import { say } from '../saying/said.ts';
import { readSnippet, type Snippet, type SnippetFault } from '../snippets/snippet.ts';

/** What a file of snippets says of the library it is. */
export interface FileLibrary {
  id: string;
  name: string;
  version: string | null;
}

/** What is wrong with a row of a file: which one, counted from 1, the field and the reason. */
export interface RowFault extends SnippetFault {
  row: number;
  /** Title or id, where it has one. */
  title: string;
}

/** A snippet of a file, with its row. */
export interface FileRow {
  row: number;
  snippet: Snippet;
}

/** The rows that pass, and what is wrong with the others; nothing but a reason where it is no such file. */
export type FileReading =
  | { library: FileLibrary | null; rows: FileRow[]; faults: RowFault[] }
  | { reason: 'not-json'; at: JsonFault }
  | { reason: 'not-snippets' | 'newer-format' };

export const snippetFormat = 1;

const head = z.object({
  caseglass: z.literal('snippets'),
  format: z.int().positive(),
  library: z
    .object({
      id: z.string().regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/),
      name: z.string().trim().min(1).max(200),
      version: z.string().max(60).optional(),
    })
    .optional(),
  snippets: z.array(z.unknown()),
});

/** Reads a file of snippets, or a bare list of them. A wrong row does not hinder the others. */
export function readSnippetFile(text: string): FileReading {
  const json = readJson(text);
  if ('notJson' in json) return { reason: 'not-json', at: json.notJson };
  const content = json.value;
  if (Array.isArray(content)) return { library: null, ...readRows(content) };
  const read = head.safeParse(content);
  if (!read.success) return { reason: 'not-snippets' };
  if (read.data.format > snippetFormat) return { reason: 'newer-format' };
  const { library, snippets } = read.data;
  const of =
    library === undefined
      ? null
      : { id: library.id, name: library.name, version: library.version ?? null };
  return { library: of, ...readRows(snippets) };
}

/** The text of a file with these snippets. */
export function writeSnippetFile(
  library: FileLibrary | null,
  snippets: readonly Snippet[],
): string {
  const file = {
    caseglass: 'snippets',
    format: snippetFormat,
    ...(library === null
      ? {}
      : {
          library: {
            id: library.id,
            name: library.name,
            ...(library.version === null ? {} : { version: library.version }),
          },
        }),
    snippets,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function readRows(values: readonly unknown[]): { rows: FileRow[]; faults: RowFault[] } {
  const rows: FileRow[] = [];
  const faults: RowFault[] = [];
  const firstWith = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    const row = index + 1;
    const { snippet, faults: wrong } = readSnippet(value);
    if (snippet === null) {
      faults.push(...wrong.map((fault) => ({ ...fault, row, title: titleOf(value) })));
      continue;
    }
    const first = firstWith.get(snippet.id);
    if (first !== undefined) {
      const reason = say('reason_same_id', first);
      faults.push({ row, title: snippet.title, field: 'id', reason });
      continue;
    }
    firstWith.set(snippet.id, row);
    rows.push({ row, snippet });
  }
  return { rows, faults };
}

function titleOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return '';
  const { title, id } = value as { title?: unknown; id?: unknown };
  const name = typeof title === 'string' ? title : typeof id === 'string' ? id : '';
  return name.slice(0, 80);
}
