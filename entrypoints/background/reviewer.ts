import type { CaseDocument } from '../../lib/case/document.ts';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { Review } from '../../lib/review/review.ts';
import { readerFor, reviewInSteps } from '../../lib/review/review-case.ts';
import type { OpenCase } from './open-case.ts';
import { settings } from './settings.ts';
import { inSlices } from './slices.ts';

/** What is known of a case that can be judged again at any time. */
export interface Judged {
  review: Review | null;
  fault: FaultCode | null;
  /** Counts the times a case was judged. */
  revision: number;
  isRunning: boolean;
}

/** Loads the packs and compiles their words, so that the first text does not wait for them. */
export async function getReady(): Promise<void> {
  try {
    readerFor((await settings()).rulebook);
  } catch {
    // Said when a text is to be judged.
  }
}

const nothing: Judged = { review: null, fault: null, revision: 0, isRunning: false };

/**
 * Judges cases, each in a queue of its own: what changes while one is being judged is judged once
 * more afterwards, however often it changed. Reviews are kept in memory only, since they follow
 * from the texts.
 */
export class Reviewer {
  private readonly judged = new Map<string, Judged>();
  private readonly queues = new Map<string, { next: Promise<void> | undefined }>();
  private readonly onChange: (openCase: OpenCase) => Promise<void>;
  private readonly caseOf: (caseId: string) => OpenCase | undefined;

  constructor(
    caseOf: (caseId: string) => OpenCase | undefined,
    onChange: (openCase: OpenCase) => Promise<void>,
  ) {
    this.caseOf = caseOf;
    this.onChange = onChange;
  }

  of(caseId: string): Judged {
    return this.judged.get(caseId) ?? nothing;
  }

  /** Another case: what was judged before is not shown any more. */
  forget(caseId: string): void {
    this.judged.delete(caseId);
  }

  /** Judges the case as it is when its turn comes; resolves when that is done. */
  review(caseId: string): Promise<void> {
    const queue = this.queues.get(caseId) ?? { next: undefined };
    this.queues.set(caseId, queue);
    const running = this.running.get(caseId) ?? Promise.resolve();
    queue.next ??= running.then(() => {
      queue.next = undefined;
      // A page or panel that could not be told holds up no later run.
      const now = this.judge(caseId).catch(() => undefined);
      this.running.set(caseId, now);
      return now;
    });
    return queue.next;
  }

  private readonly running = new Map<string, Promise<void>>();
  /** Cases whose last run was given up because something changed meanwhile. */
  private readonly stopped = new Set<string>();

  private async judge(caseId: string): Promise<void> {
    const before = this.of(caseId);
    this.judged.set(caseId, { ...before, isRunning: true });
    let review: Review | null | undefined = null;
    let fault: FaultCode | null = null;
    try {
      review = await this.reviewOf(caseId);
    } catch {
      fault = 'CG-201';
    }
    const openCase = this.caseOf(caseId);
    if (!openCase) {
      this.judged.delete(caseId);
      return;
    }
    if (review === undefined) {
      this.stopped.add(caseId);
      return;
    }
    this.stopped.delete(caseId);
    const revision = before.revision + 1;
    this.judged.set(caseId, { review, fault, revision, isRunning: false });
    await this.onChange(openCase);
  }

  /** The review of a case as it is now; undefined when it was given up. */
  private async reviewOf(caseId: string): Promise<Review | undefined> {
    const { rulebook, packs } = await settings();
    const openCase = this.caseOf(caseId);
    if (!openCase) return undefined;
    const documents = distinct(openCase.documents.map(({ document }) => document));
    const asOf = openCase.asOf === null ? {} : { asOf: openCase.asOf };
    const edition = openCase.edition === null ? {} : { edition: openCase.edition };
    const options = { ...asOf, ...edition, packs };
    // What changed meanwhile is judged next; but every other run goes on to its end.
    const isWanted = () =>
      this.judged.has(caseId) && (!this.queues.get(caseId)?.next || this.stopped.has(caseId));
    return inSlices(reviewInSteps({ id: openCase.id, documents }, rulebook, options), isWanted);
  }
}

/** A page that is open twice is one document: its statements count once. */
function distinct(documents: readonly CaseDocument[]): CaseDocument[] {
  const texts = new Set<string>();
  return documents.filter(({ text }) => {
    const isNew = text === '' || !texts.has(text);
    texts.add(text);
    return isNew;
  });
}
