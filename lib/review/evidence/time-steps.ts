import { numberWritten, ORDINALS } from '../../language/number-words.ts';
import { firstFrom, type IndexedDocument } from './case-index.ts';
import { clauseAround, type Place, type Span } from './scopes.ts';

/** Concept of the packs: a place in a row of times, "visit #3", "second week". */
const STEP = 'time-step';

/** A place in a row of times that a text goes through. */
export interface Step {
  /** What is counted, in its own word: visit, week. */
  row: string;
  at: number;
}

/**
 * The numbered visit, session or week that a place is told of: the one its clause names, else the one
 * that heads what it stands in. Undefined where the text numbers none.
 */
export function stepOf(document: IndexedDocument, place: Place): Step | undefined {
  const all = document.mentions.get(STEP) ?? [];
  if (all.length === 0) return undefined;
  const { sentences, text } = document.reading;
  const own = sentences[place.sentence];
  if (!own) return undefined;
  const clause = clauseAround(document, place);
  const inClause = document.mentions.of(STEP, clause.start, clause.end);
  if (inClause.length === 1) return inClause.flatMap((span) => stepIn(text, span))[0];
  const paragraph = document.paragraphs.get(own.paragraph) ?? own;
  for (let at = firstFrom(all, place.start) - 1; at >= 0; at -= 1) {
    const step = all[at] as Span & { sentence: number };
    if (step.start < paragraph.start) return undefined;
    const head = sentences[step.sentence];
    if (head && step.start - head.start <= LONGEST_LEAD) return stepIn(text, step)[0];
  }
  return undefined;
}

/** "On the", "PT ", a bullet: letters before the step that a sentence opens with. */
const LONGEST_LEAD = 8;

const NUMBER = /\d{1,3}/;
const WORD = /[a-z]+/gi;

function stepIn(text: string, { start, end }: Span): Step[] {
  const words = text.slice(start, end).toLowerCase();
  const digits = NUMBER.exec(words)?.[0];
  const parts = words.match(WORD) ?? [];
  const ordinal = parts.find((word) => ORDINALS[word] !== undefined);
  const spelled = parts.find((word) => !Number.isNaN(numberWritten(word)));
  const at = digits ? Number(digits) : (ORDINALS[ordinal ?? ''] ?? numberWritten(spelled ?? ''));
  if (Number.isNaN(at)) return [];
  const row = parts.findLast((word) => word.length > 2 && word !== ordinal && word !== spelled);
  return row ? [{ row: row.replace(/s$/, ''), at }] : [];
}
