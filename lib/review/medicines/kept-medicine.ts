/** Medicines that a denial speaks of and that are taken all the same. */
import type { Mention } from '../../language/mention.ts';
import type { IndexedDocument } from '../evidence/case-index.ts';
import { scopeOf } from '../evidence/scopes.ts';
import { reachOf, STOPPED } from './beside-medicine.ts';

/** Concepts of the packs: what comes of a drug, being without it, and how that is. */
const TROUBLE = 'trouble-with-drug';
const WITHOUT = 'without-medicine';
const BAD_WITHOUT = 'bad-without';

/** Letters from a drug to the trouble with it: "no opioid abuse". */
const NEXT = 2;
const LONGEST_TROUBLE = 16;
/** Letters from what is denied to the drug: "with her", "from the". */
const LONGEST_LINK = 10;

/**
 * Whether what is denied is not the taking of a drug or a class: trouble with it, its end, a day without
 * it ("no problems with Xanax", "has not stopped Xanax", "never misses her Xanax"), or how it is then
 * ("without Xanax she does not sleep").
 */
export function isKept(document: IndexedDocument, mention: Mention): boolean {
  const { start } = reachOf(document, mention);
  const told = (concept: string) =>
    document.mentions
      .of(concept, start, mention.end)
      .filter(({ end }) => mention.start - end <= LONGEST_LINK);
  const isDenied = ({ assertion }: Mention) => assertion.presence === 'negated';
  if ([TROUBLE, STOPPED].some((concept) => told(concept).some(isDenied))) return true;
  // "no trouble sleeping without Xanax": being without it is not what is denied
  if (document.mentions.of(TROUBLE, start, mention.start).some(isDenied)) return false;
  if (told(WITHOUT).some(isDenied)) return true;
  const { end } = mention;
  if (
    document.mentions
      .of(TROUBLE, end, end + LONGEST_TROUBLE)
      .some(({ start: at }) => at < end + NEXT)
  )
    return true;
  const sentence = scopeOf(document, mention, 'sentence');
  return (
    told(WITHOUT).some(({ end }) => end >= mention.end) &&
    document.mentions.of(BAD_WITHOUT, sentence.start, sentence.end).length > 0
  );
}
