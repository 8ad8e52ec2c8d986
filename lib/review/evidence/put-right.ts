import { longPattern } from '../../language/long-pattern.ts';
import { beginningIn } from '../../language/sorted.ts';
import { type IndexedDocument, names } from './case-index.ts';
import { createMemo } from './memo.ts';
import type { Place, Span } from './scopes.ts';
import { shareWord, type Told, toldSide } from './told-apart.ts';

/** Concept of the packs: words that take back what was said or written before them. */
const PUTS_RIGHT = 'putting-right';

/** Sentences that go on after the words that put something right. */
const GOES_ON = 2;
/** What is put right without a word of its own was said right before. */
const RIGHT_BEFORE = 2;

/**
 * The statements that stand behind words that put something right: "the box was ticked in error, he does
 * none", "he is a nonsmoker, strike that, he smokes".
 */
export function corrections<Statement extends Told>(statements: readonly Statement[]) {
  return statements.flatMap((statement) => {
    const cues = cuesBefore(statement);
    return cues.length > 0 ? [{ statement, cues }] : [];
  });
}

/** Whether words that put right take back an older statement of the other side. */
export function isPutRight(older: Told, newer: Told, cues: readonly Place[]): boolean {
  if (older.document !== newer.document || older.item.end > newer.item.start) return false;
  return cues.some(
    (cue) =>
      cue.start >= older.item.end &&
      (cue.sentence - older.item.sentence <= RIGHT_BEFORE ||
        cue.sentence === newer.item.sentence ||
        shareWord(toldSide([older]), toldSide([newer]))),
  );
}

/** The words that put right in the sentence of a statement, or in one that goes on in it. */
function cuesBefore({ document, item }: Told): readonly Place[] {
  const cues = document.mentions.get(PUTS_RIGHT) ?? [];
  const { sentences } = document.reading;
  const own = sentences[item.sentence];
  const first = sentences[Math.max(0, item.sentence - GOES_ON)];
  if (cues.length === 0 || !own || !first) return [];
  return beginningIn(cues, { start: first.start, end: own.end }).filter(
    (cue) =>
      item.sentence === cue.sentence ||
      (item.start > cue.end && own.section === sentences[cue.sentence]?.section),
  );
}

/** What speaks of the sentence before: "that line was entered in error", "strike the foregoing". */
const OF_THE_LAST =
  /^\W*(?:[^:\n]{0,60}:\s*)?(?:["“]?please )?(?:(?:strike|disregard|ignore|delete|void) )?(?:that|this|the) (?:foregoing|above|preceding|previous|last|line|sentence|entry|statement|paragraph|answer|finding|note|box|mri|report|result|sheet|is|was)\b(?! (?:that|which|of|saying|about|on|in)\b| ?["'“‘])/i;
/** Spoken words that take back what was said in the same breath, where all of it is said anew. */
const SPOKEN = 'spoken-correction';
const SAID_ANEW =
  /^(?:\s*[,.:;–—-])+\s*(?:(?:no|wait|sorry|wrong chart|actually)[,.]?\s+)*(?:i|he|she|they|there|it|we|pt|patient|no|not|none|after|on|with|the \w+ (?:\w+ )?(?:is|was|has|helped|gave|shows?))\b/i;

/** Whether words behind a place take it back: in the same breath, or in the sentence that speaks of it. */
export function isTakenBack(document: IndexedDocument, { start, end }: Span): boolean {
  return takenBackIn(document).some((span) => span.start <= start && end <= span.end);
}

function takenBackIn(document: IndexedDocument): readonly Span[] {
  return takenBack(document, '', () => {
    const { sentences, text } = document.reading;
    return (document.mentions.get(PUTS_RIGHT) ?? []).flatMap((cue) => {
      const own = sentences[cue.sentence];
      if (!own) return [];
      const isSpoken = names(document, [SPOKEN], cue);
      if (isSpoken && SAID_ANEW.test(text.slice(cue.end, own.end)))
        return [{ start: own.start, end: cue.start }];
      // a heading alone says nothing
      const isHeaded = /:\s*$/.test(text.slice(Math.max(0, own.start - 4), own.start));
      if (!OF_THE_LAST.test(text.slice(own.start, own.end))) return [];
      // what puts right itself is not what is put right
      let at = cue.sentence - (isHeaded ? 2 : 1);
      while (at > 0 && putsRight(document, sentences[at])) at -= 1;
      return sentences[at] ?? [];
    });
  });
}

function putsRight({ mentions }: IndexedDocument, sentence: Span | undefined): boolean {
  return sentence !== undefined && mentions.of(PUTS_RIGHT, sentence.start, sentence.end).length > 0;
}

const takenBack = createMemo<IndexedDocument, readonly Span[]>();

/** Nothing but a denial behind words that put right: "... was entered by mistake, there was none". */
const DENIED = longPattern(
  /\b(?:there (?:is|was|are|were)(?: in fact)? (?:none|no such|not(?: any| one)?)|(?:i|we|he|she|they|pt|patient) (?:\w+ )?(?:felt|found|saw|got|had|has|have|noted|elicited|do|does|did|noticed|palpated|obtained|takes|gets) (?:none|not have|no such|nothing of the kind)|none (?:is|was|were|are|has|could)\b|(?:did|does|do) not (?:have|get|find|feel|see|do|take) (?:it|one|any|that|so|them)|none)(?=[\s,.;)\]]|$)/i,
);

/** The words right behind the correction of a place that deny it; undefined where nothing does. */
export function deniedBehind(document: IndexedDocument, { start, end, sentence }: Place) {
  const { sentences, text } = document.reading;
  const own = sentences[sentence];
  const next = sentences[sentence + 1];
  if (!own) return undefined;
  const to = next && next.section === own.section ? next.end : own.end;
  const denied = DENIED.exec(text.slice(end, Math.min(to, end + LONGEST)));
  if (!denied) return undefined;
  const at = end + denied.index;
  const span: Span = { start, end: at + denied[0].length };
  return { ...span, sentence };
}

const LONGEST = 160;
