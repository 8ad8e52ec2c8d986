import type { BenchAnswer, BenchTask, PacksInUse } from '../../lib/bench/draft-bench.ts';
import type { FromBenchWorker, ToBenchWorker } from '../../lib/bench/protocol.ts';

/** So long nothing is typed before the text is judged. */
const pause = 150;

export interface JudgeCallbacks {
  onBusy(busy: boolean): void;
  onAnswer(answer: BenchAnswer, task: BenchTask): void;
  onFault(what: string): void;
}

/** The worker's other end: one task at a time, and of those that wait only the newest. */
export class BenchJudge {
  private readonly worker: Worker;
  private readonly callbacks: JudgeCallbacks;
  private waiting: BenchTask | undefined;
  private running: BenchTask | undefined;
  private number = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(worker: Worker, callbacks: JudgeCallbacks) {
    this.worker = worker;
    this.callbacks = callbacks;
    worker.addEventListener('message', ({ data }: MessageEvent<FromBenchWorker>) =>
      this.take(data),
    );
    worker.addEventListener('error', ({ message }) => callbacks.onFault(message));
  }

  /** The packs in use changed. */
  use(packs: PacksInUse): void {
    this.tell({ kind: 'packs', packs });
  }

  /** Another pack is opened. */
  forget(): void {
    this.tell({ kind: 'forget' });
  }

  judge(task: BenchTask): void {
    this.waiting = task;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.next(), pause);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.worker.terminate();
  }

  private next(): void {
    if (this.running || !this.waiting) return;
    const task = this.waiting;
    this.waiting = undefined;
    this.running = task;
    this.number++;
    this.callbacks.onBusy(true);
    this.tell({ kind: 'judge', number: this.number, task });
  }

  private take(said: FromBenchWorker): void {
    if ('fault' in said) this.callbacks.onFault(said.fault);
    else if ('answer' in said && this.running) this.callbacks.onAnswer(said.answer, this.running);
    if (!('done' in said)) return;
    this.running = undefined;
    this.callbacks.onBusy(false);
    this.next();
  }

  private tell(message: ToBenchWorker): void {
    this.worker.postMessage(message);
  }
}
