import type { BenchAnswer, Judged } from '../../lib/bench/draft-bench.ts';
import type { PackLibrary } from '../../lib/library/database.ts';
import type { ImportFault } from '../../lib/library/packs.ts';
import type { OpenCaseName } from '../../lib/messaging/protocol.ts';

/** A pack one can begin with. */
export interface PackChoice {
  id: string;
  title: string;
}

/** What is wrong with the pack now, and the newest verdicts with the text they are about. */
export interface ShownAnswer extends Pick<BenchAnswer, 'faults' | 'isOfEarlier'> {
  judged: Judged | null;
  text: string;
}

export interface Saved {
  title: string;
  library: PackLibrary;
}

/** Everything the bench shows. */
export interface BenchData {
  text: string;
  /** Why the last file or case was not taken. */
  textRefused: 'bench_no_text_file' | 'bench_case_gone' | null;
  openCases: readonly OpenCaseName[];
  asOf: string | null;
  draft: string;
  isSaved: boolean;
  /** A pack was to be opened while another has changes that are not saved. */
  asksToDiscard: boolean;
  library: PackLibrary;
  own: readonly PackChoice[];
  shipped: readonly PackChoice[];
  busy: boolean;
  answer: ShownAnswer | null;
  /** A rule stopped, in its own words. */
  stopped: string | null;
  /** What came of the last save: the library that has it now, or what is wrong with the pack. */
  saved: Saved | { refused: readonly ImportFault[] } | 'not-saved' | null;
}
