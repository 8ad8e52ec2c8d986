import type { CueRow } from './cue.ts';

/**
 * Words that negate, and those that only look so. Sources: the trigger lists of NegEx and ConText as
 * published, read for their kinds, and the phrasing of guidelines.md; worded and sorted anew.
 */
export const NEGATION_CUES: readonly CueRow[] = [
  {
    effects: ['negated'],
    scope: 'after',
    phrases: `
      no
      not
      nor
      neither
      never
      none of
      nothing (in the way of|along the lines of|akin to|resembling|of the|of the sort)
      (nobody|no one|none of (us|them)) (here|there|yet|ever|(at|in|from) (the|this|that|our) (office|clinic|practice|unit|hospital))? (has|have|had|ever|gave|gives|showed|shows|taught|teaches|did|does|tried|tries|ordered|prescribed|started|sent|offered|reviewed|discussed|mentioned|talked|spoke|went over|set up|goes over|asked)
      w/o
      without
      without (any|evidence of|signs of|obvious|apparent)
      denies
      denies (any|having|having had|current|any current|recent|use of|the use of|complaints of|symptoms of|problems with|experiencing)
      denied (any|having|use of|complaints of)
      denying
      deny
      denial of
      declines
      declined
      refuses
      refused
      lacks
      lacking
      lack of
      absence of
      free of
      free from
      devoid of
      nothing like (a|an|any|the)?
      (is|are|was|were|tested|screened|tests)? (negative|neg) (for|of)
      rules out
      ruled out for
      ruling out
      excludes
      no (known|acute|new|further|other|current|recent|obvious|overt|definite|clear|clinical|radiographic|significant|focal|gross|palpable|good|real|solid)? (basis|support|grounds|ground|trace|hint|justification|room|case|evidence|sign|signs|symptom|symptoms|finding|findings|indication|suggestion|suspicion|complaint|complaints|report|reports|features|need|demonstration|reported|presence) (of|for|that|to suggest|suggesting|suggestive of|consistent with|compatible with|in keeping with)
      no longer
      no reported
      no further
      no more
      not (have|had|having|has) (any|a)?
      (doesn't|don't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|wouldn't|couldn't|won't)
      (does|do|did) not (believe|think|feel|appear|seem|suspect) ..2 (has|have|having|had)?
      ((does|do|did|would|could|can)? not|don't|doesn't|didn't|wouldn't|couldn't|can't|cannot) (really|truly|honestly|personally)? (believe|think|feel|suspect|imagine) (that)? (there (is|are|was|were|has been|have been))?
      ((does|do|did|would|could|can)? not|don't|doesn't|didn't|wouldn't|couldn't|can't|cannot) (find|see|consider|agree|detect|notice|say) (that)? there (is|are|was|were|has been|have been|to be)
      ((does|do|did)? not|don't|doesn't|didn't) (appear|seem) to (be|have|show|support|suggest|indicate|reveal|represent|involve) (a|an|any|the)?
      ((does|do|did|would|could|can)? not|don't|doesn't|didn't|wouldn't|can't|cannot) (regard|view|treat|take|consider|label|call|term|count|interpret|read|rate|describe|classify) (this|it|that|these|them) (as|to be|a|an)?
      (wrong|incorrect|inaccurate|misleading|a mistake|a stretch) to (call|label|diagnose|speak of|consider|term|name) (this|it|that|these)? (a|an|as)?
      ((does|do|did)? not|doesn't|don't|didn't) (appear|seem|look|sound|behave|act|feel|read) (to ..2 (from|due to|with|of)|like|as if|as though|in keeping with|consistent with)
      (nobody|no one|none of (the|his|her|us|them)?) ..2 who ..5 (found|saw|noted|reported|diagnosed|documented|felt|elicited|made out|described)
      nothing (about|in|on|from|at) ..4 (says|said|suggests|suggested|supports|supported|points to|pointed to|speaks for|spoke for|indicates|indicated|shows|showed|reveals|revealed|fits|looks like|amounts to)
      nothing (here|there|today|so far|else)? (that|which|to) (would|could|can|might)? ..3 (call|think of|suspect|suggest|suggests|diagnose|support|supports|points to|point to|speaks for|speak for|warrant|warrants)
      (argue|argues|argued|arguing|speak|speaks|spoke|speaking|militate|militates|weigh|weighs|weighed|point|points|pointing) (strongly|clearly|somewhat)? against
      far from (a|an|being|having|any)?
      (not|never) (yet)? (currently|clearly|clinically)? {found} :
      none {found} :
      (little|not much|nothing much|not a lot) (to|that) (suggest|suggests|indicate|indicates|support|supports)
      (no|without|lacking|lacks) (any|the)? (signs|sign|findings|finding|evidence|features|anything) (that|which) (would|could|might)? (speak|speaks|argue|argues|count|counts|point|points) (for|to|in favor of)
      (findings|reflexes|tests|studies|results|films|images|signs) (rule out|exclude)
      (clean|clear|cleared|bare|innocent) of
      (can|could|may) (safely|now|confidently)? (exclude|rule out)
      (disagree|disagrees|take issue|do not agree) with (the|a)? (diagnosis|impression|label) of
      (contradicts|contradict|refutes|refute|disproves|disprove)
      nothing to do with
      (no|little|without) (reason|cause|ground|grounds|basis) to (suspect|think|believe|assume|call|diagnose|infer) (that|of)?
      (isn't|aren't|wasn't|weren't|not|no|never) (a|the|any|even a|even the|even)? (slightest|faintest|least|single|remotest|smallest)? (hint|trace|sign|suggestion|evidence|indication|suspicion|shred|shadow) of (a|an|any)?
      not (consistent|compatible|typical|suggestive|indicative|diagnostic|characteristic) (with|of|for)
      (would|is|are|was|were) not (be)? (consistent|compatible|typical|suggestive|indicative) (with|of|for) ..2
      not show evidence of
      not shows evidence of
      not a (surgical|good|suitable|appropriate)? candidate (for)?
      (little|few) if any
      nothing (to suggest|suggestive of|to indicate|that suggests|that indicates|pointing to|that points to)
      unable to (do|attend|start|begin|complete|continue)
      unable to (elicit|reproduce|find|palpate|identify|provoke|appreciate|evoke|demonstrate|obtain|detect|perform|produce)
      (failed|fails|failing|failure) to (elicit|reproduce|reveal|show|demonstrate|identify|find|produce|provoke|evoke|detect)
      (can not|cannot|could not|couldn't) (elicit|reproduce|find|palpate|identify|provoke|appreciate|evoke|see|detect)
      (has|have|had) (never|not) (yet)? (tried|attempted|used|taken|had|received|started|undergone|completed|on)
      (has|have|had|was|is)? (never|not) (yet)? (been)? (on|given|treated with|prescribed|referred (to|for)|started on)
      (has|have|had) (never|not) (yet|ever)? {found}
      (hasn't|haven't|hadn't) (yet|ever)? {found}
      (never|not) (seen|felt|noted|shown) (a|an|any)
      (never|not) (on|undergone)
      (seen|saw|sees|consulted|visited|met with|gone to|been to|went to|talked to|spoken to|spoken with) (nobody|no one|no doctor|no therapist|no counselor) (for|about|in|from|of)?
      (not|never) (currently)? (taking|using|doing|on|having|experiencing|receiving|attending|getting to|performing)
      (did|does|has) (not|never) (tried|try|start|take|use|attend|do|perform)
      not getting to
      without (evidence|sign|signs|indication|symptoms|complaint|complaints) of
      (no|not any|not|low|little|without) (concern|concerns|concerned|concerning|suspicion|suspicious|worry|worried|worrisome) (for|of|about|regarding)
      nil
      zero
      unremarkable for
      avoid
      avoids
      (decide|decides|decided|deciding|advise|advises|advised|advising|recommend|recommends|recommended|opted|elected) against (a|an|any|the|another|more|further|using|doing|starting)?
      avoiding
      naive to`,
  },
  {
    // What is put aside between its words: "we have ruled radiculopathy out".
    effects: ['negated'],
    scope: 'after',
    around: true,
    phrases: `
      (ruled|ruling) (a|an|the|any|this) ..3 out
      (taken|took|removed|struck|dropped|deleted|crossed) (a|an|the)? ..4 (off|from) (the|my|his|her|our)? (list|problem list|diagnoses|differential|diagnosis list|impression)
      (diagnosis|idea|notion|possibility|thought|question|suspicion|theory) of (a|an|the)? ..4 (has been|have been|was|is|can be|could be) (dropped|wrong|incorrect|mistaken|in error|abandoned|dismissed|rejected|put to rest|laid to rest|withdrawn|abandoned|retracted|removed|given up|refuted|discarded)`,
  },
  {
    // Of the statement and all that stands in it, what it denies itself too.
    effects: ['negated'],
    scope: 'after',
    wide: true,
    whole: true,
    phrases: `
      neither ..4 nor ..4 (did|does|has|have|was|is|could|can|do|had|were)
      (would|could|will) not say (that)?
      (wouldn't|couldn't|won't) say (that)?
      (has|have|had) yet to
      at no (time|point|visit|stage|moment)
      (on|in|under) no (occasion|circumstances|condition|sense|way|manner|fashion|wise|event|case)
      by no means
      not (once|at any (time|point|visit|stage)|on any (occasion|day)|in any (way|sense))
      (there is|there was|there has been|on|saw|seen) no (day|time|visit|night|occasion) (on|at|in)? (which|when|that|where)?
      (there has|there have|has there|there was|there had|had there) never been (a|any)? (day|time|visit|night|occasion|moment) (on|at|in)? (which|when|that|where)?
      (not|isn't|wasn't|un|hardly|far from) (true|so|correct|accurate|right|the case|a fact) that
      (it|this|that|which) (is|was) (not|hardly|far from) (true|so|correct|accurate|right|the case|a fact) that
      (it|this|that|which) (is|was) (wrong|incorrect|inaccurate|mistaken|a mistake|an error) that
      (untrue|false|incorrect|wrong|inaccurate|mistaken|a mistake) (to say|to write|to state)? that
      (denies|denied|disputes|disputed|denying|refutes|refuted|rejects|rejected) that (there (is|are|was|were|has been|have been))?
      nowhere
      never (did|does|could|been able to|able to|once|ever)
      without ever`,
  },
  {
    // "That he failed therapy is untrue."
    effects: ['negated'],
    scope: 'before',
    wide: true,
    whole: true,
    phrases: `
      (is|was) (simply|plainly|just|quite|flatly)? (false|untrue|not true|not so|not the case) (.|;|,)`,
  },
  {
    // Of what came of a thing, and not of the thing: "he has not failed gabapentin", "got nowhere with it".
    phrases: `
      (not|never|n't|hasn't|haven't|hadn't|didn't|doesn't) (yet|really|truly|actually|as yet)? (failed|fail|been a failure)
      (got|gets|get|getting|gotten|went|goes|going|gone|led|leads) nowhere`,
  },
  {
    // Of the word it is part of alone: "non-radiating pain", "0 spasm".
    effects: ['negated'],
    scope: 'after',
    reach: 0,
    clause: true,
    phrases: `
      non
      0
      ø
      ∅
      ⌀`,
  },
  {
    // Of two the other: "fibromyalgia rather than a myofascial syndrome".
    effects: ['negated'],
    scope: 'after',
    reach: 5,
    clause: true,
    phrases: `
      rather than (a|an|the)?
      as opposed to (a|an|the)?
      minus (a|an|the|any)?`,
  },
  {
    // What a patient cannot do; what follows the comma is why: "can't lift, back pain all day".
    effects: ['negated'],
    scope: 'after',
    clause: true,
    phrases: `
      can't
      cant
      cannot
      can not
      (unable|not able|powerless|in no (position|condition|state|shape)) to
      incapable of
      (failed|fails|failing|failure) to
      (neglected|neglects|omitted|forgot|forgets) to`,
  },
  {
    // A list of signs with their own marks: "- atrophy, - spasm, + TTP".
    effects: ['negated'],
    scope: 'after',
    reach: 2,
    phrases: `
      - ..3 , -
      , -`,
  },
  {
    // A past that is denied.
    effects: ['negated', 'past'],
    scope: 'after',
    wide: true,
    phrases: `
      no (known|prior|past|previous|personal|reported|significant|pertinent|documented|remote|recent)? (medical)? (history|hx|h/o) (of|for) (known)?
      no h/o
      no hx
      no (prior|previous|past)
      (denies|denied) (any|a)? (prior|past|previous|personal|known|significant)? (history|hx) (of|for)
      (denies|denied) (any)? (prior|previous|past)
      without (a|any)? (prior|past|previous|known)? (history|hx) of
      negative (past)? (history|hx) (of|for)`,
  },
  {
    effects: ['negated'],
    scope: 'before',
    phrases: `
      (is|are|was|were|be|been|being|has been|have been|had been)? (not|never) (been|being)? (clearly|readily|currently|actually|clinically|specifically|consistently|easily)? {found}
      (isn't|aren't|wasn't|weren't|hasn't been|haven't been|isnt|wasnt) {found}
      (is|are|was|were|be|been) (not|never) (yet)? (been)? {done}
      (has|have|had) (not|never) (yet)? been {done}
      (hasn't|haven't) been {done}
      (wasn't|weren't|isn't) {done}
      (not|never) {found}
      (not|never) been {done}
      not (yet)? been {done}
      not (taken|used|tried|had) (before|previously|until now|so far|yet|to date)
      (present|positive|seen|noted|there|felt|found) ..5 but (is|was|are|were)? (now)? (absent|gone|negative|none|not there|not present|not seen|not found|not felt) (now|today|this visit|at this visit)?
      no longer (present|seen|evident|noted|a problem|an issue|palpable|there)
      (is|are|was|were|remains|remain) (absent|lacking|nil|denied|excluded|missing|gone|nonexistent|non-existent)
      (is|are|was|were|has been|have been) ruled out
      (has|have|had) (now|since|already|clearly|effectively)? been (now|since|already|clearly|effectively)? (excluded|refuted|disproved|discounted|dismissed|discarded)
      (is|are|was|were) (not|no longer|hardly|never) (really|truly|now|any)? (a)? (part of|in|among|at) ..1 (picture|play|diagnoses|differential|work|impression|assessment|equation|problem list|case)
      : (ruled out|excluded)
      ((does|do|did) not|never|doesn't|don't|didn't) (exist|show up|show itself|turn up|appear (on|at|in|until|again|.|,|;)|emerge|surface|materialize|come up|come through|register|manifest|occur)
      ((does|do|did) not|doesn't|don't|didn't) (appear|seem) to be (present|there|an issue|a factor|a concern|at play)
      ((has|have|had) not|never|hasn't|haven't) (shown up|turned up|appeared|emerged|surfaced|materialized|come up|occurred)
      (is|are|was|were)? nowhere (to be)? (seen|found|felt|had|in evidence|evident|present|on (exam|imaging|the))
      (not|isn't|wasn't|never) (supported|confirmed|borne out|corroborated|backed|backed up|sustained|shown|seen) (by|on|in|at) (the|his|her|my|our|today's|physical)? ..1 (exam|examination|EMG|NCS|MRI|imaging|study|studies|test|tests|testing|findings|film|films|CT|x ray|palpation)
      (sought|looked for|searched for|hunted for) in vain
      (and|but) (there (was|were|is|are)|(i|we|he|she)? (found|saw|felt|got|met|noted|had)) (none|nothing|not one|no such thing) (.|,|;|today|here|there|now)
      (is|was|has been) (laid|put) to rest
      (isn't|aren't|wasn't|weren't) (there|part of)
      (sought|looked for|tested for|tried for|searched for|checked for) ,? (but|and|yet) (it|they)? (did not|didn't|never|would not) (occur|come|appear|show|respond|materialize)
      (sought|looked for|tested for|tried for|searched for|checked for) ,? (but|and|yet) (was|were|is)? (not|never) {found}
      x0
      (has|have|had) yet to be {found}
      (can|could|may) (safely|now|confidently)? be (excluded|ruled out|dismissed|discounted)
      (is|was|were) not (the|a)? (cause|reason|source|problem|culprit) (.|,|;|of|here)
      and (he|she|pt|patient|the patient)? (denied|denies) (it|this|that|any|them) (.|,|;)
      (has|have|had) (never|not) been (a|an|any)? (part of|issue|feature|factor|concern)
      , (since|later|then|now|subsequently)? (ruled out|excluded) (by|on|in|at|per|with|via|after|last|#|{year})
      \\( (both|all|since|later|then|now|subsequently)? (ruled out|excluded)
      ,? which (is|was|has been|had been) (since|later|then|now|subsequently)? (ruled out|excluded|absent|negative)
      (is|are|was|were) (negative|neg|nonexistent)
      (came|comes|come) back (negative|neg|clean)
      (could|can) not be {found}
      (couldn't|cannot|can't) be {found}
      nonexistent
      (looked|searched|checked|felt|tested|watched|sought|palpated|probed|strummed|snapped|asked) (for|across|over)? (carefully|twice|again|specifically|hard)? ,? (and|but)? (was|were|is|are)? (not|never|none|nothing) {found}
      (looked|searched|checked|felt|tested|watched|probed) for ,? (and|but)? (absent|none|in vain|without success|no luck)
      not (there|in evidence|on exam|an issue|a problem|applicable)
      not on exam
      (was|were|is|are) none
      none {found}
      none (seen|noted|present|found|reported|elicited|observed|identified|palpated|appreciated|felt|palpable|evident|today|on exam|at all|whatsoever|known|recalled|admitted|to date|so far)
            \\(none\\)
      \\(no\\)
      \\(absent\\)
      - ,
      - ;
      - .
      unable to be (elicited|reproduced)`,
  },
  {
    effects: ['negated'],
    scope: 'either',
    phrases: `
      (not|never) (yet)? {done}
      absent
      (considered|suspected|thought of|entertained) (and|but) (then|later)? (excluded|ruled out|discarded|rejected|dropped|dismissed|abandoned)
      excluded by
      ruled out`,
  },
  {
    // An answer without its colon: "Prior MRI none."
    effects: ['negated'],
    scope: 'before',
    clause: true,
    reach: 2,
    phrases: `
      none .
      none ,
      none ;`,
  },
  {
    effects: ['negated'],
    scope: 'ending',
    phrases: `denied`,
  },
  {
    effects: ['negated'],
    scope: 'either',
    clause: true,
    reach: 5,
    phrases: `
      negative
      neg
      \\(-\\)
      \\(neg\\)
      \\(negative\\)`,
  },
  {
    // Looks like a negation and is none.
    phrases: `
      (ur|carrier|insurance|insurer|adjuster|reviewer|utilization review|payer|imr|claims administrator) (has|have|had|again|previously|also)? (denied|denies|declined)
      (is|was|were|are|been)? (denied|declined) ..2 by (the|her|his)? (ur|carrier|insurance|insurer|adjuster|reviewer|utilization review|payer|imr|claims administrator)
      not only
      to none .
      \\] none .
      to none ;
      # ,? no ,? #
      # ,? no ,? (wait|sorry|scratch that|strike that|make (it|that)|correction) ,? #
      no ,? (scratch|strike) (that|it)
      not give ..2 up
      not (i|me|us|we|mine|myself|ours)
      not just
      not (merely|simply|solely|necessarily|limited to|mainly)
      not (been|be)? (improve|improved|improving|relieved|helped|controlled|respond|responded|responding|alleviated|help|helping|better|working|resolve|resolved|tolerate|tolerated|tolerating|effective|relieve|changed|well controlled|adequately controlled|adequately treated|enough|sufficient) (with|by|to|from|on|despite|after|for)?
      (didn't|doesn't|hasn't|isn't|don't) (been)? (improve|improved|relieved|helped|controlled|respond|responded|help|tolerate|tolerated|resolve|relieve) (with|by|to|from|on|despite)?
      (didn't|doesn't|don't) work (for (him|her|the pain)|well|at all|out|any more|anymore|.|,|;|and|or|but|so|either|as)
      not (help|last|hold)
      not work (for (him|her|the|pain)|well|at all|out|any more|anymore|.|,|;)
      (can't|cannot|can not|could not|couldn't|unable to) tolerate
      no (doubt|question|wonder) (about|that)?
      no (more|less|greater|later|sooner|fewer|better) than
      without (difficulty|trouble|incident|question|doubt|fail|delay|exception) ,?
      (without|w/o) (contrast|gadolinium|meds|medication|medications|pain medication|opioids)
      with and without
      with (or|and/or) without
      with/without
      gram negative
      gram-negative
      rh negative
      negative (attitude|outlook|predictors|impact|effect|effects|pressure|thinking|direction)
      hepatitis b negative
      not (know|aware|recall|remember|understand) ..3 (etiology|cause|reason|source|origin|details|exact)
      not know
      no (single|one)
      no matter
      no sooner
      nonetheless
      or not
      why not
      not (cause|caused|causing)? (by|due to|because of|related to|secondary to)
      not without
      (can't|cannot|can not|could not|couldn't) (do|function|sleep|work|manage|get by|cope) without
      not preclude
      (not|n't|cannot|can't) (deny|denied|denying|dispute|disputed|doubt|doubted|question|contest) (that)?
      (not|cannot|can't|don't|doesn't|didn't) ..4 (deny|dispute|doubt|contest) (that)?
      never mind
      (#|two|three|four|five) minus
      neither ..4 nor ..4 (helped|helps|touched|touches|eased|eases|relieved|relieves|improved|improves|changed|changes|controlled|controls|cured|stopped|made)
      (can't|cannot|can not|couldn't|could not) feel (his|her|the|their)
      (can't|cannot|can not|could not|couldn't|not|never|don't|doesn't) (ignore|overlook|dismiss|discount|neglect|be (overlooked|ignored|denied|dismissed|discounted|missed|disputed))
      no (hesitation|difficulty|trouble|problem) (in|with)? (diagnosing|calling|saying|finding|making|concluding)
      (without|w/o) (treatment|therapy|care|help|warning|provocation|reason|cause|notice|rest|sleep) (,|the|his|her|he|she|it|this|that|my|pain)
      (no one|nobody|no (reason|cause|ground|grounds) to) (denies|denied|deny|disputes|dispute|doubts|doubted|doubt|questions|question) (that)?
      (no longer|never) (denies|doubts)
      (failed|fails|failing|failure|unable) to (adequately|fully|completely|even|really)? (respond|improve|benefit|help|relieve|control|resolve|progress|give|bring|achieve|tolerate|make|last|ease|touch|afford|heal|get (relief|better|any better)|work out|keep|manage|maintain|yield|find relief|alleviate|reduce|decrease)
      (failing|unable) to (adequately|fully|completely|even|really)? sleep
      unable to (function|sleep|work|manage|get by|cope|do|walk|sit|stand) without
      not uncommon
      not unusual
      unremarkable except (for)?
      (refuses|refused|declines|declined|refusing) (to)? (stop|quit|stopping|quitting|wean|weaning|taper|tapering|reduce|reducing|cut|cutting|lower|come off|give up|a taper|change|changing)
      avoid (taking|using)? ..3 with
      not all
      not every
      no residual effects of
      not yet resolved
      no (objection|contraindication|contraindications) (to|for)
      none other than
      nothing other than
      not until
      (refill|refills|rf|ref|score|scored|grade|graded|rated|level|scale|vas|day|week|visit|gauge|x|to|from|at|type|stage|class) (:|\\=|\\#|of|is|was)? 0
      0 (mg|ml|mcg|cc|refill|refills|tabs|tablets|degrees|degree|of|to|out|days|points|percent|%)`,
  },
];
