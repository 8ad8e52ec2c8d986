import type { CueRow } from './cue.ts';

/** Words for persons other than the patient. */
export const SUBJECT_CUES: readonly CueRow[] = [
  {
    // What a family had is history, as the label sets of ConText have it.
    effects: ['other', 'past'],
    scope: 'after',
    wide: true,
    phrases: `
      family (medical|psychiatric)? (history|hx)
      family (medical|psychiatric)? (history|hx) (of|for|is|significant for|positive for|notable for|remarkable for|includes)
      strong family history of
      fh
      fh (of|is|+ for|positive for|sig for)
      fh is (positive|significant|notable|+) ..1 for (a|his|her)? {relative}? (with)?
      fhx
      fam hx
      in (the|his|her) family :`,
  },
  {
    effects: ['other'],
    scope: 'after',
    wide: true,
    phrases: `
      {relative}
      {relative} (has|had|have|with|died of|died from|passed away of|passed away from|suffers from|suffered from|diagnosed with|was diagnosed with|takes|took|is on|uses)
      {relative} (does|did) (yoga|pilates|exercise|exercises|stretches|therapy|have|tai chi|well|fine|great|better)
      (caring|cares|care|cared|caregiver) (for|of) (a|an|his|her|the)? (elderly|disabled|sick|ill)? {relative} ,? (who|whose)
      {relative} (did|does|has done|is doing) (very|so|really|quite)? (well|poorly|badly|fine|great|ok|okay|better|terribly) (on|with|after)
      {relative} (was|is|got|gets) (helped|cured|given|prescribed|put|treated|hooked|addicted) (by|with|on|to)?
      {relative} (swears by|swore by|loves|likes|recommends|recommended)
      maternal
      paternal
      family members (have|had|with)?
      (one|two|three|four|several|some|many|most|few|all|both|none|another) of (his|her|their|the|my) (coworkers|co-workers|colleagues|friends|brothers|sisters|sons|daughters|children|neighbors|relatives|cousins|workmates|roommates|buddies|uncles|aunts)
      (driver|passenger|occupant|operator|person|people|man|woman|worker|employee) (of|in|from) (the|an)? (other|second|oncoming|next) (car|vehicle|truck|van|machine|forklift)
      (another|other) (patient|patients|person|people|worker|workers)
      (man|woman|fellow|lady|person|patient) in the (next|other) (bed|room|chair)
      (people|someone|somebody|others|those) who`,
  },
  {
    // Whose story it is stays so, whoever "he" is in it.
    effects: ['other', 'conditional'],
    scope: 'after',
    wide: true,
    phrases: `
      {relative} (says|said|reports|reported|states|stated|tells|told|writes|wrote|complains|complained) (us|me|him|her)? (of|about|for) (himself|herself|themselves|themself)
      (in|of|about|regarding|concerning|for|from) (another|a different|one other|some other) (patient|person|worker|man|woman|case|claimant)
      (a|some|one|another|the other|the) (man|woman|person|fellow|lady|worker|patient|somebody|someone) (of|about|in|for) whom
      (handout|brochure|leaflet|pamphlet|flyer|booklet|article|advertisement|testimonial|magazine|newspaper) ..8 (says|said|reads|tells|told|states|stated|writes|describes|in which)`,
  },
  {
    // Whoever is named so speaks, or is spoken of, to the end of the sentence.
    effects: ['other'],
    scope: 'after',
    wide: true,
    firm: true,
    reach: 60,
    phrases: `
      in (his|her|their|the|a|my|another) ..1 (brother's|sister's|wife's|husband's|mother's|father's|son's|daughter's|friend's|neighbor's|coworker's|spouse's|partner's|cousin's|uncle's|aunt's|man's|woman's) (case|situation|story|experience)
      about (a|another|some|one) (man|woman|person|worker|fellow|lady|stranger) (who|whose)
      (case|story|example|report|article|lecture|talk) (in which|where|of|about|on) (a|an|another|one|some) ..2 (man|woman|person|patient|worker|fellow|lady|claimant|employee)
      {relative} {says} (of|about|on) (himself|herself|themselves|(his|her|their) own ..2)
      of (his|her|their) ..2 {relative} (he|she|they) {says}
      (another|other|different|wrong) (patient|pt|claimant|worker|person) ..2 :
      (of|for|from|about|on|belonging to) (another|a different|some other|the wrong|the other) (patient|pt|claimant|worker|person|chart) ..6 :
      (patient|claimant|worker|man|woman|person) (who)? (we|i) (saw|treated|examined) (right|just)? (before|after) (him|her|this one)`,
  },
  {
    // Who is named in a case and is no patient, only where it is said what they have.
    effects: ['other'],
    scope: 'after',
    phrases: `
      (other|another|second) (driver|passenger|employee|victim)
      (other|another|second) (vehicle|car) (who|also|in ..3)? (was|were|had|has|sustained|suffered|complained)
      (supervisor|boss|manager|foreman|employer|landlord|interpreter|translator|passenger|driver of the other (car|vehicle)|passengers|adjuster|caregiver|client|student|customer|inmate|resident) (who|also|in ..3)? (had|has|have|suffers from|sustained|suffered|is on|takes)`,
  },
  {
    effects: ['other', 'negated', 'past'],
    scope: 'after',
    wide: true,
    phrases: `
      no (known|significant|pertinent|reported|relevant|strong|contributory)? (family|fam) (medical|psychiatric)? (history|hx) (of|for)?
      (denies|denied|without) (any|a|known)? (family|fam) (medical|psychiatric)? (history|hx) (of|for)
      negative family history (of|for)`,
  },
  {
    effects: ['other'],
    scope: 'before',
    reach: 8,
    phrases: `
      in (his|her|the|a|both|patient|pt)? (maternal|paternal|late|older|younger)? {relative}
      in (his|her|the) family
      runs in (his|her|the) family
      \\( (maternal|paternal|his|her|on)? {relative}
      \\(family history\\)
      (of|by|for) (his|her) {relative}
      (help|helped|for|treat|treated) (his|her) (husband's|wife's|mother's|father's|son's|daughter's|brother's|sister's|spouse's|partner's|friend's|coworker's|neighbor's)
      {relative} (asks|asked|wants|wanted|inquired|called) ..2 (his|her|their) own`,
  },
  {
    cuts: ['other'],
    phrases: `
      patient
      pt
      injured worker
      claimant
      iw
      personal history
      personal history of
      (his|her) own`,
  },
  {
    cuts: ['other'],
    pronoun: true,
    phrases: `
      he
      she
      himself
      herself`,
  },
  {
    // Relatives who speak, help or live there.
    phrases: `
      {relative} ({says}|confirms|confirmed|agrees that|adds that|mentions that|backs)
      (wife|husband|spouse|girlfriend|boyfriend|partner|daughter|son|roommate) :
      {relative} (helps|helped|assists|assisted)
      {relative} (drives|drove|cooks|cooked|shakes) (for|with)? (him|her|them|patient|pt|the patient)
      (hit|struck|rear-ended|cut off|sideswiped|pushed|kicked|assaulted) by (the|an)? (other|another|second) (driver|passenger|employee|victim)
      (other|another|second) (driver|passenger|employee|victim) (hit|struck|ran|rear-ended|cut|was (cited|at fault|ticketed)|failed to)
      per (his|her|the|patient|pt)? {relative}
      according to (his|her|the|patient|pt)? {relative}
      (lives|living|stays|resides|lived|staying|accompanied|here|came|arrived|seen|along|travels|home|spoke|discussed|shared|brought|driven|assisted|helped|over|reviewed|explained|talked|talking|speaking|discussing) (in)? (with|by|to) (his|her|the|patient|pt)? {relative}
      help (from|of) (his|her|the)? {relative}
      (helped|helping|helps|assisted|assisting|lifting|lifted|lift|lifts|pushing|pushed|carrying|caught|catching|restraining|transferring|hit by|struck by|bumped by|attacked by|assaulted by|kicked by|pushed by|bitten by|altercation with|argument with|argued with|working with|worked with) (a|an|his|her|the|another)? (other)? ({relative}|patient|person|worker)
      (caring|cares|care|caregiver) (for|of) (his|her|a|an)? (elderly|disabled|sick)? {relative}
      (has|have|with|two|three|one|#|raising) (young|small|adult|grown)? (children|kids|sons|daughters)
      married with
      family (support|therapy|counseling|practice|medicine|physician|doctor)
      father figure
      mother tongue
      partner (helps|says|reports)
      // physical therapy, no patient
      (with|in|from|after|through|failed|had|did|completed|finished|attended|attends|doing|started|#) pt
      // a doctor's partner in the practice
      (my|our) (former|previous|old|then|senior|junior|practice|office|business)? (partner|associate)
      (former|practice|office|business) partner`,
  },
];
