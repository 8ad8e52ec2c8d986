import type { Sentence } from '../../language/mention.ts';
import { countWords } from '../requests/connecting-words.ts';
import { Cue } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { rowsOf } from '../requests/rows.ts';
import { startsLine } from '../requests/spans.ts';

/** A treatment named within so many words of a sentence's start makes what follows speak of it. */
const HEAD_WITHIN = 6;
/** Concepts of `drug-classes.json` that name a class in words. */
const CLASS_WORD = 'class-word:';

/** The sentences of a text that speak of one request each, and those that speak of none. */
export interface OwnedText {
  owned: Map<FoundRequest, Sentence[]>;
  unowned: Sentence[];
}

/**
 * Gives each sentence of a decision to the item it speaks of: the one that its block is headed by
 * ("Xanax 0.5mg: Upheld", "Item 2.", "2)"), or that it names at its start; else that of the sentence
 * before.
 */
export function ownedText(document: IndexedDocument, requests: readonly FoundRequest[]): OwnedText {
  const owned = new Map<FoundRequest, Sentence[]>(requests.map((request) => [request, []]));
  const unowned: Sentence[] = [];
  const listed = requests.filter((one) => one.listed);
  const inBlocks = document.cues.all(Cue.guidelineAdministrator).length > 1;
  let owner: FoundRequest | undefined;
  let before: Sentence | undefined;
  for (const sentence of rowsOf(document.reading, document.anchors)) {
    // A letter's paragraph speaks of what it names; a determination's block runs over paragraphs.
    if (!inBlocks && before && sentence.paragraph !== before.paragraph) owner = undefined;
    owner =
      numbered(document, sentence, listed) ??
      headed(document, sentence, requests) ??
      titled(document, sentence, listed) ??
      owner;
    before = sentence;
    if (isListing(document, sentence, requests)) continue;
    if (owner) owned.get(owner)?.push(sentence);
    else unowned.push(sentence);
  }
  return { owned, unowned };
}

/** Whether a sentence is where the item is listed: it decides nothing. */
function isListing(
  { document }: IndexedDocument,
  { start, end }: Sentence,
  requests: readonly FoundRequest[],
): boolean {
  return requests.some(
    ({ passages: [first] }) =>
      first?.document === document.id && first.start < end && start < first.end,
  );
}

/** "Trigger points.", "Compound.", "Urine: ...": the first words of a listed item head what follows. */
function titled(
  { reading }: IndexedDocument,
  { start, end }: Sentence,
  listed: readonly FoundRequest[],
): FoundRequest | undefined {
  const title = /^[\s\d.()-]*([A-Za-z][A-Za-z ]{2,30})[.:]/.exec(
    reading.text.slice(start, Math.min(end, start + 48)),
  )?.[1];
  const words = title?.toLowerCase().split(/\s+/).map(singular) ?? [];
  if (words.length === 0 || words.length > 3) return undefined;
  return listed.find(({ label }) => {
    const own = new Set(
      label
        .toLowerCase()
        .match(/[a-z]+/g)
        ?.map(singular),
    );
    return words.every((word) => own.has(word));
  });
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** "Item 2", "Rationale 2:", "2) ...": the second item of the list. */
function numbered(
  { reading, cues }: IndexedDocument,
  sentence: Sentence,
  listed: readonly FoundRequest[],
): FoundRequest | undefined {
  const { text } = reading;
  if (!startsLine(text, sentence.start) || listed.length < 2) return undefined;
  const start = text.slice(sentence.start, sentence.start + 24);
  const label = cues.within(Cue.itemNumber, sentence.start, sentence.end)[0];
  const named =
    label && label.start === sentence.start ? /\d+/.exec(start) : /^\(?(\d{1,2})[.)]/.exec(start);
  return named ? listed[Number(named[1] ?? named[0]) - 1] : undefined;
}

/** The request whose treatment, drug or class the sentence names near its start. */
function headed(
  { reading, anchors, cues }: IndexedDocument,
  sentence: Sentence,
  requests: readonly FoundRequest[],
): FoundRequest | undefined {
  const { text } = reading;
  for (const anchor of anchors) {
    if (anchor.start < sentence.start) continue;
    if (
      anchor.start >= sentence.end ||
      countWords(text.slice(sentence.start, anchor.start)) > HEAD_WITHIN
    )
      break;
    const named = requests.find((one) => isNamed(one, anchor.drug?.id, anchor.treatment?.id));
    if (named) return named;
  }
  return requests.find((one) =>
    one.drug?.classes.some((name) => {
      const word = cues.within(`${CLASS_WORD}${name}`, sentence.start, sentence.end)[0];
      return word !== undefined && countWords(text.slice(sentence.start, word.start)) <= 3;
    }),
  );
}

/** Whether a drug or treatment is the one asked for. */
export function isNamed(
  request: FoundRequest,
  drug: string | undefined,
  treatment: string | undefined,
): boolean {
  if (request.drug && drug) return request.drug.id === drug;
  return !request.drug && request.treatment === treatment;
}
