/** What somebody answers who is asked for what he can do now: "What has therapy changed? Nothing." */
import { longPattern } from '../../language/long-pattern.ts';
import { type IndexedDocument, sentenceAt } from '../evidence/case-index.ts';
import { createMemo } from '../evidence/memo.ts';
import type { Place } from '../evidence/scopes.ts';

/** The answer to a question for a gain. */
export interface AskedGain {
  answer: Place;
  /** "Nothing", "the same": no gain. What else is said has to name what is done. */
  isNone: boolean;
}

/** The answers of a document; the same whatever is asked for. */
export function askedGains(document: IndexedDocument): readonly AskedGain[] {
  return gainsOf(document, '', () => findGains(document));
}

const gainsOf = createMemo<IndexedDocument, readonly AskedGain[]>();

const LONGEST_QUESTION = 140;
const LONGEST_ANSWER = 160;
/** What ends the sentence before a question. */
const ENDS = ['.', '?', '!', '\n'];
const OF_DOING =
  /\b(?:do|does|did|done|doing|manage|able|activit\w+|function\w*|daily|tasks?|chores?|work|home|job|life)\b/i;
const OF_CHANGE = longPattern(
  /\b(?:chang(?:ed?|es)|differen\w+|easier|(?:not|un) ?able|could(?: not|n['’]t)|back to|again|gain(?:s|ed)?|improve[ds]?|(?:help|let|allow|enable)(?:s|ed)?\b[^?]{0,24}\bdo (?:any|more|thing)\w*|that (?:he|she|they|I|you) (?:did|do|could) not|more than (?:when|before)|(?:better|more|now)\b[^?]*\b(?:than|since|after|therapy|PT|OT|visits?|sessions?|treatments?|acupuncture|needles|chiro\w*|adjust\w+))\b/i,
);
/** Pain and medicines may change, and nothing that is done. */
const OF_OTHER =
  /\b(?:pain|meds?|medications?|pills?|address|insurance|doctors?|diagnosis|plan|want|hope|goals?|expect\w*|will|would|injur(?:y|ies)|work status|since (?:the|your|his|her|our|we) (?:last|saw)(?! (?:therapy|PT|OT|treatment)))\b/i;
/** "Asked whether anything at work is easier, she said": told, and not written as a question. */
const ASKED =
  /\basked (?:him |her |them |me |the (?:patient|worker|claimant) )?(?:whether|if|what|about|for)\b([^.;?\n]{8,120}?)(?:,?(?: and| but)? (?:he|she|they|pt|the patient|the worker)(?: (?:said|says|answer(?:s|ed)|replie[sd]|stated|states|named|told (?:me|us)|could (?:name|think of))(?: that| there (?:is|was))?[: ]| (?=(?:could not|couldn't|cannot|can't) (?:come|name|think|list|give|cite|find|point|say)\b|ha[sd] nothing|shook|shrug))|: (?=\W*(?:no|none|nothing|not)\b))/gi;
const NONE = longPattern(
  /^\W*(?:(?:A|ans(?:wer)?|pt|IW)\s?[.:]\W*)?(?:(?:pt|he|she|they)\W+(?:says?|said|states?|reports?)\W+)?(?:no\b(?=\s*(?:[^\w\s]|$)|,? (?:sir|ma'?am|ma’am|not|nothing|none|change|difference|improvement|gain|progress|better|activit|i|he|she|they|it)\b)|none\b|nothing|(?:could not|couldn't|cannot|can't) (?:come up with|name|think of|list|give|cite|find|point to) (?:a thing|anything|any|one|an example|a single)|ha[sd] nothing|shook (?:his|her) head|not (?:really|much|yet|a thing|at all|that (?:I|he|she)|so far|one)|nope|nah|(?:about |just )?the same\b|same\b|never\b(?=\s*(?:[^\w\s]|$)))/i,
);
const VAGUE =
  /\?|\b(?:maybe|perhaps|a little|little bit|somewhat|kind of|sort of|not sure|i think|i guess|hard to say|shrug\w*|don['’]?t know|unsure|unclear)\b/i;

function findGains({ reading }: IndexedDocument): AskedGain[] {
  const { text } = reading;
  const found: AskedGain[] = [];
  const add = (question: string, from: number, end: number) => {
    const words = text.slice(from, end);
    if (!/\w/.test(words) || VAGUE.test(words)) return;
    if (!OF_DOING.test(question) || !OF_CHANGE.test(question) || OF_OTHER.test(question)) return;
    const start = from + words.length - words.trimStart().length;
    const answer = {
      start,
      end: start + words.trim().length,
      sentence: sentenceAt(reading, start),
    };
    found.push({ answer, isNone: NONE.test(words) });
  };
  for (let mark = text.indexOf('?'); mark >= 0; mark = text.indexOf('?', mark + 1)) {
    const asked = text.slice(Math.max(0, mark - LONGEST_QUESTION), mark);
    const question = asked.slice(1 + Math.max(...ENDS.map((end) => asked.lastIndexOf(end))));
    add(question, mark + 1, endOfAnswer(text, mark + 1));
  }
  for (const match of text.matchAll(ASKED)) {
    const from = match.index + match[0].length;
    add(match[1] as string, from, endOfSentence(text, from));
  }
  return found;
}

/** The rest of the line, or where that is empty the next one. */
function endOfAnswer(text: string, from: number): number {
  const words = text.slice(from, from + LONGEST_ANSWER);
  const lineEnd = (start: number) => {
    const at = words.indexOf('\n', start);
    return at < 0 ? words.length : at;
  };
  const line = lineEnd(0);
  const limit = words.slice(0, line).trim() === '' ? lineEnd(line + 1) : line;
  // what is asked next is none of it
  const other = words.slice(0, limit).search(/[.!\s]\s*(?:\d{1,2}[.)]|Q\W)|[.!]\s[^.!?]*\?/);
  return from + (other < 0 ? limit : other);
}

function endOfSentence(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST_ANSWER).search(/[.\n]/);
  return end < 0 ? Math.min(text.length, from + LONGEST_ANSWER) : from + end;
}
