import type { CueRow } from './cue.ts';

/** Words of the past and of plans, and those that bring back the present. */
export const TIME_CUES: readonly CueRow[] = [
  {
    effects: ['past'],
    scope: 'after',
    wide: true,
    phrases: `
      (past|prior|previous|known|remote|personal|significant|documented|positive|strong|pertinent|questionable|extensive|medical|surgical|psychiatric)? (medical|surgical|psychiatric)? (history|hx) (of|for|is|includes|included|significant for|notable for|remarkable for|positive for|is significant for|is positive for|is notable for|is remarkable for|pertinent for|consists of|include) (known|a|an|remote)?
      past (medical|surgical|psychiatric)? history
      history (significant|positive|notable|remarkable) for
      has (also)? (a|had a)? history of
      h/o
      hx
      hx of
      pmh
      pmh (of|is|includes|significant for|positive for|sig for|notable for)
      pmhx
      psh
      pmh/psh
      (treatment|treatments|care|therapy|therapies) (to date|thus far|so far|to-date) (has|have)? (include|included|includes|including|consisted of|consists of|consist of)?
      (prior|previous|past) (treatment|treatments|care|therapy|therapies|tx|interventions|medications|meds) (has|have)? (include|included|includes|including|consisted of|were|was)?
      known to have
      medical history
      surgical history`,
  },
  {
    effects: ['past'],
    scope: 'after',
    phrases: `
      previously (had|tried|received|underwent|treated with|diagnosed with|on|took|used|taking|reported)
      prior to this
      childhood
      ex
      used to (have|take|be|use|get|do|suffer from)?
      (has|have|had|having) (already|also|previously|recently)? (tried|undergone|completed|received|failed|attempted|exhausted|been treated with|been through|trialed)
      tried
      tried and failed
      failure of
      has failed
      underwent
      completed
      received
      attended
      trialed
      trial of ..3 (failed|unsuccessful)
      unsuccessful (trial|trials|attempt|attempts|use) of
      failed (trial|trials|attempt|course|conservative treatment|conservative care|treatment) (of|with|including|with the use of)
      treated with
      was (previously|formerly|initially) (treated with|on|given|prescribed|taking|started on)
      (was|were) (treated with|tried on)
      (stopped|discontinued|quit|ceased|weaned off|weaned from|tapered off|off|came off|taken off|d/c) (the|her|his|of|taking)?
      no longer (taking|on|using|takes|uses)
      (replaced|replaces|replacing|instead of) (the|her|his)?
      diagnosed with ..6 {year}
      had (a|an|his|her|the)? (prior|previous)`,
  },
  {
    // Also for what the surgery was done: "s/p fusion for instability".
    effects: ['past'],
    scope: 'after',
    wide: true,
    reach: 12,
    phrases: `
      s/p
      status post
      status-post`,
  },
  {
    effects: ['past'],
    scope: 'either',
    phrases: `
      (d/c'd|dc'd|d/ced|dced|dcd)`,
  },
  {
    // "Switched from Norco to tramadol": the first was taken, and the second is.
    effects: ['past'],
    scope: 'after',
    reach: 1,
    phrases: `
      (switched|changed|converted|rotated|transitioned|moved) (him|her|them|patient|pt|the patient)? (over)? from`,
  },
  {
    effects: ['past'],
    scope: 'after',
    reach: 5,
    phrases: `
      previous
      prior
      past
      former
      remote
      old
      last`,
  },
  {
    // What an examination of the past showed: "an MRI in the past, which showed a tear".
    effects: ['past'],
    scope: 'both',
    wide: true,
    reach: 12,
    phrases: `
      in the (remote|distant|recent)? past ,? (which|that) ..1 (showed|revealed|demonstrated|found|was|were|had)`,
  },
  {
    effects: ['past'],
    scope: 'before',
    reach: 12,
    phrases: `
      in (his|her|the) (childhood|youth|teens|20s|30s|twenties|thirties|1950s|1960s|1970s|1980s|1990s|2000s)
      in (full|complete|sustained|partial|stable)? remission
      (has|have|had) (since|now|completely|fully|all)? (resolved|subsided|cleared|healed|settled|abated|quieted|gone away|settled down|calmed down|quieted down|died down)
      (is|are|was|were) (now)? resolved
      (resolved|cleared|subsided|settled|healed|abated) (after|with|following|by|since|spontaneously|on its own|completely|entirely|without)
      ,? (but|until) (that|this|it|all that|all of that) (has|had|is)? (stopped|ended|ceased|came to an end|did not last|is over|over|is gone|gone|no longer lasts|came to nothing)
      (,|and|but) (none|nothing|no more|not any|never again|not again) since (then|that|that time)?
      (was|were|has been|have been|got) (replaced|substituted) (by|with)
      (was|were|has been|have been|been) (stopped|discontinued|d/c'd|weaned|tapered|dc'd|completed|tried|failed|trialed|exhausted)
      (stopped|discontinued|d/c'd) (by|in|on|due to|because|for|after)
      the (night|day|week|year) before
      the last time
      without (lasting|sustained)? (relief|benefit|success|improvement)
      (tried|attempted|used|trialed|given) (before|previously|in the past|without)
      , failed
      (did|does) not help
      didn't help`,
  },
  {
    // what was begun before is no plan
    idle: true,
    phrases: `
      (since|after|before|upon|from) starting`,
  },
  {
    effects: ['planned'],
    scope: 'after',
    phrases: `
      hopefully
      (he|she|they|patient|pt|the patient|worker|the worker) (is|are) to
      (expect|expects|expected|anticipate|anticipates|anticipated|trust|trusts|foresee|foresees) (that|him to|her to|to|it to)?
      (look|looks|looking) forward to
      (goal|goals|target|targets|aim|aims|objective|expectation|expectations) (for|by|at|of|set|are|is|next) ..3 :
      to be (asked|checked|reviewed|assessed|documented|discussed|addressed|clarified) ..5 :
      (is|are) (supposed|meant|hoped|projected|set|slated|about) to
      (is|are) to (fall|drop|decrease|decline|come|improve|increase|cut|let|lower|reduce|relieve|stay|stop|stretch|undergo|see|be able|do|try|work|walk|go|use|take|have|get|continue|keep|perform|attend|return|lift|drive|cook|sleep|sign)
      (told|reminded|instructed|counseled|urged) (that|him|her|them)? (he|she|they)? (should|must|has to|ought to)
      (once|when|after|if) (approved|authorized|certified|started|begun|granted) ,? ..2 (should|will|can|could|may)
      (aim|aims|objective|objectives|target|targets) (is|are) (to|that|for)?
      (aims|aiming|aim) (to|for|:)
      aspires to
      so (that)? (he|she|they|the patient|pt) (can|could|may|might)
      so that ..4 (can|may|might|will|shall)
      (was|were|been|is) offered (a|an|the)?
      will
      will (start|begin|try|need|undergo|have|get|order|request|refer|consider|proceed with|schedule|add|obtain|trial|initiate|prescribe|receive|continue|do|give|perform|repeat|increase)
      shall
      i'll
      we'll
      he'll
      she'll
      going to
      plan
      plans
      plan (to|for|is|is to|on|is for)
      plans (to|for|on|is)
      planning (to|on|for)?
      (would|i'd|she'd|he'd) like (to)?
      would (benefit from|consider|recommend|suggest|try|prefer)
      wants (to)?
      wishes to
      hopes to
      intends to
      agrees to
      willing to
      recommend
      recommends
      recommending
      recommendation (for|is|of)
      advised (to|that)
      encouraged (to|him to|her to)?
      instructed (to|in|him to|her to)
      counseled to
      told to
      request
      requests
      requesting
      request (for|is for|to|of|is)
      requests (for|that)
      requesting (authorization for|approval for|approval of|authorization of)?
      (seeking|seek|requires|require) (authorization|approval) (for|of|to)
      (awaiting|await|needs|need|requires|require) (authorization|approval)? (for|of|to)?
      pending (authorization|approval)? (for|of|to)
      authorization (for|of|to|is requested for)
      auth for
      authorize
      rfa (for|submitted for|sent for|faxed today for|faxed for|is for)
      pre-auth for
      order
      ordering
      consider
      considering
      consideration (of|for)
      discussed (starting|trying|possible|option of|options including)
      schedule
      scheduled (for|to)
      scheduling
      to be (scheduled|started|done|performed|ordered|given)
      set up for
      refer (to|for|him to|her to|patient to|pt to|for)?
      referred (to|for)
      referral (to|for)
      start
      starting
      begin
      initiate
      add
      proceed (with|to)
      to (start|begin|undergo|proceed with|schedule|obtain|try|initiate)
      candidate for
      good candidate for
      is a candidate for
      upcoming
      next step
      await
      send for
      ask for
      asks for
      asking for
      asked for
      needs (to)?
      once approved
      goal
      goals
      goal (is|of|to)
      STG|LTG|STGs|LTGs`,
  },
  {
    effects: ['planned'],
    scope: 'before',
    reach: 10,
    phrases: `
      (is|are) (being)? sought
      (is|are|was|yet|still|remains|remain|needs|need)? to be (signed|obtained|collected|run|arranged|completed|drawn|taken|requested|set up|determined|renewed|updated)
      (is|are|was|were) to (start|begin|follow)
      is next
      (requested|recommended|scheduled|pending|planned|proposed) (today|next|at this time)
      will (follow|resume|commence)
      to (be|start|begin) (next|when|after)
      next (week|month|visit|year)
      going forward
      once authorized
      when approved`,
  },
  {
    effects: ['past'],
    scope: 'opening',
    reach: 12,
    phrases: `
      in the (remote|distant|recent)? past
      (back then|in those days|in days gone by|gone are the (days|times|years) (when|in which|that)|time was (when|that))
      (#|several|many|few|couple of|couple|some)? (years|months|weeks|days|yrs|mos|wks|year|month|week|yr|mo|wk) (ago|earlier|back|prior|previously)
      (prior to|before) (the|this|that|his|her)? (industrial|work|subject|current|alleged|date of)? (injury|accident|incident|work injury|motor vehicle accident|mva|fall)
      (late|early|earlier)? last (year|month|winter|spring|summer|fall|autumn|season)
      as a (young (man|woman|person|adult|girl|boy)|boy|girl|youth|student|child|teenager|kid)
      back in {year}
      in (january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|early|late|mid|summer|winter|spring|fall|about|around)? (of)? {year}`,
  },
  {
    effects: ['past'],
    scope: 'ending',
    reach: 12,
    phrases: `
      previously
      formerly`,
  },
  {
    effects: ['past'],
    scope: 'either',
    reach: 12,
    phrases: `
      failed
      resolved`,
  },
  {
    effects: ['planned'],
    scope: 'either',
    phrases: `
      will be
      is to be
      are to be
      (is|are|was|were|has been|have been|be|being) (being)? (requested|recommended|scheduled|planned|pending|under consideration|being considered|proposed|advised|suggested) (for|to)?`,
  },
  {
    effects: ['planned'],
    scope: 'opening',
    phrases: `
      in the future`,
  },
  {
    effects: ['planned'],
    scope: 'ending',
    phrases: `
      requested
      ordered
      planned
      scheduled
      recommended
      pending
      advised`,
  },
  {
    // The present returns: ends what was past or planned.
    cuts: ['past', 'planned'],
    phrases: `
      now
      today
      currently
      current
      at present
      presently
      at this time
      presents
      presented
      presenting
      who
      which
      with
      , (he|she|patient|pt|the patient) (has|is|now|currently|reports|complains|continues|also|presents|denies|remains|still)
      continue
      continued
      refill
      because of
      due to
      admitted
      coming in
      (recent|new) (diagnosis|onset|finding|findings|injury|symptom|symptoms|complaint|complaints) (of)?
      (newly|recently) (diagnosed|developed|noted|discovered)? (with)?
      new onset
      worsening
      came in
      complains
      complaining
      denies
      reports
      reported
      states
      continues
      ongoing
      persistent
      (on|upon) (exam|examination|palpation)
      exam
      examination
      exam (shows|reveals)
      shows
      showed
      reveals
      revealed
      demonstrates
      demonstrated
      he is
      she is
      patient is
      was found to have
      was admitted
      was brought
      has (ongoing|persistent|continued|current|chronic)
      and has
      has been having`,
  },
  {
    // Times that are neither past nor plans.
    phrases: `
      (#|one|two|three|several)? (day|week|month|year|hour|hr|wk|mo|yr) (long)? (history|hx) (of)?
      (long|longstanding|long-standing|chronic|lengthy|multi-year) (standing)? (history|hx) of
      history of (present|presenting) (illness|injury|complaint)
      history of the (present|presenting|injury|injuries)
      history (obtained|was obtained|provided|given|taken) (from|by)?
      (old|last) (age|name)
      years old
      year old
      y/o
      yo
      (week|month|year|yr|wk|day)s? old
      past (few|several|couple|#|two|three|week|month|year|day|24|48)
      past (few|several|couple of|#) (days|weeks|months|years)
      over the past
      for the past
      during the past
      in the past (#|few|several|week|month|year|24|48|couple)
      prior to
      (not|never|hasn't|haven't|isn't) (yet|fully|completely|entirely|been|been fully)? resolved
      (the|his|her)? history (is|was) (that of|notable only for|obtained|provided|given|taken|unchanged|limited|unreliable|unclear)
      as if ..5 going to
      (been|kept|keeps|started|began|stopped|quit|still|after|by|from|likes|liked|hates) going to
      going to (the|a|an|his|her)? (PT|OT|therapy|physical therapy|occupational therapy|hand therapy|therapist|acupuncture|acupuncturist|chiro|chiropractic|chiropractor|classes|counseling|counselling)
      with (a)? (complication|complications) (of|from)
      along with
      difficulty with
      (no|without) plan
      will power
      (was|were|is|are|be|been|being) used to
      (dissected|turned|showed|set|lifted|pushed|put|shut|sealed|pulled|cut|shaved|peeled|wiped|washed|fell|falls) off
      will (occasionally|sometimes|often|usually|always|generally|typically|frequently|rarely|never|only)
      work up
      requested (by|from)
      failed (to|back)
      failed back (surgery)? (syndrome)?
      treatment plan
      start of
      in order
      in order to
      in order for
      plan of care
      home exercise plan
      prior authorization
      prior auth
      request for authorization
      (date|time) of (request|rfa)
      since last (visit|year|month)
      last (visit|seen|dose|fill|filled|menstrual period|appointment|name|episode)
      (once|until|when|after) ..6 (resolved|resolves)
      (the|over the|in the|for the|during the|within the) last (#|few|several|couple|two|three|four|five|six|week|month|year|day|24|48)
      at last
      needle
      needs assessment
      not recommended
      not (planning|scheduled|requesting|requested|pending)
      declines to start
      add-on
      (adds|added|add|adding) (that|of|a note|an addendum)
      adds up
      address
      off and on
      (stays|stay|stayed|staying|keeps|kept|remains|remained) off
      off work
      day off
      days off
      time off
      off duty
      on and off
      start date
      past due
      past medical records
      offset
      old records
      prior records
      completed (form|forms|questionnaire|application)
      received (date|by|on)
      date received`,
  },
];

/** In a plan: words of what is or was done already. Without one, what a plan names is planned. */
export const DONE_PHRASES = `
  (continue|continues|continuing|continued|cont|maintain|maintained)
  (refill|refilled|refills)
  (is|are|was|were|has|have|had|does|did|do|been)
  (reports|reported|states|stated|denies|denied|notes|noted|shows|showed|says|finds|tolerates|tolerating)
  (given|done|performed|administered|completed|reviewed|discussed|obtained|received|signed|sent|provided|dispensed|checked|injected|applied|tolerated|explained|informed|updated)
  (today|currently|still|resolved|stable|improved|improving|better|worse|unchanged|same|helps|helping|helped|works|working)
  (positive|negative|intact|normal)`;
