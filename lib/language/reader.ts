/**
 * The reader: one vocabulary compiled once, any number of texts read with it.
 */
import { endsInSilence, joinsAnswerToLabel } from './answer-edges.ts';
import { answersField } from './assertion/answer-words.ts';
import { createAssertionReader } from './assertion/assert.ts';
import { compileCues } from './assertion/cues.ts';
import { createFormReader } from './assertion/forms.ts';
import type { CueMatches, MentionSpans } from './assertion/scopes.ts';
import { type Automaton, createAutomaton, type Matches } from './automaton.ts';
import { compileVocabulary, phraseSource } from './compile-vocabulary.ts';
import { createDeniedGaps } from './denied-gaps.ts';
import type { DrugEntry } from './drug.ts';
import { createHeardWords } from './heard/heard-words.ts';
import { findLines } from './lines.ts';
import { readMedications } from './medications/medications.ts';
import type { Assertion, DateValue, Reading, Section, Sentence, ValueMention } from './mention.ts';
import { mentionsOf, type PhrasePlaces } from './mentions.ts';
import { plainText } from './plain-text.ts';
import { isPreparedFor, type PreparedPhrases } from './prepared-phrases.ts';
import { createPageHeaderFinder } from './sections/page-headers.ts';
import { createSectionFinder, type SectionSpan } from './sections/sections.ts';
import { createSentenceFinder, type Sentences } from './sentences.ts';
import { type Steps, takeAll } from './steps.ts';
import { type Tokens, tokenize } from './tokens.ts';
import { latestDate, readValues, settleDates } from './values/read-values.ts';
import { createValueWords } from './values/words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createWordTable } from './word-table.ts';

export interface Reader {
  /** Everything the vocabulary asks for in `text`, with how it is meant. Offsets are UTF-16 code units. */
  read(text: string, options?: ReadOptions): Reading;
  /** As `read`, in steps: a long text must not keep everything else waiting. */
  readInSteps(text: string, options?: ReadOptions): Steps<Reading>;
  /**
   * How the words at some places of `text` are meant, whether the vocabulary knows them or not;
   * undefined for a place that holds no token. In the order of `spans`.
   */
  assertSpans(text: string, spans: readonly Span[]): (Assertion | undefined)[];
  /** Only where the phrases are: what `read` does first. For measuring. */
  recognize(text: string): Matches;
}

export interface ReadOptions {
  /** The text's own date, which dates written without a year go by; else its latest full date. */
  date?: DateValue;
}

/** UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Compiles a vocabulary. Throws a PhraseError when a phrase cannot be read or names a concept that
 * is not in the vocabulary. With `prepared`, if it was made of this vocabulary, that takes a third of
 * the time.
 */
export function createReader(vocabulary: Vocabulary, prepared?: PreparedPhrases): Reader {
  const compiled = compileCues();
  const { patterns, phrases } = compileVocabulary(vocabulary, compiled.patterns);
  const source = phraseSource(vocabulary);
  const { alike } = vocabulary;
  const kept = prepared && isPreparedFor(prepared, patterns, source, alike) ? prepared : undefined;
  const table = createWordTable(kept?.words);
  const automaton: Automaton = createAutomaton(table, patterns, source, kept?.automaton, alike);
  const deniedGaps = createDeniedGaps(table, phrases, source);
  const headerFinder = createPageHeaderFinder(table);
  const sectionFinder = createSectionFinder(table);
  const sentenceFinder = createSentenceFinder(table);
  const forms = createFormReader(table);
  const valueWords = createValueWords(table, vocabulary.drugs);
  const drugs = new Map(vocabulary.drugs.map((drug) => [drug.id, drug]));
  const conjunctions = new Set(['and', 'or', 'nor', '&'].map((word) => table.intern(word)));
  const heardWords = createHeardWords(table, vocabulary.drugs.flatMap(namesOf));

  /** The shape of a text and all that its tokens match. */
  function* survey(text: string) {
    const whole = heardWords.read(tokenize(text, table));
    yield;
    const linesOfAll = findLines(whole);
    const tokens = headerFinder.stepOver(whole, linesOfAll);
    const lines = tokens === whole ? linesOfAll : findLines(tokens);
    const sections = sectionFinder.find(tokens, lines);
    const sentences = sentenceFinder.find(tokens, lines, startsOf(sections, tokens.count));
    const sectionOf = sectionsOfSentences(sentences, sections);
    yield;
    const { cues, places } = divide(tokens, automaton.match(tokens, sentences.first));
    yield;
    const assertions = createAssertionReader({
      tokens,
      sections,
      sentences,
      sectionOf,
      cues,
      forms: forms(tokens),
      conjunctions,
    });
    return { tokens, sections, sentences, sectionOf, places, assertions };
  }

  type Survey = ReturnType<typeof survey> extends Steps<infer Result> ? Result : never;

  function* readInSteps(written: string, options: ReadOptions = {}): Steps<Reading> {
    const text = plainText(written);
    const seen: Survey = yield* survey(text);
    const { tokens, sections, sentences, sectionOf, places, assertions } = seen;
    const mentions = mentionsOf({
      tokens,
      phrases,
      places,
      sentences,
      assertionOf: deniedGaps(tokens, places, assertions(places)),
      ...(table.spelling && { spelling: table.spelling }),
    });
    yield;
    const parts = {
      text,
      sentences: sentencesOf(tokens, sentences, sectionOf),
      sections: sectionsOf(tokens, sections),
      mentions,
      assertionOf: (place: Span) => assertPlaces(seen, [place])(0),
    };
    const values = readValues(tokens, valueWords, parts.sentences);
    settleDates(values, governingDate(parts.sections, values, options), text);
    yield;
    let meant: AssertionOfSpan | undefined;
    const assertionOfValue = (value: number) => {
      meant ??= assertPlaces(seen, values);
      return meant(value);
    };
    values.forEach((value, at) => {
      value.askedOf(assertionOfValue, at);
    });
    return { ...parts, values, medications: readMedications({ ...parts, values }, drugs) };
  }

  function assertSpans(text: string, spans: readonly Span[]): (Assertion | undefined)[] {
    return [...spans.keys()].map(assertPlaces(takeAll(survey(text)), spans));
  }

  function assertPlaces({ tokens, assertions }: Survey, spans: readonly Span[]): AssertionOfSpan {
    const { place, mentions } = tokensOfSpans(tokens, spans);
    const assertionOf = assertions(mentions);
    return (span) => {
      const at = place[span] as number;
      return at < 0 ? undefined : assertionOf(at);
    };
  }

  /** Matches into cues and phrases of the vocabulary. */
  function divide(tokens: Tokens, matches: Matches): { cues: CueMatches; places: PhrasePlaces } {
    const cueCount = countBelow(matches, compiled.cues.length);
    const cues: CueMatches = {
      count: cueCount,
      cue: new Array(cueCount),
      first: new Int32Array(cueCount),
      last: new Int32Array(cueCount),
    };
    const rest = matches.count - cueCount;
    const places = {
      phrase: new Int32Array(rest),
      first: new Int32Array(rest),
      last: new Int32Array(rest),
    };
    let c = 0;
    let p = 0;
    for (let i = 0; i < matches.count; i += 1) {
      const pattern = matches.pattern[i] as number;
      const first = matches.first[i] as number;
      const last = matches.last[i] as number;
      const cue = compiled.cues[pattern];
      if (cue !== undefined) {
        if (answersField(tokens, first, last)) continue;
        cues.cue[c] = cue;
        cues.first[c] = first;
        cues.last[c] = last;
        c += 1;
      } else if (first === last || !hasFalseEdge(tokens, first, last)) {
        places.phrase[p] = pattern;
        places.first[p] = first;
        places.last[p] = last;
        p += 1;
      }
    }
    return {
      cues: { ...cues, count: c },
      places: {
        phrase: places.phrase.subarray(0, p),
        first: places.first.subarray(0, p),
        last: places.last.subarray(0, p),
      },
    };
  }

  return {
    read: (text, options) => takeAll(readInSteps(text, options)),
    readInSteps,
    assertSpans,
    recognize(text) {
      return automaton.match(tokenize(text, table));
    },
  };
}

function countBelow({ count, pattern }: Matches, limit: number): number {
  let below = 0;
  for (let i = 0; i < count; i += 1) if ((pattern[i] as number) < limit) below += 1;
  return below;
}

/** Whether a match reaches into an answer that is another's, or ends within one. */
function hasFalseEdge(tokens: Tokens, first: number, last: number): boolean {
  const start = tokens.start[first] as number;
  const end = tokens.end[last] as number;
  return joinsAnswerToLabel(tokens.text, start, end) || endsInSilence(tokens.text, start, end);
}

/** The names of a drug as they are spoken. */
function namesOf({ generic, brands }: DrugEntry): string[] {
  return [generic, ...brands];
}

/** The date that governs a place: its section's, else the text's. `start` must not decrease between calls. */
function governingDate(
  sections: readonly Section[],
  values: readonly ValueMention[],
  { date }: ReadOptions,
): (start: number) => DateValue | undefined {
  const ofText = date ?? latestDate(values);
  let section = 0;
  return (start) => {
    while (section + 1 < sections.length && (sections[section + 1] as Section).start <= start)
      section += 1;
    return sections[section]?.date ?? ofText;
  };
}

/** How the words at the span with an index are meant; undefined where it holds no token. */
type AssertionOfSpan = (span: number) => Assertion | undefined;

/**
 * The tokens that spans of text touch, by first token, and for each span its place among them. A span
 * that holds no token is left out; its place is -1.
 */
function tokensOfSpans(
  tokens: Tokens,
  spans: readonly Span[],
): { place: Int32Array; mentions: MentionSpans } {
  const first = new Int32Array(spans.length);
  const last = new Int32Array(spans.length);
  const order = new Int32Array(spans.length);
  let held = 0;
  let sorted = true;
  for (let i = 0; i < spans.length; i += 1) {
    const { start, end } = spans[i] as Span;
    const from = firstTokenAfter(tokens, start);
    let to = from - 1;
    while (to + 1 < tokens.count && (tokens.start[to + 1] as number) < end) to += 1;
    first[i] = from;
    last[i] = to;
    if (to < from) continue;
    if (held > 0 && from < (first[order[held - 1] as number] as number)) sorted = false;
    order[held] = i;
    held += 1;
  }
  const spanAt = order.subarray(0, held);
  if (!sorted) spanAt.sort((x, y) => (first[x] as number) - (first[y] as number) || x - y);
  const mentions = {
    first: spanAt.map((index) => first[index] as number),
    last: spanAt.map((index) => last[index] as number),
  };
  const place = new Int32Array(spans.length).fill(-1);
  for (let at = 0; at < held; at += 1) place[spanAt[at] as number] = at;
  return { place, mentions };
}

/** The first token that ends behind an offset, by halving. */
function firstTokenAfter(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startsOf(sections: readonly SectionSpan[], count: number): Uint8Array {
  const starts = new Uint8Array(count + 1);
  for (const section of sections) starts[section.first] = 1;
  return starts;
}

function sectionsOfSentences(sentences: Sentences, sections: readonly SectionSpan[]): Int32Array {
  const sectionOf = new Int32Array(sentences.count);
  let section = 0;
  for (let s = 0; s < sentences.count; s += 1) {
    while (
      section + 1 < sections.length &&
      (sections[section + 1] as SectionSpan).first <= (sentences.first[s] as number)
    ) {
      section += 1;
    }
    sectionOf[s] = section;
  }
  return sectionOf;
}

function sentencesOf(tokens: Tokens, sentences: Sentences, sectionOf: Int32Array): Sentence[] {
  const out: Sentence[] = [];
  for (let s = 0; s < sentences.count; s += 1) {
    const first = sentences.first[s] as number;
    const next = s + 1 < sentences.count ? (sentences.first[s + 1] as number) : tokens.count;
    out.push({
      start: tokens.start[first] as number,
      end: tokens.end[next - 1] as number,
      section: sectionOf[s] as number,
      paragraph: sentences.paragraph[s] as number,
      item: sentences.item[s] === 1,
    });
  }
  return out;
}

function sectionsOf(tokens: Tokens, sections: readonly SectionSpan[]): Section[] {
  return sections.map((section, index) => {
    const next = sections[index + 1];
    const empty = section.titleEnd <= section.titleFirst;
    return {
      kind: section.kind,
      title: empty
        ? ''
        : tokens.text.slice(tokens.start[section.titleFirst], tokens.end[section.titleEnd - 1]),
      start: index === 0 ? 0 : (tokens.start[section.first] as number),
      end: next === undefined ? tokens.text.length : (tokens.start[next.first] as number),
      ...(section.date === undefined ? {} : { date: section.date }),
    };
  });
}
