import type { Range } from '../../../language/mention.ts';
import { numberWords, numberWritten } from '../../../language/number-words.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import type { Place } from '../../evidence/scopes.ts';
import { isDone, NOT_TOLD } from '../places.ts';

/** By how many points of its scale a sentence says that the pain falls. */
export interface MedicinePoints {
  amount: Range;
  place: Place;
}

const NUMBER = `(?:10|\\d(?:\\.5)?|${numberWords(1, 10).join('|')}|an?)`;
/** "Lowers the pain by four points", "a 3 to 4 point drop", "worth two points to him"; "at one point" tells when. */
const POINTS = new RegExp(
  `(?<![\\w./-]|\\b(?:at|to|of|mak(?:es?|ing)|made) )(${NUMBER})(?: ?(?:-|to|or) ?(${NUMBER}))?[ -](?:full |whole )?points?\\b`,
  'i',
);
const FALLS =
  /\b(?:reliefs?|reliev\w+|reduc\w+|decreas\w+|lower\w*|better|less|drop\w*|cuts?|down|off|eas(?:es?|ed|ing)|takes?|took|helps?|improve\w*|fall\w*|fell|worth|difference|knocks?)\b/i;
/** Points of another scale, and what has not come. */
const OF_OTHER =
  /\b(?:trigger|tender|pressure|acupuncture|PHQ\S*|GAD\S*|BDI|ODI|NDI|oswestry|DASH|LEFS|ORT|SOAPP\S*|no|not|goals?|hop(?:e|es|ing)|expect\w*|should|would|may|might|could|if)\b|n['’]t\b/i;

/** The points of all sentences, whatever takes them; the same for all that is judged. */
export function medicinePoints(document: IndexedDocument): readonly MedicinePoints[] {
  return points(document, '', () => findPoints(document));
}

const points = createMemo<IndexedDocument, readonly MedicinePoints[]>();

function findPoints({ reading }: IndexedDocument): MedicinePoints[] {
  const { text, sentences, sections } = reading;
  return sentences.flatMap(({ start, end, section }, sentence): MedicinePoints[] => {
    const words = text.slice(start, end);
    if (!words.includes('point')) return [];
    const found = POINTS.exec(words);
    if (!found || NOT_TOLD.includes(sections[section]?.kind ?? 'other')) return [];
    if (!FALLS.test(words) || OF_OTHER.test(words)) return [];
    const place = {
      start: start + found.index,
      end: start + found.index + found[0].length,
      sentence,
    };
    const assertion = reading.assertionOf(place);
    if (!assertion || !isDone({ assertion })) return [];
    const [first, second] = [
      amountOf(found[1] as string),
      amountOf((found[2] ?? found[1]) as string),
    ];
    return [{ amount: { low: Math.min(first, second), high: Math.max(first, second) }, place }];
  });
}

/** "A point". */
function amountOf(written: string): number {
  return /^an?$/i.test(written) ? 1 : numberWritten(written);
}
