import type { FaultCode } from '../../lib/case/fault.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { letPageRun } from '../../lib/reading/yielding.ts';

/** A text that was not taken (the worker was stopped under it) is sent once more after this long. */
const retryAfter = 1_000;

/**
 * Sends texts to the background one at a time. Each answer comes when the text was reviewed, so a
 * page that changes faster than it can be judged sends only its newest text.
 */
export class Outbox {
  private readonly onRefused: (fault: FaultCode) => void;
  private readonly signal: AbortSignal;
  private waiting: PageText | undefined;
  private sending: PageText | undefined;

  constructor(signal: AbortSignal, onRefused: (fault: FaultCode) => void) {
    this.signal = signal;
    this.onRefused = onRefused;
  }

  send(text: PageText): void {
    // It is on its way: a large text may be asked for again before it has arrived.
    if (this.sending && isSame(this.sending, text)) return;
    this.waiting = text;
    if (!this.sending) void this.empty();
  }

  private async empty(): Promise<void> {
    while (this.waiting && !this.signal.aborted) {
      const text = this.waiting;
      this.sending = text;
      this.waiting = undefined;
      // A large text takes a while to pack: not in the same breath as reading it.
      await letPageRun();
      if (this.signal.aborted) return;
      let answer = await askBackground('pageToBackground', 'textRead', text);
      if (!answer.ok && answer.fault === 'CG-404' && !this.waiting && !this.signal.aborted) {
        await new Promise((resolve) => setTimeout(resolve, retryAfter));
        if (!this.waiting) answer = await askBackground('pageToBackground', 'textRead', text);
      }
      if (!answer.ok) this.onRefused(answer.fault);
    }
    this.sending = undefined;
  }
}

function isSame(a: PageText, b: PageText): boolean {
  const { url, title, heading, revision } = a;
  return (
    b.revision === revision &&
    b.url === url &&
    b.title === title &&
    b.heading === heading &&
    b.unread.length === a.unread.length &&
    b.away === a.away &&
    b.files?.length === a.files?.length
  );
}
