import type { CueRow } from './cue.ts';

/** Words of doubt, and of what would be if. */
export const POSSIBILITY_CUES: readonly CueRow[] = [
  {
    effects: ['possible'],
    scope: 'after',
    phrases: `
      probable
      (may|might) (still|also|yet|now|only|just) (be|have|take|use|get|need)
      may (be|have|represent|indicate|suggest|reflect|also have|well be|well have|need|require|benefit from|involve|suffer|develop|experience|explain|contribute|come from|stem from|arise from|originate|radiate|relate to|result from)
      might
      might (be|have|represent)
      could (well|easily|also|possibly|conceivably|still)? (be|represent|have|indicate|reflect|mean|signal|fit)
      (may|might|could) or (may|might|could) not
      (jury is|verdict is|question is) (still)? (out|open) (on|about|as to)
      (some|certain|several|a few) (features|elements|overtones|aspects|traits|flavor) (of|suggesting)
      (working|leading|current|present)? (theory|hypothesis|guess|conjecture|hunch) (is|was|being|remains)
      (not|can't|cannot|couldn't|unable to|hard to|impossible to|difficult to) (distinguish|separate|differentiate) (a|an|the)?
      (suspect|suspects|suspecting|suspected that) (that)? (there (is|are|was|were|has been|have been))?
      suspicion (of|for)
      (wonder|wonders|wondered|wondering) (about|whether)
      (not|n't|never) (said|told|mentioned|stated|indicated|explained|decided) ..1 (what|how|why|when|which|where|if|whether)
      suspicious (for|of)
      presumptive
      presumably
      question of
      query
      raises the (question|possibility) (of)?
      (not|n't) (on)? (always|invariably|(every|each) (single)? (day|time|night|morning|week|occasion)|all (the|of the) time)
      concern (for|of|about|regarding)?
      concerns (for|of|about|regarding)
      concerned (for|about)
      concerning for
      (lean|leans|leaning) (toward|towards)
      (he|she|pt|patient|the patient|claimant) (thinks|believes|figures|supposes|suspects) (that)? ..1 (he|she|it|they) ..1 (has|had|have|was|were|is|are|got|did|took|saw|tried|last|quit|stopped|started|began|finished|used|smoked)
      worrisome for
      worry (about|for)
      (can not|cannot|can't|could not|couldn't|unable to) (completely|entirely|fully|definitively|absolutely)? (rule out|exclude|r/o|ruled out)
      not (completely|entirely|fully)? (rule out|exclude)
      does not (rule out|exclude)
      has not ruled out
      r/o
      rule out
      to rule out
      evaluate for
      evaluation for
      workup for
      work-up for
      w/u for
      differential (diagnosis)? (includes|including|of)?
      ddx
      (unclear|unsure|uncertain|undecided) (if|whether|about|of) (there (is|are|was|were))?
      whether
      whether or not
      something (like|resembling|akin to|along the lines of|that (looked|looks|felt|feels|resembled) (like)?) (a|an)?
      (could|may|might) (well)? (go|fit|agree|square) with
      not be surprised (to|if|at|by)
      (chance|chances|possibility|likelihood|probability) (of|that)
      (looks|look|looked|sounds|sound) (to (me|us))? (like|as if|as though) (there (is|are|was|were))?
      (seems|seem|seemed) (to (me|us))? (like|as if|as though) (there (is|are|was|were))?
      (hint|hints) at
      (soft|faint) (sign|signs) of
      (hardly|barely|scarcely) any (evidence|sign|signs|trace|hint) (of|for)
      (unclear|unsure|uncertain|unknown|not (sure|clear|certain|known)|(can not|cannot|can't|could not|couldn't) (say|tell)|(does|do|did)? (not|n't) know) (if|whether) (he|she|they|it|pt|patient|the patient|claimant) (is|was)? still
      whether (or not)? there (is|are|was|were)
      not (clear|certain|sure|known|convinced|persuaded|satisfied|positive) (if|whether|about|of|that) (there (is|are|was|were))?
      not (clear|certain|sure|convinced|persuaded|satisfied) (there|this|it|these|he|she|they) (is|are|was|were|has|have|had|represents)
      (doubt|doubts|doubted|doubting) (that|whether|if)? (there|this|that|it|these|he|she|they) (is|are|was|were|has|have|had|represents)?
      (not|n't|don't|doesn't|didn't) know (that|if|whether) (there|this|that|it|he|she|they)? (is|are|was|were|has|have|had)?
      (it)? is not (clear|certain|known) (if|whether) (there (is|are|was|were))?
      (hard|difficult|impossible|too early) to (say|tell|know|judge|decide) (if|whether|that) (there (is|are|was|were))?
      (no|little) (idea|telling|knowing|way to (tell|know|say)) (if|whether) (there (is|are|was|were))?
      (can not|cannot|can't|could not|couldn't|unable to|not able to|did not|didn't|does not|doesn't) (honestly|really)? (say|tell|decide|judge|determine|know|recall|remember|be sure|be certain|confirm|verify) (if|whether|about|of) (there (is|are|was|were))?
      (a|the)? (hint|suggestion|semblance) of
      (thought|think|thinks) (i|he|she|we) (may|might|could) have
      (guess|guesses|presume|presumes|assume|assumes|imagine|imagines) (that)? (there (is|are|was|were))?
      may be that
      may have been
      unlikely to (be|have|represent)
      doubt
      not likely (to be|to have)?
      less likely
      tentative
      tentatively
      borderline
      appears to (be|have)
      appear to (be|have)
      seems to (be|have)
      suggestive of
      suggests (the possibility of|possible)
      suggesting
      (raises|raising|raise) the (possibility|question|suspicion) of
      potential
      potentially`,
  },
  {
    effects: ['possible'],
    scope: 'ending',
    phrases: `
      possible
      (most|more|quite|very)? likely
      possibly
      reportedly
      probably
      maybe
      perhaps
      suspected
      presumed`,
  },
  {
    // of the number and what it counts, not of what is told with it
    effects: ['possible'],
    scope: 'after',
    reach: 0,
    phrases: `
      (maybe|perhaps|possibly|probably|likely) (#|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)
      (hardly|barely|scarcely) (a|an|any)?`,
  },
  {
    effects: ['possible'],
    scope: 'before',
    reach: 6,
    phrases: `
      (can not|cannot|can't|could not|couldn't) be (completely|entirely|fully)? (ruled out|excluded)
      not (completely|entirely|yet|been|fully)? (been)? (ruled out|excluded)
      (has|have) not (yet)? been (ruled out|excluded)
      to be ruled out
      (is|are|was|were|remains)? (very|rather|quite)? (hard|difficult|impossible) to (say|tell|judge|interpret|call|pin down|be sure of)
      (but)? (i|he|she|we|they|the patient)? (can not|cannot|can't|could not|couldn't|would not|wouldn't) (be (sure|certain|confirmed|verified|judged|determined|established|ascertained)|swear to it|swear to that|vouch for it)
      (,|-|;)? (but)? (i|he|she|we|they|the patient)? (am|is|are|was|were)? not (so|too|quite|entirely|really|fully)? (sure|certain|definite|convincing|clear-cut|reproducible|reproduced|conclusive)
      (isn't|wasn't|aren't|weren't) (so|too|at all|quite|entirely|really)? (sure|certain|definite|convincing|reproducible|conclusive)
      (or)? so (he|she|they|the patient|pt) (says|believes|thinks|feels|claims|hopes)
      which (i|we|he|she)? (can not|cannot|could not|couldn't|have not) (be)? (verify|verified|confirm|confirmed|check|checked)
      if that
      (has|have|had|was|is|were) (been)? (suggested|entertained|floated|postulated|questioned|mooted|proposed) (,|.|but|as|by|and never|at)
      (is|was|remains|stays|still)? (on the differential|on the list of possibilities|on the cards)
      (is|was|remains|seems)? (conceivable|thinkable|imaginable|debatable|arguable|an open question|open to question|up in the air|not out of the question|not beyond question)
      (may|might|could) (well|also|still)? (be|have been) (behind|at work|at play|involved|responsible|the cause|to blame|contributing|a factor|there|present)
      (was|were|has been|is|being)? (brought up|raised|mentioned|offered|put forward|floated) as (a|an|the|one)? (possible|likely)? (explanation|possibility|cause|question|option|alternative)
      , (yet|still)? (to be|not|not yet) (confirmed|proven|established|verified) (.|,|;)
      ,? (i|we) (thought|believed) ,? (but|though|only)
      (but|yet|and)? (i|we|he|she)? (could not|couldn't|cannot|was unable to|unable to) (repeat|reproduce|confirm|verify|duplicate) (it|this|that|them)
      (is|was|remains) (still)? (in doubt|undecided|unsettled)
      (has to|must|should|needs to|is to) be (kept|borne) in mind
      remains to be (seen|shown|proven|confirmed|proved)
      some days ,? (and|but)? (not (others|on others|other days)|(others|other days) not)
      suspected clinically
      , if (any|present|there (was|is) (one|any)|at all)
      (,|-|;)? (i|we) (think|guess|suspect|suppose|presume|assume|gather) (.|,|;|")
      (status|presence)? (is|was|remains)? (unconfirmed|unverified)
      (status|presence) (is|was|remains)? (unclear|unknown|uncertain)
      \\(possible\\)
      \\(probable\\)
      \\(suspected\\)
      \\(\\?\\)`,
  },
  {
    effects: ['possible'],
    scope: 'either',
    phrases: `
      (very|quite|highly|somewhat)? (questionable|equivocal|doubtful|dubious|unproven|putative)
      (+/-|±)
      (is|are|was|were|seems|appears|remains|be) (possible|probable|suspected|likely|unlikely|very unlikely|questionable|equivocal|uncertain|doubtful|a concern|a possibility|in question|in the differential|borderline|not excluded|not ruled out)`,
  },
  {
    effects: ['possible'],
    scope: 'both',
    reach: 6,
    phrases: `
      vs
      versus
      unlikely`,
  },
  {
    // a number against a number compares, and weighs no two diagnoses; who can barely walk, walks
    idle: true,
    phrases: `
      (can|could) (hardly|barely|scarcely)
      (if|as soon as|as much as|as long as|as far as|as early as|as little as|as quickly as|when|where|whenever|wherever|not) (at all)? possible
      # (vs|versus) #
      (vs|versus) (about|only|just|barely)? # (lb|lbs|pounds|min|minutes|hours|hrs|ft|feet|blocks|miles|degrees|deg|reps|steps)`,
  },
  {
    effects: ['conditional'],
    scope: 'after',
    wide: true,
    phrases: `
      if
      only if
      unless
      in case of
      in case
      in the event (of|that)?
      should (he|she|they|the|symptoms|pain|this|there|any|it|these|his|her|you|patient|pt)
      return (to ..4)? (for|with)
      call (for|with|the office for|the office with)
      watch for
      watch out for
      (report|notify (us|me|the office) of|tell (us|me) (of|about)) any
      be (alert|on the lookout) (to|for)
      (told|advised|instructed|counseled) to (report|call (for|with)|return (for|with)|seek)
      (told|advised|instructed|counseled|warned|cautioned|reminded|knows) (him|her|them)? (to)? (go|come|call|return|head|present) ..5 for
      monitor for
      monitoring for
      monitor closely for
      look for
      (will|to|shall|should|would|please|must) (check|recheck|re-check|test|palpate|feel|examine|look again) for
      (educated|education) ..2 (on|about|regarding)
      (explained|wanted to know|wants to know) what
      assess for
      screen for
      seek ..4 for
      get (immediate|emergency|medical|urgent)? (help|care|attention|evaluated|checked|seen) ..2 for
      precautions (for|including|regarding)?
      (warning|warnings|cautions) ..2 (:|of|about|for|regarding|given|reviewed|including)
      (told|advised|instructed|counseled|reminded|asked|agrees|knows) ..1 to (stop|hold|quit|discontinue|drop) (it|them|this|the ..1)? (for|with|at|upon)
      risk of
      risks (of|include|including)
      risks ..9 (include|includes|including|included|not limited to)
      risks (,|and|&) ..1 (benefits|complications|alternatives)
      (foreseeable|potential|possible) risks ..2 (complications|benefits)
      risk for
      at risk for
      possible side effects
      potential side effects
      side effects (such as|include|including|may include)
      (may|can|could|might) (cause|lead to|result in)
      to (prevent|avoid)
      prevention of
      in order to (prevent|avoid)
      whenever
      provided that
      contingent (on|upon)
      depending on
      assuming
      hypothetical
      suppose`,
  },
  {
    // "He takes it for his nerves": what somebody does, and no direction.
    phrases: `
      (he|she|they|i|we|pt|patient|the patient|worker|claimant|who|still|also|now|mostly|and|does|did|has to|had to|will) (use|take|apply|takes|uses|applies) (it|this|these|them|one)? for
      (takes|uses|applies) (it|this|these|them|one)? for`,
  },
  {
    // What directions keep a medicine for.
    effects: ['conditional'],
    scope: 'after',
    reach: 6,
    clause: true,
    phrases: `
      (use|take|apply|reserve) (it|this|these|them|one)? (only|just|strictly|sparingly)? for
      (save|keep) (it|this|these|them|one) (only|just|strictly)? for
      to be (used|taken|applied|reserved|kept|saved) (only|just|strictly|sparingly)? (for|during|in)`,
  },
  {
    effects: ['conditional'],
    scope: 'after',
    reach: 3,
    clause: true,
    phrases: `
      prn
      prn for
      as needed for
      as needed`,
  },
  {
    // A condition, where the sentence goes on to what will follow: "when he walks alone, we will stop it".
    effects: ['conditional'],
    scope: 'after',
    given: true,
    wide: true,
    weak: true,
    cuts: ['negated', 'planned', 'past', 'reviewer'],
    phrases: `
      when
      once
      until
      till
      as soon as
      as long as
      so long as
      the moment
      only (when|after|once)`,
  },
  {
    // What it is to serve.
    effects: ['conditional'],
    scope: 'after',
    clause: true,
    weak: true,
    cuts: ['negated', 'planned', 'past', 'reviewer'],
    phrases: `
      in order (to|for|that)`,
  },
  {
    effects: ['conditional'],
    scope: 'after',
    phrases: `
      (is|was) (expected|anticipated|hoped) (to|that)
      (expect|expects|expected|anticipate|anticipates) (him|her|them|he|she) to
      ought to
      by (the|his|her) next (visit|appointment|exam|follow up)`,
  },
  {
    // and the other way round
    effects: ['conditional'],
    scope: 'after',
    phrases: `
      (will|we'll|i'll|shall|would|plan to|to) (see|recheck|re-check|reevaluate|re-evaluate|discharge|release|return|stop|wean|taper|reassess|reconsider) ..4 (when|once|until|as soon as|after)`,
  },
  {
    // what somebody wants to see
    effects: ['conditional'],
    scope: 'before',
    clause: true,
    reach: 5,
    phrases: `
      (will|shall|should|is to|are to|to) be (looked for|checked|tested|sought|assessed|rechecked|re-checked|searched for) (at|on|next|again|when|then|by)
      would (also)? (be|have to be|need to be) (needed|required|necessary|expected|documented|shown|present|helpful)`,
  },
  {
    // a rule of the office, and nothing that happened
    effects: ['conditional'],
    scope: 'before',
    reach: 5,
    phrases: `
      (will|would|are|is|shall|can) (not|never) be (replaced|honored|refilled|tolerated|accepted|(filled|given|authorized) (early|ahead))
      (are|is) (not|never) replaced`,
  },
  {
    // Nobody looked: neither there nor absent.
    effects: ['conditional'],
    scope: 'before',
    clause: true,
    reach: 5,
    phrases: `
      (is|are|was|were|has been|have been|had been|be)? not (yet|formally|specifically)? (been)? (assessed|tested|evaluated|examined|looked for)
      (wasn't|weren't|isn't|hasn't been|haven't been) (formally|specifically)? (assessed|tested|evaluated|examined|looked for)
      (could not|cannot|can not|can't) be (reliably|properly|formally)? (assessed|tested|evaluated|examined|looked for)
      untested
      unassessed`,
  },
  {
    // What a form asks, all of it.
    effects: ['conditional'],
    scope: 'before',
    wide: true,
    reach: 30,
    phrases: `
      \\(y/n\\)
      \\(yes/no\\)
      \\(y or n\\)
      \\(yes or no\\)
      \\(circle one\\)`,
  },
  {
    // "Is not free of pain": how much of it there is, is not said.
    effects: ['possible'],
    scope: 'after',
    phrases: `
      (not|never|n't|don't|doesn't|didn't|isn't|wasn't|hasn't|cannot|can't|couldn't|nor|unable|incapable|failed|rarely|seldom|hardly) ..3 (free of|free from|devoid of)`,
  },
  {
    effects: ['conditional'],
    scope: 'after',
    clause: true,
    phrases: `
      (did|does|do) not (test|assess|examine|evaluate|look|check) (for)?
      (didn't|doesn't|don't) (test|assess|examine|evaluate|look|check) (for)?
      (nobody|no one|none of (us|them)) (here|there|yet|ever|(at|in|from) (the|this|that|our) (office|clinic|practice|unit|hospital))? (tested|tests|assessed|assesses|examined|examines|evaluated|looked|looks|checked|checks|felt|pressed) (for)?
      too (sore|tender|guarded|painful|irritable|stiff|anxious|obese|heavy) to (assess|test|evaluate|examine|check|feel|press) (for)?
      (wants|wanted|needs|demands|demanded|asks for|asked for|requires|required|needed|requests|requested|seeks|awaits) ..3 (proof|evidence|documentation|confirmation|verification) (that|of)
      (must|has to|needs to|need to|have to) (first|also)? (show|document|prove|demonstrate|establish|confirm) (that|how|whether)?
      (checklist|check list|requirements|prerequisites) ..3 :
      (needed|required|necessary) (for|by|before|to) ..4 :
      the hope (was|is|had been) (that)?
      (goal|goals|aim|target|objective|idea|intention|intent|expectation|plan|wish|dream|ambition|purpose) (of|for)? ..3 (is|was|remains|being|remained|would be|had been|will be) that
      (hopes|hoped|hoping|hope|expects|expected|expect|anticipates|anticipated|anticipate|trusts|trust|foresees|foresee) that
      (goal|goals|target|targets|aim|aims|expectation) (for|by|at|of|next) ..4 :
      (look|looks|looking) forward to ..3 (that|when)
      (needed|required|necessary|missing|wanted|pending) :
      to be (asked|checked|rechecked|reviewed|assessed|verified|confirmed|discussed|addressed|clarified|seen) ..5 :
      (with (any)? luck|god willing|ideally|best case)
      (unable|not able) to (reliably|properly)? (assess|test|evaluate|examine)`,
  },
  {
    // A state that something yet to come waits for.
    effects: ['conditional'],
    scope: 'after',
    around: true,
    phrases: `
      (once|when|as soon as|after|until) ..8 , (he|she|we|i|they|the patient|pt|it) (can|will|may|could|should|would|might|shall)`,
  },
  {
    // Not conditions: comparisons and facts.
    phrases: `
      as if
      preoperative evaluation (for)?
      evaluation for (surgery|the surgery|treatment|therapy)
      even if
      see if
      to see if
      if (any|at all|anything|not)
      not at risk (for|of)
      wonders if
      should not`,
  },
];

/** What will be done, behind the condition that it waits for. */
export const FUTURE_PHRASES = `
  , (we|i) (will|shall|would|can|could|may|might|should|plan|intend|hope|expect)
  (we|i) (will|shall|plan to|intend to)
  , (then)? (we'll|i'll|he'll|she'll|let's)
  , (then)? (he|she|they|patient|pt|the patient) (will|may|should|can|could|shall) (be|return|go|come|have|start|begin|stop|wean|taper|resume|see)
  , (he|she|they|patient|pt|the patient) (stays|remains|is kept|is to (stay|remain|be|return))
  , ..4 (will|may|can|could|shall|is to|are to) be (given|refilled|renewed|continued|stopped|cut|weaned|tapered|discharged|released|discontinued|increased|lowered|reduced)
  (he|she|they|patient|pt|the patient) (will|may|should|can|could|shall) be (discharged|released|seen|weaned|tapered|referred|rechecked|reevaluated|returned|allowed|cleared)
  , (return|rtc|follow up|recheck|stop|wean|taper|discharge|refer|consider|plan)`;
