import type { CaseDocument } from './document.ts';

/** The documents of one claim that are reviewed together. Kept in memory only. */
export interface CaseFile {
  id: string;
  /** As the portal writes it; absent while no claim is known. */
  claimNumber?: string;
  documents: CaseDocument[];
}
