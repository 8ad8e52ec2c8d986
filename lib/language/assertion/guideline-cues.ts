/**
 * Prose of guidelines: rules about patients in general. A strong phrase makes its sentence guideline
 * voice unless a strong anchor ties it to this patient; a weak one unless any anchor does.
 */
export const STRONG_GUIDELINE_PHRASES = `
  criteria (for|include|includes|are|of|require|requires|state|call for)
  criteria for (the)? use (of)?
  (guideline|guidelines|mtus|odg|acoem|odg-twc|literature|evidence) (generally|also|typically|currently|specifically|do not|does not|only)? (recommend|recommends|recommended|support|supports|state|states|require|requires|limit|limits|allow|allows|suggest|suggests|ask|asks|note|notes|indicate|indicates|advise|advises|call for|calls for|permit|permits|consider|considers|specify|specifies|say|says|define|defines|list|lists|endorse|endorses|advocate|recommendation|recommendations)
  (not)? recommended (only|when|as|if|unless|until|without|in the absence|in patients|for patients|prior to|for long-term|for long term|for short-term|for short term|for acute|for chronic|for use|for the treatment|for treatment|for those)
  are (not)? recommended
  is not recommended
  (is|are) (not)? (considered|regarded as) (a|an|the)? (adjunct|option|investigational|experimental|first-line|first line|second-line|second line|standard)
  (is|are|may be) (not)? (indicated|appropriate|warranted|useful|considered|effective|beneficial|an option|reserved|limited|contraindicated) (only|when|if|for|in|as|after|unless|with|where|prior)
  patients (should|must|may|can|with|who|whose|without|on|need|taking|are|over|above|under|older|aged|having|undergoing)
  (clinicians|physicians|providers|prescribers|surgeons) (should|must|are advised|need to)
  (nsaids|opioids|injections|antidepressants|anticonvulsants|topicals|relaxants|benzodiazepines) (may|can|could|might) (reduce|relieve|help|improve|provide|lower|offer)
  (evaluation|screen|screening|trial|failure|clearance|abstinence|deficit|deficits|course|care|symptoms) ..8 (is|are) (required|mandatory|a prerequisite) (before|prior to|for|when|if)
  (is|are) (justified|allowed|reasonable|necessary|supported|covered|accepted) (when|where|if) (the|a|an|there|conservative|symptoms|diagnosis|patients|pain|care|deficits|other)
  (emg|ncs|mri|imaging|electrodiagnostics|electrodiagnosis) (helps|serves|is useful|is used|is of use|is of value) (when|where|if|only)
  (is|are|as) (the|considered)? (first line|first choice|drug of choice|drugs of choice) (for|in|treatment for|treatment of|therapy for|therapy of)
  first line (treatment|treatments|therapy|therapies|agent|agents|drug|drugs|medicine|medicines|medication|medications|care) (of|for|in) ..4 (is|are|include|includes)
  risk factors (are|include|includes|comprise) ..3 (age|ages|aged)? (over|older than|above|greater than|of at least|at least) #
  (those|anyone|people|persons|individuals) (who|with|over|above|aged|on|taking|under|without|whose) ..12 (is|are|should|must|may|need|needs|have) (at risk|at higher risk|at increased risk|at high risk|candidates|a candidate|to be|advised|best)
  a patient (should|must)
  (patient|pt|worker|claimant|he|she)? (must|should|has to|have to|needs to|need to) (first|also|initially|already|previously)? (be|have been) (initially|previously|first)? (unresponsive|refractory|documented|corroborated|evident|demonstrable)
  patient (should|must) (have (a|an|had|at least|been|tried|failed|completed|undergone|documented|documentation|evidence|persistent|clear)|demonstrate|exhibit|meet|show|satisfy|fail) ..2 (documented|failed|trial|at least|evidence|improvement|functional|criteria|response|conservative|persistent|clear|#|tried|completed|undergone)
  (is|are) (meant|intended|reserved|best kept|best reserved) (as|for|to be|when|where|only)
  (has|have) (a|no|little|some|only) (place|role) (in|for|only|when|where|after)
  second line , short term
  (with caution|short term use|short term relief|short term treatment) ..4 (acute exacerbations|acute exacerbation|in patients|of chronic|of acute)
  in patients (with|who|without|whose)
  for patients (with|who|whose|without)
  (should|must) (not)? (be|have been|include|show|demonstrate|last|remain|persist|meet|generally|only|also|always|never|occur)
  there (should|must) (be|also be)
  (must|has to|have to|needs to|need to) (first|also)? (have|show|last|pass|elapse|persist|precede|follow|give|bring|produce|yield) ..4 (lasted|persisted|failed|been|shown|# %|# percent|at least|more than|over|between|before|longer than)
  (is|are|was|were)? (limited|confined|restricted|reserved) (to|for) (patients|those|people|persons|individuals|claimants|cases|pain)
  (injections|blocks|epidurals|shots|TPIs|ESIs|MBBs|TPI|ESI|MBB) (is|are) (only)? (for|an option for) ..2 (patients|those|people|persons|individuals|claimants|cases|pain|someone|whoever)
  (injections|blocks|epidurals|shots|TPIs|ESIs|MBBs|TPI|ESI|MBB) (is|are|may be|can be)? (only|best)? (used|given|performed|done|offered|allowed|covered|approved|repeated) (only|solely|in|for|if|when|where|unless) (if|when|where|in|for|after|patients|those|people|persons|cases|pain|at|a)
  (at least|minimum of|more than|over|no less than) # (%|percent) ..8 (is|are) (required|needed|necessary|expected|demanded|the threshold)
  (is|are) (required|needed|necessary|a must|mandatory|a prerequisite) (before|prior to|for|to qualify|to justify|to repeat|to proceed) (a|an|another|any|the|further|repeat|more)? ..1 (injections|injection|blocks|block|epidural|epidurals|procedure|shots|set|repeat|approval|authorization|qualify)
  (is|are) (to be)? (expected|anticipated) (when|if|as|once|where|whenever)
  (is|are) (a|the|one of the)? (hallmark|hallmarks|sine qua non|prerequisite|requirement|criterion|cornerstone|mainstay) (of|for)
  (is|are) (very|quite|fairly)? (common|commonly seen|commonly found|often seen|often found|frequent|usual|typical|widespread) (among|in those|in people|in patients|in workers|in women|in men|in persons)
  (request|requests|approval|authorization|coverage|injections|blocks|epidurals|shots|TPIs|ESIs|MBBs) (needs|need|require|requires|demand|demands|presuppose|presupposes|call for|calls for|must show|must document|depend on|depends on|hinges on|is contingent on) ..1 (evidence|proof|documentation|documented|facet|failure|failed|at least|radiculopathy|myofascial|pain|trial|more than|that)
  radiculopathy ..2 (requires|require) ..3 (dermatomal|myotomal|sensory|motor|loss|deficit|deficits|evidence|documentation|findings|corroboration)
  (ESI|LESI|TFESI|TPI|MBB|epidural|injection|block|fusion|surgery) (requires|require) (that|a|an|documented|objective|clear)? ..1 (radiculopathy|evidence|documentation|failure|failed|deficit|deficits|myofascial|twitch|instability|trial)
  (is|are) (required|needed|necessary) (for|to) (a|the|diagnose|establish)? (diagnosis of)? (radiculopathy|trigger point|trigger points)
  recommended (alongside|along with|together with|in addition to|as an adjunct|as part of|in conjunction with|in combination with)
  no (more|repeat) ..4 (injections|blocks|visits|sessions|treatments) ..6 (per|unless|without)
  no repeat (injections|blocks) unless
  (guideline|guidelines|rule|mtus|odg|acoem) (asks|ask|requires|want|wants|say|says|reads)
  (official disability|chronic pain medical treatment|medical treatment utilization|acoem practice) (guidelines|schedule|guideline)
  (most|many|these|current|evidence-based|treatment|practice) guidelines
  (treatment|duration) (is|should be) limited to
  (efficacy|effectiveness) (of|appears|is|has)
  (long-term|long term) (use|efficacy) (is|may|can|of)
  there is (a)? (risk|insufficient evidence|limited evidence|strong evidence|little evidence|conflicting evidence|good evidence|moderate evidence) (of|that|to support|for the use|supporting)
  (may|can) (be)? (used|appropriate|useful|lead to|cause|be appropriate|be considered|be recommended|be used|be necessary|be indicated)
  sole treatment
  (standard|stock|canned|boilerplate|template|templated|form|usual) (paragraph|para|language|text|wording|sentence|macro|phrase) ..2 (:|that|about|on|reads|says|saying)
  boilerplate (:|that|about|on|reads|says)
  only (indication|recommended)
  (no|neither|none|not) ..8 (may|can|must|should) be (present|suspected|in doubt)
  (studies|trials|research|meta-analysis|systematic review|cochrane) (have|has|show|shows|suggest|indicate|found|demonstrate|do not)
  (one|a|the) (treating)? (physician|provider|clinician|prescriber) should
  (before|prior to) (prescribing|initiating|starting) ..4 (should|must)
  page \\( s \\)
  decision based on
  see the guidelines
  (treatment|intervention|use|prescribing|injection|therapy) should
  there (must|should) be
  (fda|label|labeling) (recommends|states|approved for|indicates|limits)`;

/** Advice to one patient, which sounds like a rule. */
export const NO_GUIDELINE_PHRASES = `
  (how|where|as|what|the way) (it|they|things) (should|must|ought to) (be|read|look|show)?
  (he|she|they|=patient|=Patient|=pt|=Pt|=PATIENT|=worker) (should|must|may|can|is|was) (be|have|not|also|only|remain|continue|continues)?
  it (should|must) be (mentioned|noted|stated|added|pointed out|remembered|emphasized)
  (nothing|anything|none) (that|which) (should|must) not be (there|here|present|in it)?`;

export const WEAK_GUIDELINE_PHRASES = `
  should
  guideline
  guidelines
  mtus
  odg
  acoem
  (trigger point|trigger points|tender point|tender points|taut band|taut bands|referred pain|twitch response|myofascial pain|myofascial pain syndrome|radicular pain|radiculopathy|facet pain|epidural|epidurals|epidural injections|trigger point injections|injection|injections|TPI|TPIs|ESI|ESIs|blocks) (is|are) (usually|typically|generally|often|commonly|by definition)? (a|an) (discrete|focal|hyperirritable|palpable|circumscribed|localized|condition|disorder|symptom|sign|technique|procedure|treatment|option|adjunct|regional)
  (trigger point|trigger points|tender point|tender points|taut band|taut bands|referred pain|twitch response|twitch|myofascial pain|myofascial pain syndrome|radicular pain|radiculopathy|facet pain|epidurals|trigger point injections|injections|TPI|TPIs|ESIs|blocks) (is|are) (usually|typically|generally|often|commonly)? (defined|characterized by|distinguished by|circumscribed|thought to|believed to|known to|pain|areas|points|adjuncts|meant|intended)
  by definition
  a (trigger point|tender point|taut band) (answers|responds|refers|produces|evokes|elicits|twitches|causes|has|shows|gives|feels)`;

/** A writer's own "should". */
export const NO_WEAK_GUIDELINE_PHRASES = `
  (as|than|what|how|where|the way) (it|they|he|she|one|things) (should|ought)
  should (have)? (read|say|said|state|stated)
  it (should|must) be (mentioned|noted|stated|added|pointed out|remembered|emphasized)`;

/** Names of this patient and this case: they end guideline voice. */
export const STRONG_ANCHOR_PHRASES = `
  in (this|the present|the current|the instant) (case|instance|patient|claimant)
  in this (injured worker|individual|employee|member)
  for this (patient|injured worker|claimant|individual|case)
  here
  injured (worker|workers|employee)
  this (patient|claimant|employee|member|individual|applicant)
  claimant
  applicant
  =IW
  year old
  y/o
  yo
  date of injury
  =DOI
  (according to|per) (a|an|the)? ..6 (progress)? (note|report)
  (progress)? (note|report) dated
  (treating|requesting|prescribing) (provider|physician|doctor) (has|had|indicates|indicated|states|stated|reports|prescribed|continued|is|was|noted|requests|requested|recommended|documented)
  (working|working diagnosis) (diagnosis|diagnoses) (is|are|include)
  (these|submitted|available|provided|medical) (records|record|documentation|notes|file)
  objectively
  subjectively
  today
  (he|she) (smokes|chews|vapes|takes|took|walks|works|worked|reports|reported|says|said|tells|told|lives|sleeps|drives|stopped|quit)
  (measured|measures) # / #
  i
  we
  my
  (pt|patient) (has|had|is|was|reports|reported|states|stated|denies|denied|complains|presents|underwent|continues|received|tried|failed|notes|describes|does|did|rates|takes|uses)
  (he|she) (has|had|is|was|reports|reported|states|stated|denies|denied|complains|presents|underwent|continues|received|tried|failed|notes|describes|does|did|rates|takes|uses|will)
  (mr|mrs|ms)
  (visits|sessions|treatments|appointments|injections|epidurals|blocks|acupuncture|chiropractic|physical therapy|PT) (were|was|have been|has been|had been) (already|previously|since|also)? (had|done|completed|attended|provided|given|rendered|billed|paid|finished|undergone|furnished|received)`;

/** A patient in a rule's condition: "if the patient has returned to work". */
export const NO_ANCHOR_PHRASES = `
  (if|when|whether|unless|until|once|where|after|before|that) ..5 (were|was|have been|has been|had been) (had|done|completed|attended|provided|given|rendered|finished|undergone|received)
  (if|when|whether|unless|until|once|where) (the|a)? (patient|claimant|injured worker|employee|he|she) (has|had|is|was|does|did|continues|reports|shows|returns)
  (criteria|requirements) (include|includes|are|require|requires) ..12 that ..12 (patient|claimant|injured worker|employee|he|she) (has|had|is|was|does|did|continues|reports|shows|returns)
  (criteria|requirements) (include|includes|are|require|requires) ..12 (patient|claimant|injured worker|employee|he|she) (has|had|is|was|does|did|continues|reports|shows|returns)
  patients (should|must|may|can|with|who|need|are) ..12 (patient|claimant|injured worker|employee|he|she) (has|had|is|was|does|did|continues|reports|shows|returns|can|should|must)`;

export const WEAK_ANCHOR_PHRASES = `
  on (exam|examination|physical exam|physical examination)
  =patient
  =Patient
  =PATIENT
  pt
  member
  he
  she
  his
  her
  him
  they
  (provider|physician|doctor)
  (was|were) (noted|found|performed|given|seen|prescribed|requested)
  plan
  {year}`;
