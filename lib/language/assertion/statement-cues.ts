import type { CueRow } from './cue.ts';

/**
 * What stands around a whole statement and says that nobody tells it as a fact of now: it is asked for,
 * comes from a template or an older note, is a rule, or is taken back as a whole.
 */
export const STATEMENT_CUES: readonly CueRow[] = [
  {
    // Asked for, and not told: "please document whether", "it must be shown that", "MTUS requires that".
    effects: ['conditional'],
    scope: 'after',
    wide: true,
    phrases: `
      (ask|asks|asking|want|wants|wanted|request|requests|requested|need|needs|expect|expects|invite|invites|press|presses) (us|me|you|him|her|them|the ..2|dr ..1|this office) to (confirm|document|show|verify|state|attest|certify|clarify|indicate|prove|demonstrate|establish) (that|whether|if|how)?
      (must|should|has to|have to|need|needs to|need to|is to|are to|ought to|remains to|yet to|still to) be (documented|shown|established|demonstrated|proven|proved|confirmed|verified|made clear|clear|evident|ascertained|stated) (that|whether|if|how)
      (require|requires|required|requiring|stipulate|stipulates|demand|demands|insist|insists|mandate|mandates|presuppose|presupposes|call for|calls for) that (he|she|his|her|they|pt|the patient|the worker)
      (please|kindly) (document|state|indicate|confirm|specify|clarify|note|show|verify|check|ask|explain|describe|advise|say|report|comment on|tell us|let us know) (whether|if|that)
      (depend|depends|depending|depended|hinge|hinges|contingent|conditional|predicated|rest|rests|turn|turns) (up)? (on|upon) (whether|if|how)
      (ask|asks|check|checks|recheck|learn|find out|determine|clarify|query|queries|see) ..4 whether
      (form|questionnaire|question|item|box|adjuster|carrier|insurer|reviewer) ..1 (ask|asks|asked|wants to know|inquires|queries) (whether|if)
      (box|boxes|item|line|field|entry) (was|is|were|are|left|still)? (not|never) (yet)? (ticked|checked|marked|filled|filled in|circled|completed) :
      (box|boxes|item|line|field|entry) (is|was|left)? (blank|empty|unticked|unchecked|unmarked|unanswered) :
      (boilerplate|brochure|leaflet|pamphlet|handout|sample (note|letter|text)) ..2 (say|says|read|reads|state|states|has|contains|goes|text|wording|reading) (that|:|,)?
      (boilerplate|brochure|leaflet|pamphlet|handout|sample (note|letter|text)) ..1 :`,
  },
  {
    // Nobody found it out again.
    effects: ['possible'],
    scope: 'after',
    wide: true,
    phrases: `
      (copied|carried|pasted|cloned|pulled|imported|brought|forwarded|retained) (over|forward|in|on)? (unchanged|verbatim)? (from|out of) (the|his|her|a|an|my|our)? (last|previous|prior|earlier|old|older|another|other|preceding|first) ..2 (:|-|,)
      (so|or so|at least so) (he|she|the patient|pt|his wife|her husband|the family) (claims|says|maintains|insists|would have it|would have us believe) (:|,)
      (might|may|could|would) ..1 (have|take|use|be|get|see|feel|show|need|develop|suffer) (no|not|neither|none)
      (allegedly|supposedly|purportedly|ostensibly|reputedly)
      (it is|it was|we are|i am|i was|we were) (claimed|alleged|rumored|supposed|led to believe|told secondhand|told second hand) (that|by ..3 that)?
      (claims|claimed|alleges|alleged|maintains|purports) (that|to have)`,
  },
  {
    effects: ['possible'],
    scope: 'before',
    wide: true,
    phrases: `
      (,|;|-|\\() (not|never) (yet|since)? (rechecked|re-checked|reexamined|re-examined|reassessed|retested|re-tested|verified|confirmed|repeated|updated)
      (,|;|-|\\() (unverified|unconfirmed|not verified|copied|copied forward|carried forward|pasted|old finding|from old notes|from the old notes)
      (,|;|-|\\() (see|per|from|as in|as per|copied from|carried over from) (the|his|her)? (last|previous|prior|old|earlier) (visit|note|report|exam)
      on (the|a)? (first|1st|one) (try|attempt|pass|trial|press|test|palpation) ,? (and|but)? not on (the|a)? (second|2nd|other|next|another|repeat|third)
      (could|can|can not|cannot) (not)? be (confirmed|verified|corroborated|substantiated) (.|;|,)`,
  },
  {
    // Of the statement and all that stands in it, what it denies itself too.
    effects: ['negated'],
    scope: 'after',
    wide: true,
    whole: true,
    phrases: `
      (do|does|did|has|have|had|is|was|are|were|can|could|would|will) (not|never) , ..4 ,
      (don't|doesn't|didn't|hasn't|haven't|hadn't|isn't|wasn't|aren't|weren't|can't|cannot|couldn't|won't|wouldn't) , ..4 ,
      far from (it|the truth|being true|clear) that
      (would be|is|was) (too much|going too far|a stretch|an overstatement|an exaggeration|wishful thinking) to (say|state|claim|write|think) (that)?
      (lack|lacks|lacked|lost) the (ability|capacity|strength|means|power) to
      (was|is|were|are|has been|have been) (not|never) in (a|any) (position|condition|state|shape) to
      (admit|admits|admitted|owns up|confesses|confessed) (to|that)? (not|never)
      (admit|admits|admitted|confesses|confessed) (that)? (he|she) (did|does|has|is|was) (not|never)
      (have|has|had) never (ever)? been (known|seen|able|observed|heard) to`,
  },
  {
    // "That he works is denied."
    effects: ['negated'],
    scope: 'before',
    wide: true,
    whole: true,
    phrases: `
      (is|was|are|were) (simply|plainly|just|quite|flatly|clearly|strongly|expressly)? (denied|disputed|contradicted|refuted) (.|;)
      (-|,) (no|nope|not true|not so|not at all) ,? (he|she|pt|the patient|they|i) (says|said|tells|answers|answered|replied|states|am told)`,
  },
];
