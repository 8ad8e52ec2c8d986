/** An answer, and the white space that ends its cell or its line. */
const ANSWER_AT_CELL_END =
  /^(?:no|yes|none|neg|negative|pos|positive|absent|present|normal|denied|n|y)(?:[ \u00a0]{2,}|\t|[ \u00a0]*\n)/i;
/** An answer, one blank, and the label of the next field: "LTR: No Referred pain: Yes". */
const ANSWER_BEFORE_LABEL =
  /^(?:[Nn]o|NO|[Yy]es|YES|[Nn]one|NONE|[Nn]eg|[Nn]egative|[Pp]os|[Pp]ositive|[Aa]bsent|[Pp]resent|[Nn]ormal|[Dd]enied|[NY])(?: (?:seen|noted|found|felt|elicited|present|today))? [A-Z][A-Za-z]*(?: [A-Za-z]+){0,3}\s?[:?]/;
const LONGEST_BEFORE_LABEL = 64;
const ANSWER_LETTERS = 'nypadNYPAD';
const LABEL_END = /[:?\]][ \u00a0]*$/;
const LONGEST_SPACE = 8;

/** The last word of a denial, and words behind it with which it only says that the record is silent. */
const DENIAL_AT_END = /\b(?:no|none|nothing)$/i;
const LAST_LETTERS = 'oegOEG';
const OF_THE_RECORD =
  /^[ \u00a0](?:mention|word|comment|entry|documentation|discussion|notation|description|statement|record(?:ed)?|mentioned|stated|described|written|charted)\b/i;
const LONGEST_SILENCE = 16;

/** Whether a stretch ends with a denial that is none: "Side effects: no" before "mention". */
export function endsInSilence(text: string, start: number, end: number): boolean {
  if (!LAST_LETTERS.includes(text[end - 1] ?? ' ')) return false;
  if (!OF_THE_RECORD.test(text.slice(end, end + LONGEST_SILENCE))) return false;
  return DENIAL_AT_END.test(text.slice(Math.max(start, end - LONGEST_SPACE), end));
}

/**
 * Whether a stretch of text (UTF-16 offsets, `end` exclusive) joins the answer of one form field to
 * the label of the next: "LTR: No    Referred pain: Yes" speaks of no "no referred pain".
 */
export function joinsAnswerToLabel(text: string, start: number, end: number): boolean {
  if (!ANSWER_LETTERS.includes(text[start] ?? ' ')) return false;
  if (!LABEL_END.test(text.slice(Math.max(0, start - LONGEST_SPACE), start))) return false;
  return (
    ANSWER_AT_CELL_END.test(text.slice(start, end)) ||
    ANSWER_BEFORE_LABEL.test(text.slice(start, start + LONGEST_BEFORE_LABEL))
  );
}
