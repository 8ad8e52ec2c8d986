import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DocumentState } from '../../lib/messaging/active-review.ts';

const DocumentsContext = createContext<readonly DocumentState[]>([]);

/** The documents of the case, for everything that names a source. */
export const DocumentsProvider = DocumentsContext.Provider;

export function useDocuments(): readonly DocumentState[] {
  return useContext(DocumentsContext);
}

/** The name of a document, or its id where the case does not list it. */
export function documentName(documents: readonly DocumentState[], id: string): string {
  return documents.find((document) => document.id === id)?.name ?? id;
}
