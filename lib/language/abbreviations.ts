/** Words whose point ends no sentence before a small letter or a number, folded. */
export const ABBREVIATIONS: readonly string[] =
  'jan feb apr jun jul aug sep sept oct nov approx appt constip dept est etc ext pt pts hx tx sx dx rx rt lt bilat inj injs exam flex rom abd neuro occ psych resp temp wt ht max min mo mos wk wks yr yrs hr hrs sec tab tabs cap caps cont decr incr dec inc dist prox ant post lat med inf sup mod sev misc poss prob prev req rec ref al cf tel blvd ave sect vol p pp pg pgs ch chap para acc cert auth addl n nn orig subj obj eval re nos ltd co incl excl'.split(
    ' ',
  );

/** Words whose point never ends a sentence. */
export const TITLES_BEFORE_NAMES: readonly string[] =
  'dr mr mrs ms prof st vs eg ie fig figs'.split(' ');

/** Words before somebody's initial: "by R. Smith", "PT L. Chen". */
export const WORDS_BEFORE_NAMES: readonly string[] =
  'by from with per to and for of see cc md do np pa rn dc pt ot dpt phd psyd esq miss nurse doctor therapist attorney adjuster patient applicant claimant'.split(
    ' ',
  );

/** Words that end no sentence: one that stops there goes on in the next line. */
export const OPEN_WORDS: readonly string[] =
  'a an the of to and or with for in on at by from is are was were be been has have had her his their its this that no not without than as into per'.split(
    ' ',
  );
