import '../../lib/case/zod-without-eval.ts';
import { type BenchTask, DraftBench } from '../../lib/bench/draft-bench.ts';
import type { FromBenchWorker, ToBenchWorker } from '../../lib/bench/protocol.ts';

/**
 * Judges beside the page: compiling a vocabulary takes a good part of a second, and the one who
 * writes must not feel it.
 */
let bench: DraftBench | undefined;

addEventListener('message', ({ data }: MessageEvent<ToBenchWorker>) => {
  switch (data.kind) {
    case 'packs':
      bench = new DraftBench(data.packs);
      break;
    case 'forget':
      bench?.forget();
      break;
    case 'judge':
      answer(data.number, data.task);
  }
});

function answer(number: number, task: BenchTask): void {
  const tell = (said: FromBenchWorker) => postMessage(said);
  try {
    for (const next of bench?.judge(task) ?? []) tell({ number, answer: next });
  } catch (error) {
    tell({ number, fault: error instanceof Error ? error.message : String(error) });
  }
  tell({ number, done: true });
}
