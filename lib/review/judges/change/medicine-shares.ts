import type { Range } from '../../../language/mention.ts';
import { groupBy, type IndexedDocument } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import { isQuestion, type Place } from '../../evidence/scopes.ts';
import { isDoneValue, NOT_TOLD } from '../places.ts';
import { isOfMedicine, spanOf, wordedShare } from '../relief/relief-share.ts';

/** A share of the pain, percent, that a sentence says is gone. */
export interface MedicineShare {
  amount: Range;
  place: Place;
}

/** Words of relief before a share: "relief 40 %", "cuts the pain by". */
const RELIEF_BEFORE =
  /\b(?:relief|relie(?:ve|f)\w*|reduc\w+|decreas\w+|lower\w*|improve\w*|better|less|drop\w*|cuts?|cutting|halv\w+|down|eases?d?|helps?|helped|takes? (?:away|off)|took (?:away|off)|lessen\w*|gi(?:ves?|ving)|gave)\b[^.;\d]{0,32}$/i;
/** Words of relief behind it: "40 % better", "50 % of the pain". */
const RELIEF_AFTER =
  /^(?: to \d+ ?%)?[\s-]{0,2}(?:pain |symptom |or so |or more |of (?:the |his |her )?)?(?:relie\w+|better|less|improve\w*|reduc\w+|decreas\w+|drop|benefit|pain|the (?:pain|burning|ache)|gone|what it was|out of (?:it|them|the))\b/i;
/** Shares of something else: of the dose, of motion, of the time. */
const OF_OTHER =
  /\b(?:dose|dosage|mg|tabs?|tablets?|pills?|intake|use|usage|ROM|range|motion|strength|normal|disability|impairment|time|visits?|compliance|adherence|swelling|sleep|goals?|target|at least \d+ ?% is)\b/i;
const UNSURE =
  /\b(?:not|no|never|goals?|hop(?:e|es|ing)|expect\w*|should|would|may|could|if)\b|n['’]t\b/i;
const IN_WORDS = /\b(?:half|halves|thirds?|quarters?)\b/i;

/** The shares of the pain that sentences say are gone, whatever took it away; the same for all that is judged. */
export function medicineShares(document: IndexedDocument): readonly MedicineShare[] {
  return shares(document, '', () => findShares(document));
}

const shares = createMemo<IndexedDocument, readonly MedicineShare[]>();

function findShares(document: IndexedDocument): MedicineShare[] {
  const { reading, values } = document;
  const { text, sentences, sections } = reading;
  const percents = groupBy(values.get('percent') ?? [], ({ sentence }) => sentence);
  // the first share of the scale that a share stands on
  const scaleOf = ({ sentence }: Place): Place | undefined => {
    const alike = percents.get(sentence) ?? [];
    return alike.length < SHARES_OF_A_SCALE ? undefined : alike[0];
  };
  const inNumbers = (values.get('percent') ?? []).flatMap((found): MedicineShare[] => {
    const sentence = sentences[found.sentence];
    if (found.value.kind !== 'percent' || !sentence || !isDoneValue(found)) return [];
    if (isOfMedicine(document, found) || isLeftOnScale(text, found, scaleOf(found))) return [];
    const asked = sentences[found.sentence - 1];
    // "How much does it help? 50 %"
    const isAnswer = asked && isQuestion(text, asked);
    const from = isAnswer ? asked.start : sentence.start;
    const before = text.slice(from, scaleOf(found)?.start ?? found.start);
    const after = text.slice(found.end, sentence.end);
    const place = isAnswer ? { ...found, start: from, sentence: found.sentence - 1 } : found;
    return isOfPain(before, after) ? [{ amount: spanOf(found.value), place }] : [];
  });
  const told = new Set(inNumbers.map(({ place }) => place.sentence));
  const inWords = sentences.flatMap(({ start, end, section }, at): MedicineShare[] => {
    if (told.has(at) || NOT_TOLD.includes(sections[section]?.kind ?? 'other')) return [];
    const words = text.slice(start, end);
    if (!IN_WORDS.test(words) || UNSURE.test(words)) return [];
    const share = wordedShare(words);
    if (!share) return [];
    const [from, to] = [share.start, share.end];
    if (!isOfPain(words.slice(0, from), words.slice(to))) return [];
    return [
      { amount: share.amount, place: { start: start + from, end: start + to, sentence: at } },
    ];
  });
  return [...inNumbers, ...inWords];
}

/** "10% 20% [30%] 40%": of a scale only the share that is marked is an answer. */
function isLeftOnScale(text: string, share: Place, scale: Place | undefined): boolean {
  const isMarked =
    MARKED_FROM.has(text[share.start - 1] ?? '') && MARKED_TO.has(text[share.end] ?? '');
  return !isMarked && scale !== undefined;
}

const SHARES_OF_A_SCALE = 4;
const MARKED_FROM = new Set('[(*');
const MARKED_TO = new Set('])*');

function isOfPain(before: string, after: string): boolean {
  const near = `${before.slice(-40)} ${after.slice(0, 24)}`;
  if (OF_OTHER.test(near)) return false;
  return RELIEF_AFTER.test(after) || RELIEF_BEFORE.test(before);
}
