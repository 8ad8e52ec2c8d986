import type { PackLibrary } from '../../lib/library/database.ts';
import type { TermSearch } from '../../lib/messaging/active-review.ts';
import type { Said } from '../../lib/saying/said.ts';
import type { Clipping } from '../panel/actions.ts';

/** What the writing begins with. */
export type Start =
  | { kind: 'own' | 'shipped'; id: string }
  | { kind: 'pack' | 'treatment' | 'criterion'; id: string };

/** What can be done on the bench. Its entrypoint carries it out. */
export interface BenchActions {
  setText(text: string): void;
  takeFile(file: File): void;
  /** Takes the text of a case that is open in a tab. */
  takeCase(tabId: number): void;
  setDraft(draft: string): void;
  /** Opens a pack, or adds an entry to the one that is open; answers why it could not, if so. */
  start(start: Start): Said | null;
  /** Whether changes that are not saved may be lost. */
  discard(agreed: boolean): void;
  save(library: PackLibrary): void;
  exportPack(): void;
  setAsOf(asOf: string | null): void;
  search(term: string): TermSearch;
  copy(clipping: Clipping): Promise<boolean>;
}
