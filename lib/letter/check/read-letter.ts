import { plainDocument } from '../../case/document.ts';
import { type QuotedPassage, quotePassage } from '../../case/passage.ts';
import type { Rulebook } from '../../guidelines/rulebook.ts';
import type { Sentence } from '../../language/mention.ts';
import type { Reader } from '../../language/reader.ts';
import { type CaseIndex, indexCase } from '../../review/evidence/case-index.ts';
import type { Anchor } from '../../review/requests/anchors.ts';
import { countWords } from '../../review/requests/connecting-words.ts';
import { Cue } from '../../review/requests/cues.ts';
import { type IndexedDocument, indexDocuments } from '../../review/requests/find-requests.ts';
import type { FoundRequest } from '../../review/requests/found-request.ts';
import { type Span, startsLine, trimmed } from '../../review/requests/spans.ts';
import { LETTER } from './letter-finding.ts';
import { asWritten } from './letter-voice.ts';
import { isSame, type Named, namedBy, namedByRequest, namesWithin } from './treatment-named.ts';

/** Concepts of `packs/vocabulary/letters.json`. */
export const LetterCue = {
  denies: 'letter-denies',
  modifies: 'letter-modifies',
  approves: 'letter-approves',
} as const;

export type Decision = 'deny' | 'modify' | 'approve';

/** What a letter says of one treatment. */
export interface LetterItem {
  named: Named;
  /** The words that name it first. */
  label: string;
  /** Lines that head it: "Xanax 0.5mg #15: Upheld"; empty in a letter about one request. */
  headings: Sentence[];
  /** What stands under the headings, these left out. */
  sentences: Sentence[];
  decision: Decision | null;
  /** The request of the record that it answers; absent where the record asks for nothing like it. */
  request: FoundRequest | undefined;
}

/** A letter that was read, divided by what it decides. */
export interface Letter {
  document: IndexedDocument;
  index: CaseIndex;
  items: LetterItem[];
  /** Sentences that belong to no item: the head and the foot of the letter. */
  shared: Sentence[];
}

/** The treatment heads a line within so many words. */
const HEAD_WITHIN = 8;
/** A heading is no longer than this. */
const LONGEST_HEADING = 240;
const OPENS_HEADING =
  /^(?:\(?[A-H\d]{1,2}[.)]|#\d|(?:regarding|re|item|request|service|issue|rationale (?:for|\d))\b)/i;
/** "Service requested: Ambien 10 mg": a line that names what was asked for. */
const LABELS_REQUEST =
  /^(?!records|reports|documents)[A-Za-z /-]{0,24}(?:treatment|request|requested|service|services|item|procedure|medication|medicine|drug|dispute)[A-Za-z /-]{0,24}:/i;

/** Reads a letter and divides it by its items; `only` is given where all of it is about one. */
export function readLetter(
  text: string,
  requests: readonly FoundRequest[],
  rulebook: Rulebook,
  reader: Reader,
  only?: FoundRequest,
): Letter {
  const read = [
    { document: plainDocument(LETTER, 'Letter', text), reading: asWritten(reader.read(text)) },
  ];
  const document = indexDocuments(read, rulebook)[0] as IndexedDocument;
  const parts = only ? undivided(document, only) : divided(document, requests);
  return { document, index: indexCase(read, rulebook), ...parts };
}

function undivided(document: IndexedDocument, request: FoundRequest) {
  const item = itemOn(request, document);
  item.decision = decisionOn(document, item);
  return { items: [item], shared: [] };
}

function divided(document: IndexedDocument, requests: readonly FoundRequest[]) {
  const items: LetterItem[] = [];
  const shared: Sentence[] = [];
  const { sentences } = document.reading;
  let owner: LetterItem | undefined;
  for (const sentence of sentences) {
    const heading = headingOf(document, sentence);
    if (heading) {
      owner = itemFor(heading, document, items, requests);
      owner.headings.push(sentence);
    } else if (owner) owner.sentences.push(sentence);
    else shared.push(sentence);
  }
  // A letter about one request has no need of headings: all of it speaks of that.
  if (items.length === 1 && items[0]) {
    items[0].sentences = sentences.filter((sentence) => !items[0]?.headings.includes(sentence));
  }
  if (items.length === 0) items.push(...onlyItem(document, requests));
  for (const item of items) item.decision = decisionOn(document, item);
  return { items, shared: items.length === 1 ? [] : shared };
}

/** The treatment a line is headed by. */
function headingOf(
  { reading, anchors, cues }: IndexedDocument,
  sentence: Sentence,
): Anchor | undefined {
  const { text } = reading;
  const { start, end } = sentence;
  if (!startsLine(text, start) || end - start > LONGEST_HEADING) return undefined;
  const first = namesWithin(anchors, sentence)[0];
  if (!first || countWords(text.slice(start, first.start)) > HEAD_WITHIN) return undefined;
  const words = text.slice(start, end);
  const decides = cues.has(Cue.itemDecision, first.end, end);
  const opens = OPENS_HEADING.test(words) || LABELS_REQUEST.test(words);
  const isBare =
    !/[.!?]["')]?$/.test(words.trim()) && countWords(words.slice(0, first.start - start)) <= 2;
  if (!decides && !opens && !isBare) return undefined;
  // A list of several treatments heads nothing.
  return first;
}

function itemFor(
  anchor: Anchor,
  { reading }: IndexedDocument,
  items: LetterItem[],
  requests: readonly FoundRequest[],
): LetterItem {
  const named = namedBy(anchor);
  const known = items.find((item) => isSame(item.named, named));
  if (known) return known;
  const item: LetterItem = {
    named,
    label: reading.text.slice(anchor.start, anchor.end),
    headings: [],
    sentences: [],
    decision: null,
    request: requestFor(named, requests),
  };
  items.push(item);
  return item;
}

/** The request a name means: what is listed before what is only mentioned, the same drug first. */
export function requestFor(
  named: Named,
  requests: readonly FoundRequest[],
): FoundRequest | undefined {
  const alike = requests.filter((request) => isSame(namedByRequest(request), named));
  const exact = alike.filter(({ drug }) => drug?.id === named.drug);
  const best = exact.length > 0 ? exact : alike;
  return best.find(({ listed }) => listed) ?? best[0];
}

/** A letter without headings is about the one treatment that the record lists, if it names it. */
function onlyItem(document: IndexedDocument, requests: readonly FoundRequest[]): LetterItem[] {
  const listed = requests.filter((request) => request.listed);
  const asked = listed.length > 0 ? listed : requests;
  const spoken = asked.filter((request) =>
    document.anchors.some((anchor) => isSame(namedBy(anchor), namedByRequest(request))),
  );
  const request = spoken.length === 1 ? spoken[0] : asked.length === 1 ? asked[0] : undefined;
  return request ? [itemOn(request, document)] : [];
}

/** All of a text as what it says of one request. */
function itemOn(request: FoundRequest, { reading }: IndexedDocument): LetterItem {
  return {
    named: namedByRequest(request),
    label: request.label,
    headings: [],
    sentences: [...reading.sentences],
    decision: null,
    request,
  };
}

function decisionOn(document: IndexedDocument, item: LetterItem): Decision | null {
  for (const heading of item.headings) {
    const decision = decisionIn(document, heading);
    if (decision) return decision;
  }
  const found = item.sentences.flatMap((sentence) => {
    return voiceOf(document, sentence) === 'guideline'
      ? []
      : (decisionIn(document, sentence) ?? []);
  });
  if (found.includes('modify')) return 'modify';
  if (found.includes('deny')) return 'deny';
  return found[0] ?? null;
}

/** The decision a sentence speaks, if it does. */
export function decisionIn({ cues }: IndexedDocument, { start, end }: Span): Decision | null {
  if (cues.has(LetterCue.modifies, start, end)) return 'modify';
  if (cues.has(LetterCue.denies, start, end)) return 'deny';
  return cues.has(LetterCue.approves, start, end) ? 'approve' : null;
}

/** Concepts that are no clinical matter: words of requests, letters, citations. */
const OF_THE_LETTER = /^(?:request-|letter-|cited-|abbreviation-|date-of-|body-|class-word:)/;

/** Whether a sentence quotes a guideline or speaks of the patient. */
export function voiceOf({ reading }: IndexedDocument, span: Span): 'guideline' | 'record' {
  const clinical = reading.mentions
    .within(span)
    .filter(({ concept }) => !OF_THE_LETTER.test(concept));
  const quoted = clinical.filter(({ assertion }) => assertion.voice === 'guideline');
  return quoted.length > 0 && quoted.length * 2 >= clinical.length ? 'guideline' : 'record';
}

/** The words of the letter at a span, white space at its ends left out. */
export function quoteLetter({ document, reading }: IndexedDocument, span: Span): QuotedPassage {
  const { start, end } = trimmed(reading.text, span);
  return quotePassage(document, start, end);
}
