import { isDecidedBy } from '../../language/assertion/decided-by.ts';
import type { Assertion, Reading } from '../../language/mention.ts';
import { mentionsOfList } from '../../language/mentions.ts';

/**
 * Words that only a sentence about this patient or this record has. In a rationale the reading takes
 * bare prose for the guideline's, which is right for a stranger's determination; the writer of a
 * letter tells his findings in the same paragraph, in the past or of a named paper.
 */
const OF_THE_PATIENT =
  /\b(?:was|were|did|had|has|have|patient|worker|claimant|employee|man|woman|he|she|his|her|notes?|reports?|records?|described|documented|shown|shows?|finds?|found|stayed|fell|falls|failed|takes?|taken|done|asked for|requested|first injection|attended|examination|films?|\d+(?:\.\d+)?\s?\/\s?10)\b/i;
/** And words of a rule, which outweigh them. */
const OF_A_RULE =
  /\b(?:should|must|recommended|guidelines?|criteria|may be|patients|indicated (?:for|in|when|where))\b/i;

/** The reading of a letter: sentences of its rationale that tell of the patient speak of the record. */
export function asWritten(reading: Reading): Reading {
  const own = reading.sentences.map(({ start, end }) => {
    const words = reading.text.slice(start, end);
    return OF_THE_PATIENT.test(words) && !OF_A_RULE.test(words);
  });
  const meant = <Item extends { sentence: number; assertion?: Assertion }>(item: Item): Item => {
    const { assertion } = item;
    if (!assertion || !own[item.sentence] || assertion.voice !== 'guideline') return item;
    const isBySection = isDecidedBy(assertion, 'voice', 'section');
    const kind = reading.sections[reading.sentences[item.sentence]?.section ?? 0]?.kind;
    if (!isBySection || kind === 'guideline' || kind === 'claims-administrator-guideline')
      return item;
    return { ...item, assertion: { ...assertion, voice: 'record' } };
  };
  return {
    ...reading,
    mentions: mentionsOfList([...reading.mentions].map(meant)),
    values: reading.values.map(meant),
  };
}

/** Whether a sentence tells something of the patient or the record. */
export function tellsOfPatient(words: string): boolean {
  return OF_THE_PATIENT.test(words) && !OF_A_RULE.test(words);
}
