/** The id of the one document on the bench. */
export const documentId = 'text';

/** The file name of an own pack. */
export function ownFile(id: string): string {
  return `own/${id}`;
}
