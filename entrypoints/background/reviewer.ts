import type { FaultCode } from '../../lib/case/fault.ts';
import type { Review } from '../../lib/review/review.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { settings } from './settings.ts';
import type { TabCase } from './tab-case.ts';

/** What is known of a case that can be judged again at any time. */
export interface Judged {
  review: Review | null;
  fault: FaultCode | null;
  /** Counts the times a case was judged. */
  revision: number;
  isRunning: boolean;
}

const nothing: Judged = { review: null, fault: null, revision: 0, isRunning: false };

/**
 * Judges cases, each in a queue of its own: what changes while one is being judged is judged once
 * more afterwards, however often it changed. Reviews are kept in memory only, since they follow
 * from the texts.
 */
export class Reviewer {
  private readonly judged = new Map<number, Judged>();
  private readonly queues = new Map<number, { next: Promise<void> | undefined }>();
  private readonly onChange: (tabCase: TabCase) => Promise<void>;
  private readonly caseOf: (tabId: number) => TabCase | undefined;

  constructor(
    caseOf: (tabId: number) => TabCase | undefined,
    onChange: (tabCase: TabCase) => Promise<void>,
  ) {
    this.caseOf = caseOf;
    this.onChange = onChange;
  }

  of(tabId: number): Judged {
    return this.judged.get(tabId) ?? nothing;
  }

  /** Another case: what was judged before is not shown any more. */
  forget(tabId: number): void {
    this.judged.delete(tabId);
  }

  /** Judges the case as it is when its turn comes; resolves when that is done. */
  review(tabId: number): Promise<void> {
    const queue = this.queues.get(tabId) ?? { next: undefined };
    this.queues.set(tabId, queue);
    const running = this.running.get(tabId) ?? Promise.resolve();
    queue.next ??= running.then(() => {
      queue.next = undefined;
      const now = this.judge(tabId);
      this.running.set(tabId, now);
      return now;
    });
    return queue.next;
  }

  private readonly running = new Map<number, Promise<void>>();

  private async judge(tabId: number): Promise<void> {
    const before = this.of(tabId);
    this.judged.set(tabId, { ...before, isRunning: true });
    const { rulebook, packs } = await settings();
    const tabCase = this.caseOf(tabId);
    if (!tabCase) {
      this.judged.delete(tabId);
      return;
    }
    const revision = before.revision + 1;
    const documents = tabCase.documents.map(({ document }) => document);
    let review: Review | null = null;
    let fault: FaultCode | null = null;
    try {
      const asOf = tabCase.asOf === null ? {} : { asOf: tabCase.asOf };
      const edition = tabCase.edition === null ? {} : { edition: tabCase.edition };
      review = reviewCase({ id: tabCase.id, documents }, rulebook, { ...asOf, ...edition, packs });
    } catch {
      fault = 'CG-201';
    }
    this.judged.set(tabId, { review, fault, revision, isRunning: false });
    await this.onChange(tabCase);
  }
}
