import type { Locator } from '../../../lib/case/portal-profile.ts';
import type { Inserted, InsertText } from '../../../lib/messaging/protocol.ts';
import { failure, type Result, success } from '../../../lib/messaging/result.ts';
import { elementAt } from '../../../lib/reading/locate.ts';
import { shadowRootOf } from '../shadow-roots.ts';
import { pause, putIn } from './put-in.ts';
import { takeBack } from './take-back.ts';
import { contentOf, squeezed, type WritingField, writingFieldAt } from './writing-field.ts';

interface Done {
  field: WritingField;
  before: string;
  after: string;
  /** False as soon as something else was written in the page. */
  isLatest: boolean;
}

/** Puts texts into the field the reviewer chose, reads back what landed, and can take it back. */
export class Inserter {
  private last: Done | undefined;
  private readonly signal: AbortSignal;
  private readonly onDraft: (field: Element) => void;
  /** Ends the listening for what is written after the last text. */
  private written = new AbortController();

  constructor(signal: AbortSignal, onDraft: (field: Element) => void) {
    this.signal = signal;
    this.onDraft = onDraft;
  }

  async insert({ locator, plain, html }: InsertText): Promise<Result<Inserted>> {
    const chosen = elementOf(locator);
    if (!chosen) return failure('CG-310');
    const field = writingFieldAt(chosen);
    if (typeof field === 'string') return failure(field);
    const before = contentOf(field);
    // Before the text: what the page reads meanwhile is a draft already.
    this.onDraft(field.element);
    await putIn(field, { plain, html });
    const after = await settledContent(field, before);
    this.last = { field, before, after, isLatest: true };
    this.noteInputAfter(this.last);
    return success(whatLanded(plain, before, after));
  }

  /** What stands in a field; the reviewer's own words are no record. */
  read(locator: Locator): Result<string> {
    const chosen = elementOf(locator);
    if (!chosen) return failure('CG-310');
    const field = writingFieldAt(chosen);
    if (typeof field === 'string') return failure(field);
    this.onDraft(field.element);
    return success(contentOf(field));
  }

  /** Takes back what was put in last; false when the field holds something else by now. */
  async undo(): Promise<Result<boolean>> {
    const { last } = this;
    if (!last?.field.element.isConnected || contentOf(last.field) !== last.after) {
      return success(false);
    }
    this.last = undefined;
    return success(await takeBack(last.field, last.before, last.isLatest));
  }

  /** Listens until something is written elsewhere, and not at every key of a page without our text. */
  private noteInputAfter(done: Done): void {
    this.written.abort();
    this.written = new AbortController();
    const { written } = this;
    const note = (event: Event) => {
      const target = event.composedPath()[0];
      if (target instanceof Node && done.field.element.contains(target)) return;
      done.isLatest = false;
      written.abort();
    };
    const signal = AbortSignal.any([this.signal, written.signal]);
    addEventListener('input', note, { capture: true, passive: true, signal });
  }
}

function elementOf(locator: Locator): Element | null {
  return locator.by === 'path' ? elementAt(locator.path, document, shadowRootOf) : null;
}

/** What became of a text between two states of a field. */
export function whatLanded(text: string, before: string, after: string): Inserted {
  const [wanted, was, is] = [squeezed(text), squeezed(before), squeezed(after)];
  if (was === is) return { outcome: 'not-landed', holds: '' };
  // As a function, since a dollar sign in a letter is no pattern.
  const without = squeezed(is.replace(wanted, () => ' '));
  if (is.includes(wanted) && without === was) return { outcome: 'landed', holds: '' };
  return { outcome: 'changed', holds: newIn(was, is).slice(0, longestShown) };
}

function newIn(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return after.slice(start, after.length - end).trim();
}

/** Waits until the field is at rest: frameworks and editors change it a moment after the input. */
async function settledContent(field: WritingField, before: string): Promise<string> {
  let last = contentOf(field);
  for (let turn = 0; turn < mostTurns; turn += 1) {
    await pause(turnTime);
    const now = contentOf(field);
    if (now === last && now !== before && turn >= leastTurns) return now;
    last = now;
  }
  return last;
}

const turnTime = 50;
const leastTurns = 2;
const mostTurns = 20;
const longestShown = 500;
