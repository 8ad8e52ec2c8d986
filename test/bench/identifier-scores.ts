import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { findIdentifiers } from '../../lib/library/identifier-guard.ts';
import { sharedFile } from '../language/gold-lines.ts';
import type { PlantedText } from './identifier-set.ts';

export interface Recall {
  texts: number;
  found: number;
  missed: PlantedText[];
}

/** How many of the planted identifiers the guard finds, whatever kind it takes them for. */
export function recallOf(set: readonly PlantedText[]): Recall {
  const missed = set.filter(({ text, planted, start }) => {
    const end = start + planted.length;
    return !findIdentifiers(text).some(
      (found) => found.start < end && start < found.start + found.text.length,
    );
  });
  return { texts: set.length, found: set.length - missed.length, missed };
}

export interface Alarms {
  texts: number;
  stopped: number;
  words: string[];
}

/** How many texts without an identifier would be stopped, and by what words. */
export function alarmsIn(texts: readonly string[]): Alarms {
  const words: string[] = [];
  let stopped = 0;
  for (const text of texts) {
    const found = findIdentifiers(text);
    if (found.length > 0) stopped += 1;
    words.push(...found.map(({ kind, text: what }) => `${kind}: ${what}`));
  }
  return { texts: texts.length, stopped, words };
}

const root = new URL('../../public/', import.meta.url);

/** Titles and texts of the starter library. */
export function starterTexts(): string[] {
  return jsonIn('snippets').flatMap((content) => {
    const { snippets = [] } = content as { snippets?: { title: string; text: string }[] };
    return snippets.map(({ title, text }) => `${title}. ${text}`);
  });
}

/** Sections and texts of the guideline packs. */
export function guidelineTexts(): string[] {
  return jsonIn('packs/guidelines').flatMap((content) => {
    const { standards = [] } = content as { standards?: { section: string; text: string }[] };
    return standards.map(({ section, text }) => `${section}. ${text}`);
  });
}

/** Lines of a text about guidelines that the guard's lists were not made from; none where absent. */
export function unseenTexts(): string[] | undefined {
  const path = sharedFile('guidelines.md');
  return path === undefined
    ? undefined
    : readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => /^- /.test(line));
}

/** Sentences of public medical transcriptions, without names by their making; none where absent. */
export function transcriptionSentences(): string[] | undefined {
  const path = sharedFile('data', 'notes.jsonl.gz');
  if (path === undefined || !existsSync(path)) return undefined;
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 200)
    .flatMap((line) => (JSON.parse(line) as { text: string }).text.split(/(?<=[.!?])\s+/));
}

function jsonIn(folder: string): unknown[] {
  const at = new URL(`${folder}/`, root);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, at), 'utf8')));
}
