import type { CaseFile } from '../../case/case-file.ts';
import type { Rulebook } from '../../guidelines/rulebook.ts';
import type { Reader } from '../../language/reader.ts';
import { findRequests } from '../../review/requests/find-requests.ts';
import type { FoundRequest } from '../../review/requests/found-request.ts';

/** The requests of the case with every part each place states. Worked out once for a case file. */
export function requestsOf(
  caseFile: CaseFile,
  rulebook: Rulebook,
  reader: Reader,
): readonly FoundRequest[] {
  let found = known.get(caseFile);
  if (found === undefined) {
    const read = caseFile.documents.map((document) => ({
      document,
      reading: reader.read(document.text),
    }));
    found = findRequests(read, rulebook);
    known.set(caseFile, found);
  }
  return found;
}

/** A case file is replaced, never changed, while a letter about it is written. */
const known = new WeakMap<CaseFile, readonly FoundRequest[]>();
