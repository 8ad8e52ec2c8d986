import type { BenchAnswer, BenchTask, PacksInUse } from './draft-bench.ts';

/** What the bench page sends its worker. Tasks are numbered; only the newest answer counts. */
export type ToBenchWorker =
  | { kind: 'packs'; packs: PacksInUse }
  | { kind: 'forget' }
  | { kind: 'judge'; number: number; task: BenchTask };

/** What the worker answers, step by step; `fault` where a rule stopped. */
export type FromBenchWorker =
  | { number: number; answer: BenchAnswer }
  | { number: number; fault: string }
  | { number: number; done: true };
