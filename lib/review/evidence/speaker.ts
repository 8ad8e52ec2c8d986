import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';
import type { Place } from './scopes.ts';

/** Who writes, examines or tells, where a text names several: "Dr. A:", "PTP exam", "the therapist notes". */
const SPEAKER =
  /\b(?:[Dd]r\.? ?[A-Z]\w*|PTP|(?:panel |P)?QME|AME|IME|secondary (?:treater|physician)|(?:[Tt]he )?(?:[Tt]herapist|[Pp]hysiotherapist|[Ss]urgeon|[Cc]onsultant|[Nn]eurologist|[Pp]hysiatrist|[Oo]rthopedist|[Oo]rthopaedist|[Cc]hiropractor|[Aa]cupuncturist|[Nn]urse(?: case manager)?|[Cc]ase manager|[Rr]adiologist|[Vv]endor|[Ii]nvestigator|[Ii]ntake (?:form|sheet|questionnaire)|[Pp]atient (?:form|survey|questionnaire|intake|log)|[Pp]ain diary|[Ss]ocial worker|[Pp]sychologist|[Pp]atient|[Dd]octor|[Pp]hysician|[Tt]reater|[Ee]mployer|[Ss]upervisor|[Aa]djuster|[Cc]laimant|[Ii]njured worker|[Ww]ife|[Hh]usband|[Dd]aughter|[Ss]on|[Qq]uestionnaire|[Ll]etter|[Aa]ppeal)|[Mm]y|[Oo]ur|IW|EE|DC|DPT|PT|OTR|L\.?Ac\.?|NCM|RN|MD|PA|NP|(?:pain|ortho\w*|neuro\w*|spine|surgical|PM&R|physiatry) consult\w*|consult\w*|pain (?:management|specialist|clinic|doctor|MD)|(?:ER|urgent care))(?=(?:'s)?(?:\s+\(?(?:exam\w*|notes?|noted|finds?|found|reports?|reported|states?|stated|says?|said|saw|sees|writes|wrote|documents?|documented|records?|recorded|describes?|described|on|of|in|same (?:day|week|date|month)|the same|tells|told|to Dr|again|does|did|felt|feels|could|was|eval\w*|visit|consult\w*|discharge\w*|d\/c|summary|letter|report|sheet|log|form)\b|\s*\(?\d{1,2}\/\d|\s*[,:-]|\s*["“]))/g;
/** A speaker is named no farther before what he says. */
const FARTHEST = 400;

/** The speaker named last before a place, in its own line or paragraph; undefined where none is. */
export function speakerOf(document: IndexedDocument, place: Place): string | undefined {
  const { sentences, text } = document.reading;
  const sentence = sentences[place.sentence];
  if (!sentence) return undefined;
  const paragraph = document.paragraphs.get(sentence.paragraph) ?? sentence;
  const start = Math.max(paragraph.start, place.start - FARTHEST);
  return lastNamed(document, `${start} ${place.start}`, () => {
    const last = [...text.slice(start, place.start).matchAll(SPEAKER)].at(-1);
    return last?.[0].toLowerCase().replace(/^the |[.\s]/g, '');
  });
}

/** By stretch: passages are held against each other again and again. */
const lastNamed = createMemo<IndexedDocument, string | undefined>();

/** Whether two places are told by two who are both named: what one says leaves out nothing of the other. */
export function isToldByOther(document: IndexedDocument, one: Place, other: Place): boolean {
  if (one.sentence === other.sentence) return false;
  const speaker = speakerOf(document, one);
  if (speaker === undefined) return false;
  const second = speakerOf(document, other);
  return second !== undefined && second !== speaker;
}
