/**
 * The form of the cue tables: words that say how what stands near them is meant, in the manner of
 * ConText (Harkema et al., J Biomed Inform 2009) and NegEx (Chapman et al. 2001).
 */

/** What a cue can make of a mention. */
export const EFFECTS = [
  'affirmed',
  'negated',
  'possible',
  'conditional',
  'past',
  'planned',
  'other',
  'reviewer',
] as const;

export type Effect = (typeof EFFECTS)[number];

/**
 * Where a cue looks for mentions. `either` looks back when a mention stands just before it or
 * it ends its clause ("SLR negative") and ahead otherwise ("negative SLR"); `ending` looks back when it ends its
 * clause ("acupuncture requested") and ahead otherwise ("requested acupuncture"); `opening` looks
 * ahead when it opens its sentence ("In 2012 she had ...") and back otherwise ("fusion in 2012").
 */
export type Scope = 'after' | 'before' | 'both' | 'either' | 'ending' | 'opening';

export interface CueRow {
  effects?: readonly Effect[];
  scope?: Scope;
  /** Ends the scope of these effects that comes from before or behind. */
  cuts?: readonly Effect[];
  /** The scope goes on over words that end a narrow one ("with", "for", "which"). */
  wide?: boolean;
  /** The cut is of the weak kind, that a wide scope passes over. */
  weak?: boolean;
  /** The cut lasts to the next comma only. */
  shades?: boolean;
  /** Hides the phrases of its group that it covers, and does nothing. */
  idle?: boolean;
  /** The most words between cue and mention. */
  reach?: number;
  /** The scope ends at a comma. */
  clause?: boolean;
  /** Speaks of the patient and not of the record where the sentence is that of an examination. */
  examined?: boolean;
  /** A pronoun behind it means the person that it names: "of another patient: he ...". */
  firm?: boolean;
  /** Ends only what a name does not hold on to: "his brother has it, he has not". */
  pronoun?: boolean;
  /** Does something only where its sentence goes on to what will be done: "when he walks, we will see him". */
  given?: boolean;
  /** Holds what it speaks of between its words: "no twitch is documented". */
  around?: boolean;
  /** Denies the whole statement, with what it denies itself: "it is not true that he failed therapy". */
  whole?: boolean;
  /** In the phrase language, one a line. */
  phrases: string;
}

/** The phrases of a row, one a line; a line that is empty or starts with `//` is none. */
export function phrasesOfRow(row: CueRow): string[] {
  return row.phrases
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'));
}

/** Word lists that cue phrases name in braces. */
export const CUE_WORDS: Readonly<Record<string, readonly string[]>> = {
  year: Array.from({ length: 120 }, (_, index) => String(1950 + index)),
  relative:
    'mother|father|brother|sister|son|daughter|wife|husband|spouse|parent|sibling|cousin|aunt|uncle|grandmother|grandfather|grandparent|grandson|granddaughter|mom|dad|niece|nephew|relative|family member|coworker|co-worker|friend|neighbor|roommate|girlfriend|boyfriend|fiance|partner|twin'.split(
      '|',
    ),
  says: 'says|said|states|stated|reports|reported|notes|noted|thinks|tells|told|feels|believes|present|worries|worried|quit|accompanies|accompanied|interprets|interpreted|translates|translated|brought|called|calls|asks|asked'.split(
    '|',
  ),
  found:
    'seen|present|found|noted|elicited|observed|identified|appreciated|detected|demonstrated|reproduced|palpated|palpable|evident|visualized|visible|felt|obtained|produced|provoked|evoked|apparent|reproducible|triggered|shown|confirmed|encountered|demonstrable|discernible|discernable|detectable|identifiable|perceptible|elicitable|obtainable|provocable|forthcoming|borne out|brought out|made out|to be had|proven|proved|in evidence|to be found|to be felt|to be seen'.split(
      '|',
    ),
  done: 'tried|attempted|performed|done|given|started|used|taken|prescribed|completed|received|begun|undertaken|initiated|attended|had|undergone|trialed|reported|endorsed|experienced'.split(
    '|',
  ),
  documented:
    'documented|described|specified|mentioned|addressed|discussed|provided|submitted|included|quantified|established|substantiated|outlined|supplied|cited|delineated|recorded|corroborated|on file|available for review'.split(
      '|',
    ),
  documents:
    'document|show|describe|specify|mention|address|discuss|provide|include|quantify|establish|demonstrate|cite|contain|support|reflect|outline|indicate|identify|substantiate|note|state|reveal|list|say|report|detail|explain|corroborate'.split(
      '|',
    ),
  record:
    'record|records|medical record|medical records|documentation|report|reports|progress note|progress notes|note|notes|file|chart|submission|request|rfa|medical file|clinical documentation|documents|medical documentation|clinical notes|medical reports|submitted documentation|available records|submitted records|clinical information|provider|treating provider|physician|treating physician|doctor|requesting physician|requesting provider|claims administrator|case file|reporting|form|questionnaire|letter|intake|intake form|template|page|discharge summary|op note|operative report|operative note|log'.split(
      '|',
    ),
};
