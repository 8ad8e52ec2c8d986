import type { CaseDocument } from '../case/document.ts';
import type { DateValue } from '../language/mention.ts';
import type { Reader } from '../language/reader.ts';

/** Dates that a portal shows beside the text of a case, at the places its profile names. */
export interface PortalDates {
  requested?: DateValue;
  received?: DateValue;
  /** What stands at the place of the second, with a time of day perhaps. */
  receivedAsShown?: string;
}

/** What a document's portal shows, as far as it can be read as whole dates. */
export function portalDatesOf({ facts }: CaseDocument, reader: Reader): PortalDates {
  const requested = facts?.requestDate && wholeDate(facts.requestDate, reader);
  const received = facts?.receivedDate && wholeDate(facts.receivedDate, reader);
  return {
    ...(requested ? { requested } : {}),
    ...(received ? { received, receivedAsShown: facts?.receivedDate ?? '' } : {}),
  };
}

function wholeDate(shown: string, reader: Reader): DateValue | undefined {
  for (const { value } of reader.read(shown).values) {
    if (value.kind !== 'date') continue;
    const { year, month, day } = value.date;
    if (year > 1980 && month !== undefined && day !== undefined) return value.date;
  }
  return undefined;
}
