import type { Mention, Section } from '../../language/mention.ts';
import { firstFrom, type IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';
import type { Place, Span } from './scopes.ts';

/** Concepts of the packs: who tells, with a name after it or without, on what, and in which part of a note. */
const PERSON = 'teller';
const TITLE = 'teller-title';
const PAPER = 'telling-paper';
const PART = 'note-part';
const TELLS = 'tells';
const FIELD = 'teller-field';
const NOUN = 'paper-noun';

/** Somebody or something that tells, where a text names several: "Dr. A:", "the therapist notes", "HPI:". */
export interface Account {
  /** In small letters, without marks. */
  name: string;
  /** A part of a note is the same writer's as the rest of it. */
  kind: 'person' | 'paper' | 'part';
}

/** The writer of a note of himself; not a list's first item, and not within a word. */
const WRITER = /(?<![\w./-])I(?= [a-z]|['’][a-z])/;
const QUOTED = /["“][^"”]*["”]?/g;
const OWN: Account = { name: 'i', kind: 'person' };

/** An account is named no farther before what it tells. */
const FARTHEST = 400;

/**
 * The account that a place belongs to: the one named last before it, in its own line or paragraph, or
 * the writer, who speaks of himself after that. Undefined where none is.
 */
export function accountOf(document: IndexedDocument, place: Place): Account | undefined {
  const { sentences } = document.reading;
  const sentence = sentences[place.sentence];
  if (!sentence) return undefined;
  const paragraph = document.paragraphs.get(sentence.paragraph) ?? sentence;
  const start = Math.max(paragraph.start, place.start - FARTHEST);
  const { all, ofWriter } = accountsIn(document);
  let last = firstFrom(all, place.start) - 1;
  while (last >= 0 && (all[last] as Span).end > place.start) last -= 1;
  const named = last >= 0 && (all[last] as Span).start >= start ? all[last] : undefined;
  const isOwn =
    ofWriter.has(place.sentence) && (named === undefined || named.end <= sentence.start);
  if (named !== undefined && !isOwn) return named;
  const entitled = ofHeading(document, sentence.section);
  return entitled ?? (isOwn ? OWN : within(all, place));
}

/** Of a statement that begins before its teller: "Injected 4/14. PTP: 75 % better for 8 weeks". */
function within(accounts: Accounts['all'], place: Place): Account | undefined {
  const next = accounts[firstFrom(accounts, place.start)];
  return next && next.end < place.end ? next : undefined;
}

/**
 * Whose note a section belongs to, by the heading with its date: "TAB C. QME re-evaluation, 8/6/15"; else
 * by that of the paper which holds the dated notes: "Source B. PTP, family practice".
 */
function ofHeading(document: IndexedDocument, section: number): Account | undefined {
  return headed(document, section, () => {
    const heading = datedHeadingOf(document, section);
    return (
      (heading && tellerIn(document, heading)) ??
      tellerIn(document, paperHeadingOf(document, section))
    );
  });
}

function tellerIn(document: IndexedDocument, span: Span | undefined): Account | undefined {
  if (!span) return undefined;
  const teller = [PERSON, FIELD]
    .flatMap((concept) => document.mentions.of(concept, span.start, span.end))
    .sort((one, other) => one.start - other.start)[0];
  return teller && { name: nameOf(document.reading.text, teller), kind: 'person' };
}

/** A label of one of several papers. */
const PAPER_LABEL = /^(?:tab|doc(?:ument)?|source|exhibit|record|attachment|enclosure|part)\b/i;

/** The title of the labelled paper that a section lies in. */
function paperHeadingOf(
  { reading: { sections } }: IndexedDocument,
  section: number,
): Span | undefined {
  for (let at = section; at >= 0; at -= 1) {
    const { start, title } = sections[at] as Section;
    if (PAPER_LABEL.test(title)) return { start, end: start + title.length };
  }
  return undefined;
}

const headed = createMemo<IndexedDocument, Account | undefined, number>();

/** The title with the date that governs a section; undefined where it has none. */
export function datedHeadingOf(
  { reading: { sections } }: IndexedDocument,
  section: number,
): Span | undefined {
  const date = sections[section]?.date;
  if (date === undefined) return undefined;
  let first = section;
  while (sections[first - 1]?.date === date) first -= 1;
  const { start, title } = sections[first] as Section;
  return { start, end: start + title.length };
}

function nameOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).toLowerCase().replace(/[.\s]/g, '');
}

/** Who or what tells it, by name; the parts of a note are one. */
export function speakerOf(document: IndexedDocument, place: Place): string | undefined {
  const account = accountOf(document, place);
  return account && account.kind !== 'part' ? account.name : undefined;
}

/** Whether two places are told by two who are both named: what one says leaves out nothing of the other. */
export function isToldByOther(document: IndexedDocument, one: Place, other: Place): boolean {
  if (one.sentence === other.sentence) return false;
  return areToldByTwo({ document, place: one }, { document, place: other });
}

/** Whether two statements, of one document or of two, are told by two who are both named. */
export function areToldByTwo(one: Told, other: Told): boolean {
  const speaker = speakerOf(one.document, one.place);
  if (speaker === undefined) return false;
  const second = speakerOf(other.document, other.place);
  return second !== undefined && second !== speaker;
}

interface Told {
  document: IndexedDocument;
  place: Place;
}

interface Accounts {
  /** Sorted by start. */
  all: readonly (Account & Span)[];
  /** The sentences in which the writer speaks of himself. */
  ofWriter: ReadonlySet<number>;
}

function accountsIn(document: IndexedDocument): Accounts {
  return accounts(document, '', () => {
    const of = (concept: string) => document.mentions.get(concept) ?? [];
    const own = ownIn(document);
    const all = [
      ...of(PERSON).flatMap((mention) => accountAt(document, mention, 'person')),
      ...of(TITLE).flatMap((mention) => accountAt(document, withName(document, mention), 'person')),
      ...of(PAPER).flatMap((mention) => accountAt(document, mention, 'paper')),
      ...of(PART).flatMap((mention) => accountAt(document, mention, 'part')),
      ...of(NOUN).flatMap((mention) => labelledAt(document, mention)),
      ...own.map(({ start, end }) => ({ ...OWN, start, end })),
    ].sort((one, other) => one.start - other.start || one.end - other.end);
    return { all, ofWriter: new Set(own.map(({ sentence }) => sentence)) };
  });
}

/** Where the writer speaks of himself, outside what he quotes. */
function ownIn({ reading: { text, sentences } }: IndexedDocument): Place[] {
  return sentences.flatMap(({ start, end }, sentence) => {
    const words = text.slice(start, end);
    if (!WRITER.test(words)) return [];
    const at = WRITER.exec(words.replace(QUOTED, (quoted) => ' '.repeat(quoted.length)))?.index;
    return at === undefined ? [] : [{ start: start + at, end: start + at + 1, sentence }];
  });
}

const accounts = createMemo<IndexedDocument, Accounts>();

/** "Dr. Abbot": the title with the name after it. */
function withName({ reading: { text } }: IndexedDocument, { start, end }: Mention): Span {
  const name = /^\.? ?[A-Z]\w*|^\.(?=['’]s)/.exec(text.slice(end, end + LONGEST_NAME));
  return { start, end: end + (name?.[0].length ?? 0) };
}

const LONGEST_NAME = 24;
/** What stands between an account and what it tells: a mark, a day, a quotation. */
const OPENS = /^(?:['’]s)?(?:\s*\([^()\n]{0,24}\))?(?:\s*\(?\d{1,2}\/\d|\s*[,:"“-])/;
/** "Prior medicines (check list):", "ROS (patient):". */
const ENTITLES = /^(?:\s*\([^()\n]{0,24}\)|\))?\s*:/;
const BEFORE_WORDS = /^(?:['’]s)?\s+(?:(?:he|she|they)\s+)?\(?$/;
/** "The therapist's last (note)": whose paper it is. */
const BEFORE_PAPER = /^['’]s(?: [a-z]+){0,2} $/i;
const LONGEST_BETWEEN = 5;
/** "He told the nurse": what she was told is hers. */
const TOLD_TO = /\b(?:told|tells|telling|informed|informs) (?:(?:the|his|her|my|our|UR) )?$/i;
/** "Reviewer to Dr. Abel": whom a talk or a letter is with tells nothing by that. */
const ADDRESSED = /\bto:? (?:the )?$/i;
/** "09/04 9:10 from: UR nurse" on a line of its own, over a message. */
const OVER_MESSAGE =
  /^\W{0,3}\d{1,2}\/\d{1,2}[\d/: ]{0,12}(?:[ap]\.?m?\.? ?)?(?:from|by|author)?:? ?(?:UR )?$/i;
const LONGEST_STAMP = 40;

function accountAt(
  document: IndexedDocument,
  span: Span,
  kind: Account['kind'],
): (Account & Span)[] {
  const { text } = document.reading;
  const rest = text.slice(span.end, span.end + LONGEST_NAME + LONGEST_BETWEEN);
  const before = text.slice(Math.max(0, span.start - LONGEST_STAMP), span.start);
  if (kind === 'person' && ADDRESSED.test(before) && !ENTITLES.test(rest)) return [];
  const opens =
    ENTITLES.test(rest) ||
    (kind === 'person' && (TOLD_TO.test(before) || isOverMessage(before, rest))) ||
    (kind !== 'part' && (OPENS.test(rest) || isBeforeTelling(document, span)));
  if (!opens) return [];
  return [{ start: span.start, end: span.end, name: nameOf(text, span), kind }];
}

function isOverMessage(before: string, rest: string): boolean {
  return (
    /^[^\n.;]{0,20}\n/.test(rest) && OVER_MESSAGE.test(before.slice(before.lastIndexOf('\n') + 1))
  );
}

function isBeforeTelling({ mentions, reading: { text } }: IndexedDocument, { end }: Span): boolean {
  const leads = (concept: string, between: RegExp) =>
    mentions
      .of(concept, end, end + LONGEST_BETWEEN + LONGEST_NAME)
      .some(({ start }) => between.test(text.slice(end, start)));
  return leads(TELLS, BEFORE_WORDS) || leads(NOUN, BEFORE_PAPER);
}

/** The words of a paper's label before its noun, and what stands behind it: "(Discharge) sheet, 6/28/17:". */
const LABEL_WORDS = /^\W*((?:[\w.'’/-]+ ){0,4})$/;
const LABEL_ENDS =
  /^(?:\s*\([^()\n]{0,24}\))?(?:,? (?:(?:of|on|dated) )?\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|,? same \w+)?\s*(?::|[–—-]\s)/;
const LONGEST_LABEL = 60;

/** "Device log printout:", "Discharge sheet, 6/28/17:": a paper that opens its line by its own name. */
function labelledAt({ reading: { text, sentences } }: IndexedDocument, noun: Mention) {
  const from = sentences[noun.sentence]?.start ?? noun.start;
  if (noun.start - from > LONGEST_LABEL || !LABEL_WORDS.test(text.slice(from, noun.start)))
    return [];
  if (!LABEL_ENDS.test(text.slice(noun.end, noun.end + LONGEST_LABEL))) return [];
  const name = nameOf(text, { start: from, end: noun.end });
  return [{ start: noun.start, end: noun.end, name, kind: 'paper' as const }];
}
