import { ReasonError, type ReasonName, type Said, say } from '../saying/said.ts';
import { DENIED_VERBS } from './denied-verbs.ts';
import { Mark } from './marks.ts';

/**
 * The phrase language of the packs (documented in vocabulary.ts), as a tree.
 *
 * A mark that has a meaning here stands for itself after a backslash: `\(-\)`. A phrase may be an
 * alternation as a whole: `TPI|trigger point injection`.
 */
export type Phrase =
  /** Words to be compared without case; may hold marks ("s/p", "+"). */
  | { kind: 'words'; text: string }
  /** Letters to be compared as they are. */
  | { kind: 'exact'; text: string }
  | { kind: 'gap'; most: number }
  | { kind: 'number' }
  /** `{id}`: the phrases of a concept, `class:<id>` or `drug:<id>`. */
  | { kind: 'concept'; id: string }
  | { kind: 'sequence'; items: Phrase[] }
  | { kind: 'choice'; options: Phrase[] }
  | { kind: 'optional'; item: Phrase };

/** A phrase that cannot be read, with the UTF-16 offset of the trouble in it. */
export class PhraseError extends ReasonError {
  override name = 'PhraseError';
  readonly position: number;

  constructor(reason: Said, position: number) {
    super(reason);
    this.position = position;
  }
}

/** The most words a gap may span; keeps every phrase, and so the walk from a token, short. */
export const LONGEST_GAP = 12;
const BACKSLASH = 0x5c;
/** 1 for what ends a text: the marks of the phrase language and white space. */
const HAS_MEANING = new Uint8Array(0x10000);
for (const mark of '()|?{}#= \t\n') HAS_MEANING[mark.charCodeAt(0)] = 1;
const DEEPEST_NESTING = 16;
const MOST_SPELLINGS = 256;

/** The tree of a phrase. Throws a PhraseError with the position when it is not in the phrase language. */
export function parsePhrase(source: string): Phrase {
  let at = 0;

  function fail(name: ReasonName, position = at, ...about: (string | number)[]): never {
    throw new PhraseError(say(name, source, position + 1, ...about), position);
  }

  function isSpaceAt(place: number): boolean {
    const code = source.charCodeAt(place);
    return code === 0x20 || code === 0x09 || code === 0x0a;
  }

  /** Whether a sequence ends here: at the phrase's end, "|" or ")". */
  function isEndAt(place: number): boolean {
    if (place >= source.length) return true;
    const code = source.charCodeAt(place);
    return code === Mark.bar || code === Mark.close;
  }

  function parseChoice(depth: number): Phrase {
    if (depth > DEEPEST_NESTING) fail('reason_phrase_brackets');
    const options = [parseSequence(depth)];
    while (source.charCodeAt(at) === Mark.bar) {
      at += 1;
      options.push(parseSequence(depth));
    }
    return options.length === 1 ? (options[0] as Phrase) : { kind: 'choice', options };
  }

  function parseSequence(depth: number): Phrase {
    const items: Phrase[] = [];
    for (;;) {
      while (isSpaceAt(at)) at += 1;
      if (isEndAt(at)) break;
      items.push(parseItem(depth));
    }
    if (items.length === 0) fail('reason_phrase_nothing');
    return items.length === 1 ? (items[0] as Phrase) : { kind: 'sequence', items };
  }

  /** Parts without white space between them: one word, a slot, or a word with alternatives inside. */
  function parseItem(depth: number): Phrase {
    const start = at;
    const only = parseOptional(depth);
    if (isEndAt(at) || isSpaceAt(at)) return isEnding(only) ? ANY_DENIED_VERB : only;
    const parts = [only];
    while (!isEndAt(at) && !isSpaceAt(at)) parts.push(parseOptional(depth));
    const spelled = spellings(parts);
    if (spelled === undefined) fail('reason_phrase_slot_alone', start);
    if (spelled.length > MOST_SPELLINGS) fail('reason_phrase_alternatives', start);
    const options = spelled
      .filter((text) => text.trim() !== '')
      .map((text): Phrase => ({ kind: 'words', text }));
    if (options.length === 1) return options[0] as Phrase;
    return { kind: 'choice', options };
  }

  function parseOptional(depth: number): Phrase {
    const item = parsePart(depth);
    if (source.charCodeAt(at) !== Mark.question) return item;
    at += 1;
    return { kind: 'optional', item };
  }

  function parsePart(depth: number): Phrase {
    const next = source[at];
    if (next === '(') return parseGroup(depth);
    if (next === '{') return parseConcept();
    if (next === '#') {
      at += 1;
      return { kind: 'number' };
    }
    if (next === '.' && source[at + 1] === '.') return parseGap();
    if (next === '=') {
      at += 1;
      return { kind: 'exact', text: parseText() };
    }
    if (next === '?' || next === '}') fail('reason_phrase_nothing_before', at, next);
    return { kind: 'words', text: parseText() };
  }

  function parseGroup(depth: number): Phrase {
    const start = at;
    at += 1;
    const inner = parseChoice(depth + 1);
    if (source[at] !== ')') fail('reason_phrase_bracket_open', start);
    at += 1;
    return inner;
  }

  function parseConcept(): Phrase {
    const start = at;
    const close = source.indexOf('}', at);
    if (close < 0) fail('reason_phrase_brace_open', start);
    const id = source.slice(at + 1, close).trim();
    if (!/^[a-z0-9][a-z0-9:/_-]*$/.test(id)) fail('reason_phrase_concept', start);
    at = close + 1;
    return { kind: 'concept', id };
  }

  function parseGap(): Phrase {
    const start = at;
    at += 2;
    let digits = '';
    while (source[at] !== undefined && /[0-9]/.test(source[at] as string)) {
      digits += source[at];
      at += 1;
    }
    const most = Number(digits);
    if (digits === '' || most < 1 || most > LONGEST_GAP)
      fail('reason_phrase_gap', start, LONGEST_GAP);
    return { kind: 'gap', most };
  }

  function parseText(): string {
    const start = at;
    let text = '';
    let from = at;
    for (; at < source.length; at += 1) {
      const code = source.charCodeAt(at);
      if (code === BACKSLASH) {
        text += source.slice(from, at);
        from = at + 1;
        at += 1;
        if (at >= source.length) fail('reason_phrase_backslash', start);
      } else if (HAS_MEANING[code] === 1) break;
    }
    text += source.slice(from, at);
    if (text === '') fail('reason_phrase_nothing', start);
    return text;
  }

  const phrase = parseChoice(0);
  if (at < source.length) fail('reason_phrase_bracket_closed');
  if (canBeEmpty(phrase)) fail('reason_phrase_matches_nothing', 0);
  return phrase;
}

/** Every way to write parts that are joined without white space; undefined when one is a slot. */
function spellings(parts: Phrase[]): string[] | undefined {
  let texts = [''];
  for (const part of parts) {
    const options = spell(part);
    if (options === undefined) return undefined;
    texts = texts.flatMap((text) => options.map((option) => text + option));
    if (texts.length > MOST_SPELLINGS) break;
  }
  return texts;
}

function spell(part: Phrase): string[] | undefined {
  switch (part.kind) {
    case 'words':
      return [part.text];
    case 'optional': {
      const options = spell(part.item);
      return options && [...options, ''];
    }
    case 'choice': {
      const options = part.options.map(spell);
      return options.some((option) => option === undefined)
        ? undefined
        : options.flatMap((option) => option ?? []);
    }
    case 'sequence': {
      const items = part.items.map(spell);
      if (items.some((item) => item === undefined)) return undefined;
      let texts = [''];
      for (const item of items) {
        texts = texts.flatMap((text) =>
          (item ?? []).map((next) =>
            text === '' || next === '' ? text + next : `${text} ${next}`,
          ),
        );
      }
      return texts;
    }
    default:
      return undefined;
  }
}

/** "n't" as a word of its own stands for every verb that ends so. */
const ENDING = "n't";
const ANY_DENIED_VERB: Phrase = {
  kind: 'choice',
  options: DENIED_VERBS.map((text) => ({ kind: 'words', text })),
};

function isEnding(phrase: Phrase): boolean {
  return phrase.kind === 'words' && phrase.text === ENDING;
}

function canBeEmpty(phrase: Phrase): boolean {
  switch (phrase.kind) {
    case 'gap':
    case 'optional':
      return true;
    case 'sequence':
      return phrase.items.every(canBeEmpty);
    case 'choice':
      return phrase.options.some(canBeEmpty);
    default:
      return false;
  }
}
