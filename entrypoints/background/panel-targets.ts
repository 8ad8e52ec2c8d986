import type { ActiveReview, ReviewTarget } from '../../lib/messaging/active-review.ts';

/** Where clicks in pages asked the panel to go: the last one of each tab. */
export class PanelTargets {
  private readonly targets = new Map<number, ReviewTarget & { number: number }>();

  set(tabId: number, target: ReviewTarget): void {
    // The time counts on through a stop of the worker, where a counter would start again.
    this.targets.set(tabId, { ...target, number: Date.now() });
  }

  of(tabId: number): ActiveReview['target'] {
    return this.targets.get(tabId) ?? null;
  }

  /** Another case: what was asked for belongs to the last one. */
  forget(tabId: number): void {
    this.targets.delete(tabId);
  }
}
