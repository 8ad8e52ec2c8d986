import type { Mention, Sentence } from '../../language/mention.ts';
import type { Anchor } from '../../review/requests/anchors.ts';
import { Cue } from '../../review/requests/cues.ts';
import type { IndexedDocument } from '../../review/requests/find-requests.ts';
import type { Span } from '../../review/requests/spans.ts';
import { decisionIn, type Letter, LetterCue, type LetterItem, voiceOf } from './read-letter.ts';
import { isSame, namedBy, namesWithin } from './treatment-named.ts';

/** A place where the letter says what was asked for, or decides on it. */
export interface Statement {
  kind: 'heading' | 'request' | 'conclusion';
  sentence: Sentence;
  /** What it speaks of. */
  subject: Anchor;
  /** The words that state the request: no reason, no other treatment. */
  span: Span;
  /** From here on the sentence says what is allowed in its place; its end where it does not. */
  changedFrom: number;
}

/** A treatment follows the words that ask for it within so many characters. */
const ASKED_WITHIN = 48;
/** What a conclusion speaks of stands within so many characters before it. */
const CONCLUDED_WITHIN = 170;
const REASON =
  /\b(?:because|since|due to|given|in view of|where|although|despite|as (?:the|there|no)|for the reasons?)\b/i;

/** Every statement of an item, in the order of the text. */
export function statementsOf(letter: Letter, item: LetterItem): Statement[] {
  const { document } = letter;
  const sentences = [
    ...item.headings.map((sentence) => ({ sentence, isHeading: true })),
    ...item.sentences.map((sentence) => ({ sentence, isHeading: false })),
  ].sort((a, b) => a.sentence.start - b.sentence.start);
  return sentences.flatMap(({ sentence, isHeading }) => statementIn(document, sentence, isHeading));
}

function statementIn(
  document: IndexedDocument,
  sentence: Sentence,
  isHeading: boolean,
): Statement[] {
  const { anchors, cues, reading } = document;
  const named = namesWithin(anchors, sentence);
  if (isHeading) {
    const subject = named[0];
    return subject ? [statement(document, 'heading', sentence, subject)] : [];
  }
  if (voiceOf(document, sentence) === 'guideline') return [];
  const found: Statement[] = [];
  const verdict = concludingCue(document, sentence);
  const asks = cues.within(Cue.ask, sentence.start, sentence.end);
  for (const ask of asks) {
    if (isPast(reading.text, ask)) continue;
    const subject = named.find(
      ({ start }) =>
        start >= ask.start &&
        start - ask.end < ASKED_WITHIN &&
        !/[,;]/.test(reading.text.slice(ask.end, start)),
    );
    if (!subject || found.some((one) => one.subject === subject)) continue;
    const kind = verdict && verdict.start > subject.end ? 'conclusion' : 'request';
    found.push(statement(document, kind, sentence, subject));
  }
  if (verdict && found.every(({ kind }) => kind !== 'conclusion')) {
    const before = named.filter(
      ({ end, start }) => end <= verdict.start && verdict.start - start < CONCLUDED_WITHIN,
    );
    const subject =
      before.at(-1) ??
      named.find(({ start }) => start >= verdict.end && start - verdict.end < ASKED_WITHIN);
    if (subject) found.push(statement(document, 'conclusion', sentence, subject));
  }
  return found;
}

/** "Previously requested", "an earlier request": another request than the one decided on. */
function isPast(text: string, { start }: Mention): boolean {
  return /\b(?:prior|previous(?:ly)?|earlier|last|past|first|original)\s+$/i.test(
    text.slice(Math.max(0, start - 14), start),
  );
}

/** The words of a sentence that decide. */
export function concludingCue(
  { cues }: IndexedDocument,
  { start, end }: Span,
): Mention | undefined {
  return [Cue.conclusion, LetterCue.denies, LetterCue.modifies, LetterCue.approves]
    .flatMap((concept) => cues.within(concept, start, end))
    .sort((a, b) => a.start - b.start)[0];
}

function statement(
  document: IndexedDocument,
  kind: Statement['kind'],
  sentence: Sentence,
  subject: Anchor,
): Statement {
  const { anchors, reading, cues } = document;
  const others = namesWithin(anchors, sentence).filter(
    (anchor) => !isSame(namedBy(anchor), namedBy(subject)),
  );
  const before = others.filter(({ end }) => end <= subject.start).at(-1);
  const after = others.find(
    ({ start }) => start >= subject.end && !isBeside(reading.text, subject, start),
  );
  const start = before?.end ?? sentence.start;
  let end = after?.start ?? sentence.end;
  const reason = REASON.exec(reading.text.slice(subject.end, end));
  if (reason) end = subject.end + reason.index;
  const change = decisionIn(document, { start: subject.end, end: sentence.end })
    ? [LetterCue.modifies, LetterCue.approves, LetterCue.denies]
        .flatMap((concept) => cues.within(concept, subject.end, sentence.end))
        .sort((a, b) => a.start - b.start)[0]
    : undefined;
  const isChanged =
    cues.has(LetterCue.modifies, sentence.start, sentence.end) ||
    /\b(?:to|for|of|only|in part)\s+(?:a )?(?:total of )?#?\d/i.test(
      reading.text.slice(change?.end ?? sentence.end, sentence.end),
    );
  // "Modified to Norco 10/325 mg #90": all that follows is what is allowed.
  const changesBefore = cues.has(LetterCue.modifies, sentence.start, subject.start);
  return {
    kind,
    sentence,
    subject,
    span: { start, end },
    changedFrom: changesBefore ? sentence.start : isChanged && change ? change.start : sentence.end,
  };
}

/** "Amrix (Flexeril extended-release)": the same thing under another name. */
function isBeside(text: string, { end }: Anchor, start: number): boolean {
  return /^\s*\(\s*$/.test(text.slice(end, start));
}
