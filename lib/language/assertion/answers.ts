/**
 * What stands as an answer on a form: after a label, in the next cell, beside a box. Folded words;
 * the longest answer at a place counts.
 */
export type Answer = 'yes' | 'no' | 'open' | 'maybe';

const WORDS: Readonly<Record<Answer, string>> = {
  no: "no|nope|neither|neither one|neither of them|no neither|he takes none|she takes none|takes none|there is none|there are none|there was none|there were none|there has been none|there have been none|he has none|she has none|has none|have none|had none|has had none|he has had none|she has had none|not so far|not yet|not as yet|not to date|not up to now|not that i know|not that i know of|not that i can find|not that i can see|not that i can tell|not that i recall|not that i am aware|not that i am aware of|not to my knowledge|by no means|none yet|none at all|none of these|none on list|none on the list|none on his list|none on her list|none on med list|none on the med list|none on medication list|none on the medication list|none on current list|none of those|none of them|none of the above|none whatsoever|none to speak of|none that i know of|none that i can find|nothing so far|nothing yet|nothing to speak of|nothing of note|nothing i can find|nothing that i can find|nah|none|no sir|no maam|not at all|not a bit|not one bit|not really|never did|never have|never had|i never did|have not|has not|did not|does not|i have not|i did not|i do not|haven't|hasn't|didn't|doesn't|don't|i haven't|i didn't|i don't|he didn't|she didn't|not any|not lately|not anymore|negative|neg|absent|denies|denied|nil|never|not present|not found|not seen|not tried|not done|not elicited|not observed|not obtained|not produced|not provoked|not evoked|not appreciated|not visible|not reproduced|not demonstrated|not detected|not felt|none observed|none obtained|none noted|none felt|none found|none elicited|none evoked|none reported|none seen|none documented|none known|none recalled|none admitted|none to date|none so far|no evidence|not evident|not palpable|not noted|0|false|n|( - )|-|without|not performed|not attempted|ø|ruled out|excluded|dismissed|rejected|refuted|nowhere|lacking|gone|no longer present|not confirmed|not supported|not felt today|not found today|not seen today|not present today|not reproducible|not provocable|not triggered|not achieved|not identified|never elicited|never seen|never found|never done|never tried|never had",
  maybe:
    'unlikely|very unlikely|doubtful|questionable|equivocal|uncertain|suspected|possible|possibly|probable|probably|likely|borderline|inconclusive|indeterminate|not certain|not clear|unclear|perhaps|not excluded|not ruled out|cannot exclude|+/-|±',
  yes: 'yes|yes sir|yes maam|i do|i did|i have|he does|she does|he did|she did|correct|affirmative|yep|yup|yeah|sure|definitely|absolutely|certainly|of course|oh yes|positive|pos|present|y|true|+|( + )|noted|found|done|elicited|confirmed|completed|++|+++|yes -|checked',
  open: "unknown|not sure|unsure|don't know|dont know|i don't know|can't say|cannot say|hard to say|can't recall|doesn't recall|does not recall|maybe|n/a|na|not applicable|tbd|pending|deferred|not tested|not assessed|not addressed|not recorded|not stated|not provided|not charted|not ticked|unticked|not checked|unchecked|box not ticked|box not checked|box left blank|box blank|box unchecked|left blank|left empty|not filled in|not filled out|not marked|no mention|no mention made|no word|no documentation|no record|none recorded|none mentioned|none stated|none described|nothing recorded|nothing noted|nothing written|nothing said|nothing stated|nothing documented|nothing charted|does not say|doesn't say|did not say|didn't say|says nothing|silent|not said|not in chart|not in record|blank|?|see below|see attached|to be determined|not examined|not evaluated|not asked|no answer|no reply|no response|no comment|no data|no entry|no information|unable to assess|not available|see report|unspecified|y/n|n/y|yes/no|no/yes",
};

export const ANSWERS: ReadonlyMap<string, Answer> = new Map(
  (Object.keys(WORDS) as Answer[]).flatMap((answer) =>
    WORDS[answer].split('|').map((words): [string, Answer] => [words, answer]),
  ),
);

/** Words that open a question of a form. */
export const QUESTION_WORDS: readonly string[] =
  'is are was were does do did has have had can could will would should any what which how when who where why if'.split(
    ' ',
  );
