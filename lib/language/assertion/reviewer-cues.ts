import type { CueRow } from './cue.ts';

/**
 * A reviewer's claim that the record is silent. It speaks of the record and not of the patient:
 * "there is no documentation of a twitch response" against "no twitch response on palpation".
 */
export const REVIEWER_CUES: readonly CueRow[] = [
  {
    // "The doctor notes that he has no": it is the patient who has none.
    effects: ['negated'],
    scope: 'after',
    phrases: `
      {record} ..3 (he|she|they|i|we|patient|pt|the patient|claimant|worker) (has|have|had) no
      (cures|pdmp|pharmacy|database|mri|ct|emg|toxicology) (report|reports|record|records) ..3 (show|shows|showed|had|has|contain|contains) no`,
  },
  {
    effects: ['reviewer', 'negated'],
    scope: 'after',
    wide: true,
    phrases: `
      no (clear|specific|objective|adequate|sufficient|further|recent|current|additional|actual|other|available|clinical|supporting|formal)? (documentation|documented) (in ..4)? (of|that|demonstrating|indicating|showing|supporting|regarding|to support|to show|to suggest|for|as to|how)?
      no documented (evidence|trial|failure|improvement|benefit|use|functional|objective)? (of)?
      no (clear|specific|objective)? (mention|discussion|description|record|explanation|rationale|statement|note|notation) (in ..4)? (of|that|regarding|for|as to)
      no objective documentation (of|that|to support|demonstrating)
      no (clear|objective|real)? (proof|showing) (of|that)
      no (compelling|convincing|persuasive|extenuating) (clinical)? (facts|evidence|rationale|reason|findings|information) (indicating|that|for|of|to support|supporting)?
      (lack|absence|paucity) of (any|clear|objective|adequate|sufficient|documented|supporting)? (documentation|documented|evidence in the record) (of|that|demonstrating|regarding|for)?
      (insufficient|inadequate|limited|lacking) (documentation|evidence|information|clinical information) (of|that|for|to support|regarding)?
      without (clear|objective|adequate|specific|any|sufficient)? (documentation|documented) (of|that|demonstrating)?
      without (clear|specific|any|a|a clear|a specific)? (mention|discussion|description|explanation|rationale|statement|account) (of|that|regarding|for|as to)
      not (clearly|adequately|specifically|sufficiently|otherwise)? (document|documenting) (that|how|any)?
      (has|have|had) not (clearly|adequately|specifically|sufficiently|otherwise)? documented
      not (clearly|adequately|specifically|sufficiently|otherwise)? documented (that|how|any)
      {record} ..4 (do|does|did|has|have) not (clearly|adequately|specifically)? {documents} (any|that|a)?
      {record} ..4 (don't|doesn't|didn't) {documents} (any|that|a)?
      {record} ..4 (fail|fails|failed|neglects) to {documents}
      {record} ..4 (is|are|was|were) (silent|vague|unclear) (on|about|as to|regarding)
      {record} ..4 {documents} (neither|nothing|none)
      (no|not one|not a) {record} {documents}
      (neither|none) (of (the|these|them|his|her))? ..1 ({record}|document|documents|one|visit|entry) ..2 ({documents}|speak of|speaks of|refer to|refers to|touch on|touches on)
      {record} ..3 (contain|contains|contained|include|includes|show|shows|document|documents|had|has|have) no
      (claims administrator|administrator|reviewer|utilization review|=UR|UR physician|physician advisor|adjuster|carrier) ..2 (did not|could not|didn't) (find|see|locate|identify)
      (claims administrator|administrator|reviewer|utilization review|=UR|UR physician|physician advisor|adjuster|carrier) ..5 (found|saw|noted|located|identified|finds|sees) no
      nothing (is|was|has been|is being) (said|noted|recorded|written|reported|documented|mentioned|stated|told) (to|of|about|on|that|regarding)?
      (does|do|did) not (clearly|adequately|specifically)? (document|cite|mention|describe|specify|address|quantify)
      (failed|fails|failure) to (document|describe|specify|address|mention|provide|submit|include|quantify|cite)
      there (is|are|was|were) no ..6 (progress|therapy|treatment|operative|procedure|visit|medical|clinical)? (notes|note|records|reports|report|documentation) (in ..4|submitted|provided|available|demonstrating|showing|documenting|of|for)?
      (can not|cannot|could not|did not|unable to) (find|locate) ..3 (documentation|mention|record|evidence) (of|that)?
      no evidence in the (medical)? (record|records|file|documentation|notes) (of|that)?
      (was|were|is|are) no ..2 (provided|submitted|specified) (for|of)?
      no (trial|trials|failure|attempt|course|use) of ..4 (is|are|was|were|has been|have been) (reported|recorded|mentioned|noted|shown|listed|described|found|stated)
      (the|these|this|those) (medical|submitted|available)? (record|records|documentation|report|reports|file|chart|notes|submission) (has|have|contains|contain|holds|hold|gives|give|offers|offer) (no|neither|nothing|little)
      no quantity (specified|stated|given)?`,
  },
  {
    effects: ['reviewer', 'negated'],
    scope: 'after',
    wide: true,
    around: true,
    phrases: `
      no ..4 (is|are|was|were|has been|have been) (provided|submitted|included|supplied|documented|described|specified|mentioned|recorded) (for|in|with)?
      neither ..8 (is|are|was|were|has been|have been) (provided|submitted|documented|described|specified|mentioned|recorded)
      no ..5 (documented|described|recorded|mentioned)
      without ..5 (being|having been) (documented|described|recorded|mentioned|specified|stated)
      no ..4 (is|are|was|were) (in|on|among|found in|seen in) (the|these|his|her|any of the) (note|notes|chart|file|record|records|report|reports|packet|paperwork)`,
  },
  {
    effects: ['reviewer', 'negated'],
    scope: 'after',
    phrases: `
      (claims administrator|administrator|reviewer|utilization review|=UR|UR physician|physician advisor|adjuster|carrier|denial|denial letter|UR letter) ..1 (says|said|states|stated|claims|claimed|writes|wrote|argues|argued|asserts|contends|holds|maintains) (that)? (there (is|was|were|are|has been))? (no|never|not)
      (the|your|their|that) (letter|denial|decision|determination|reviewer|notice) (says|said|states|stated|claims|claimed|writes|wrote|argues|argued|asserts|contends|holds|maintains|finds|found) (that)? (there's|there (is|was|were|are|has been|have been))? no`,
  },
  {
    // An examiner's words as much as a reviewer's.
    effects: ['reviewer', 'negated'],
    scope: 'after',
    wide: true,
    examined: true,
    phrases: `
      no objective (evidence|findings|measures|measurements|signs) (of|that|to support|demonstrating|for)`,
  },
  {
    effects: ['reviewer', 'negated'],
    scope: 'before',
    wide: true,
    phrases: `
      (is|are|was|were|has been|have been|been|being)? not (been)? (clearly|adequately|sufficiently|specifically|well|otherwise|fully|objectively)? {documented}
      (isn't|aren't|wasn't|weren't|hasn't been) (clearly|adequately|specifically|well)? {documented}
      (is|are|was|were) undocumented
      (not|never) noted in the (medical)? (record|records|file|chart|documentation|notes|report|reports)
      (is|are|was|were) (missing|absent|lacking|not found|not seen|not noted) (in|from) the (medical|submitted|available|clinical)? (record|records|file|chart|documentation|notes|report|reports)
      (could|can) not be (found|located|verified|confirmed|determined) (in|from) the (medical|submitted|available)? (record|records|file|chart|documentation)
      (was|were|is|are) not (clear|evident|apparent) from the (medical|submitted|available)? (record|records|file|chart|documentation|notes)`,
  },
];

/** Words of an examination, which make an absence one of the patient. */
export const EXAMINED_PHRASES = `
  exam
  examination
  examined
  palpation
  inspection
  (i|we) (find|found|see|saw|note|noted|appreciate|appreciated|elicit|elicited)
  today
  (slr|reflexes|strength|sensation|dtrs|range of motion|rom)`;

/** The record named as the place of an absence. */
export const RECORDED_PHRASES = `
  (in|from|within) (the|these|any|his|her)? (submitted|medical|available|provided|clinical|treating)? (records|record|file|documentation|chart|notes|reports|documents|submission)
  (records|documentation|submission|report|reports) (contain|contains|contained|provide|provides|show|shows|include|includes|provided|submitted|reviewed)
  (documented|submitted)`;

/** Rules that sound like conclusions. */
export const NO_CONCLUSION_PHRASES = `
  (when|if|unless|where|until|that) ..8 (exceeds|exceed|exceeding|beyond|over|meets|meet) (the)? (recommended)? (guideline|guidelines|recommendation|recommendations|criteria)
  (request|treatment|service|services|item|therapy|medication|drug) ..6 (that|which) (was|were|had been|have been|has been) (certified|denied|approved|modified|authorized)`;

/** Conclusions of a reviewer: they set the voice of their whole sentence. */
export const CONCLUSION_PHRASES = `
  (reviewer's|UR's|UR|peer reviewer's|claims administrator's) (letter|rationale|summary|decision|recap) (:|recites|cites|lists|mentions|says|states|notes|refers|reads|quotes|has)
  (per|according to) (the|your|their)? (reviewer's|UR's|reviewer|UR|denial|peer reviewer's) (summary|letter|rationale|report|decision|abstract|recap)
  (your|the|their|UR|physician) (reviewer|denial|non-certification|denial letter|UR letter|UR decision|physician reviewer|UR physician) ..5 (stated|states|said|says|wrote|writes|claimed|claims|asserted|asserts|argued|argues|contends|contended|alleges|alleged|concluded|concludes) (that)?
  (utilization review|peer review|claims administrator|reviewer|denial|non-certification) (of ..3)? (stated|states|said|says|wrote|writes|claimed|claims|asserted|asserts|argued|argues|contends|contended|alleges|alleged|concluded|concludes|asked|asks|questioned|questions) (that|whether|if)
  (is|are|was|were|be|been)? (not)? (deemed|considered|found|felt|established|to be)? (to be)? medically (necessary|appropriate|unnecessary|warranted|indicated|reasonable)
  medical necessity (is|has|of|for|was|cannot|can|not|has not)
  (criteria|guidelines|guideline|requirements|threshold) (is|are|was|were|has|have)? (not)? (been)? (met|satisfied|fulfilled)
  (does|do|did) not meet (the)? (criteria|guideline|guidelines|requirements|mtus|odg|acoem|threshold)
  (meets|meet|met|satisfies) (the)? (criteria|guideline|guidelines|mtus|odg|acoem)
  (is|are|was|were) (not)? supported by (the)? (guideline|guidelines|documentation|mtus|odg|acoem|evidence|records|record|submitted)
  (request|treatment|service|services|item|therapy|medication|drug) ..6 (is|are|was|were|has been) (non-certified|noncertified|not certified|certified|denied|approved|modified|upheld|overturned|not authorized|authorized)
  (is|are|was|were) (therefore|hereby|thus)? (non-certified|noncertified|not certified|upheld|overturned|conditionally non-certified)
  : (upheld|overturned|certified|non-certified|noncertified)
  (recommend|recommended for|recommending) (non-certification|noncertification|certification|denial|modification|non-cert|adverse determination)
  adverse determination
  (exceeds|exceed|exceeding|in excess of|outside|beyond|over) (the)? (recommended)? (guideline|guidelines|mtus|odg|recommendation|recommendations)
  (can not|cannot|could not) be (certified|approved|authorized|recommended|supported|established)
  decision (is|was) (upheld|overturned|based on)
  (not)? (certify|uphold|overturn)
  per (odg|mtus|acoem|guidelines|guideline) ..3 (not)? met`;
