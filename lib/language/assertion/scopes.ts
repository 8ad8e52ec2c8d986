/**
 * Which cues reach which mentions of one sentence: one sweep ahead and one back, each with the cue
 * that is open for every effect. Linear in tokens, cues and mentions together.
 */
import { Mark } from '../marks.ts';
import { Gap, TokenKind, type Tokens } from '../tokens.ts';
import { EFFECTS } from './cue.ts';
import { type CompiledCue, CueGroup } from './cues.ts';

/** Cues found in a text, as columns sorted by first token. */
export interface CueMatches {
  count: number;
  cue: CompiledCue[];
  first: Int32Array;
  last: Int32Array;
}

/** Mentions to be judged, as columns sorted by first token. */
export interface MentionSpans {
  first: Int32Array;
  last: Int32Array;
}

export const EFFECT_COUNT = EFFECTS.length;
/** Index in EFFECTS of each effect. */
export const EffectIndex = {
  affirmed: 0,
  negated: 1,
  possible: 2,
  conditional: 3,
  past: 4,
  planned: 5,
  other: 6,
  reviewer: 7,
} as const;

/** What reached the mentions of the sentence last swept; row `m - from` holds one slot an effect. */
export interface Reached {
  /** Index of the cue, -1 when none reaches. */
  cue: Int32Array;
  /** Words between; negative when the cue stands behind the mention. */
  distance: Int32Array;
  /** 1 for each mention that a cue reaches. */
  touched: Uint8Array;
  /** 1 for each that its statement denies and that is denied in it: "not true that he is free of pain". */
  doubled: Uint8Array;
}

export interface ScopeReader {
  /**
   * Sweeps tokens `[a, b)` with cues `[cueFrom, cueTo)` and of `mentions` those in `[from, to)`. The
   * result is valid until the next call; undefined where no cue looks for mentions.
   */
  sweep(
    mentions: MentionSpans,
    a: number,
    b: number,
    cueFrom: number,
    cueTo: number,
    from: number,
    to: number,
  ): Reached | undefined;
}

const NO_MENTIONS: MentionSpans = { first: new Int32Array(0), last: new Int32Array(0) };

/** A denial after a comma has a subject of its own where so few tokens stand between. */
const OWN_SUBJECT = 4;

/**
 * Reads the scopes of one text. `conjunctions` are the ids of "and", "or", "nor"; `words` counts words as
 * `countWords` does.
 */
export function createScopeReader(
  tokens: Tokens,
  cues: CueMatches,
  conjunctions: ReadonlySet<number>,
  words: Int32Array,
): ScopeReader {
  /** Those that the sweep is for. */
  let mentions: MentionSpans = NO_MENTIONS;
  const active = new Int32Array(EFFECT_COUNT);
  /** A bit for each effect that a cue was opened for since the sweep began. */
  let opened = 0;
  /** 1 for an effect that is cut to the next comma. */
  const shaded = new Uint8Array(EFFECT_COUNT);
  /** For `either` and `ending` cues: 1 when they look back. */
  const backward = new Uint8Array(cues.count);
  let cueAt = new Int32Array(64 * EFFECT_COUNT);
  let distanceAt = new Int32Array(64 * EFFECT_COUNT);
  let touched = new Uint8Array(64);
  let doubled = new Uint8Array(64);
  /** The denial of the whole statement that a narrower one stands in; -1 for none. */
  let outer = -1;

  function record(mention: number, from: number, behind: boolean): void {
    if (opened === 0) return;
    const row = (mention - from) * EFFECT_COUNT;
    for (let effect = 0; effect < EFFECT_COUNT; effect += 1) {
      const index = active[effect] as number;
      if (index < 0 || (shaded[effect] === 1 && !behind)) continue;
      const distance = behind
        ? between(mentions.last[mention] as number, cues.first[index] as number)
        : between(cues.last[index] as number, mentions.first[mention] as number);
      if (distance > (cues.cue[index] as CompiledCue).reach) continue;
      const known = cueAt[row + effect] as number;
      if (effect === EffectIndex.negated && deniesDenial(index, known, behind))
        doubled[mention - from] = 1;
      if (known >= 0 && Math.abs(distanceAt[row + effect] as number) <= distance) continue;
      cueAt[row + effect] = index;
      touched[mention - from] = 1;
      // A cue right behind its mention has distance -1, so that the sign tells the side.
      distanceAt[row + effect] = behind ? -distance - 1 : distance;
    }
  }

  /** Whether one of two denials is of the whole statement, and the other stands in it. */
  function deniesDenial(index: number, known: number, behind: boolean): boolean {
    if (!behind) return outer >= 0 && outer !== index;
    return known >= 0 && known !== index && isWhole(known) !== isWhole(index);
  }

  function isWhole(index: number): boolean {
    return (cues.cue[index] as CompiledCue).whole;
  }

  /** Words strictly between two tokens. */
  function between(left: number, right: number): number {
    return right <= left ? 0 : (words[right] as number) - (words[left + 1] as number);
  }

  function cut(cue: CompiledCue, first: number, last: number): void {
    for (const effect of cue.cuts) {
      const index = active[effect] as number;
      if (index < 0) continue;
      // A word of the cue itself does not end it.
      if (first <= (cues.last[index] as number) && last >= (cues.first[index] as number)) continue;
      if (cue.weak && (cues.cue[index] as CompiledCue).wide) continue;
      if (cue.pronoun && (cues.cue[index] as CompiledCue).firm) continue;
      if (cue.shades) shaded[effect] = 1;
      else close(effect);
    }
  }

  function close(effect: number): void {
    active[effect] = -1;
    if (effect === EffectIndex.negated) outer = -1;
  }

  function open(index: number, cue: CompiledCue): void {
    for (const effect of cue.effects) {
      opened |= 1 << effect;
      const before = active[effect] as number;
      if (effect === EffectIndex.negated && before >= 0 && isWhole(before) && !cue.whole)
        outer = before;
      active[effect] = index;
      shaded[effect] = 0;
    }
  }

  /** A colon ends what was said before it, unless it stands right after the cue ("Denies: ..."). */
  function closeBeforeColon(colon: number): void {
    for (let effect = 0; effect < EFFECT_COUNT; effect += 1) {
      const index = active[effect] as number;
      if (index < 0 || (cues.cue[index] as CompiledCue).wide) continue;
      if ((cues.last[index] as number) < colon - 1) close(effect);
    }
  }

  /** A mark or a cell's end at `token` that closes scopes, but not that of a cue it is part of. */
  function closeAll(token: number): void {
    for (let effect = 0; effect < EFFECT_COUNT; effect += 1) {
      if (effect === EffectIndex.other || effect === EffectIndex.reviewer) continue;
      const index = active[effect] as number;
      if (index < 0) continue;
      const inside =
        (cues.first[index] as number) <= token && token <= (cues.last[index] as number);
      if (!inside) close(effect);
    }
  }

  function closeClauses(): void {
    for (let effect = 0; effect < EFFECT_COUNT; effect += 1) {
      const index = active[effect] as number;
      if (index >= 0 && (cues.cue[index] as CompiledCue).clause) active[effect] = -1;
    }
  }

  /**
   * What is said in brackets ends with them: "medicines (names not listed), and two injections". Alone in
   * them it is a sign for what follows: "(neg) SLR".
   */
  function closeBracket(opening: number, closing: number): void {
    for (let effect = 0; effect < EFFECT_COUNT; effect += 1) {
      const index = active[effect] as number;
      if (index < 0) continue;
      const first = cues.first[index] as number;
      const last = cues.last[index] as number;
      const isAlone = first === opening + 1 && last === closing - 1;
      if (first > opening && last < closing && !isAlone) active[effect] = -1;
    }
  }

  /** "CRPS (fracture ruled out)": what has its own subject in brackets says nothing of what stands before them. */
  function closeOpening(opening: number, closing: number): void {
    for (let effect = 0; effect < EFFECT_COUNT; effect += 1) {
      const index = active[effect] as number;
      if (index < 0 || (closing >= 0 && (cues.first[index] as number) > closing)) continue;
      if ((cues.first[index] as number) > opening + 1) active[effect] = -1;
    }
  }

  /** The first token of the last words in a sentence for what will be done; -1 where there are none. */
  function lastFuture(cueFrom: number, cueTo: number): number {
    for (let index = cueTo - 1; index >= cueFrom; index -= 1)
      if ((cues.cue[index] as CompiledCue).group === CueGroup.future)
        return cues.first[index] as number;
    return -1;
  }

  /** Whether a mention ends just before `token`, with no mark between. */
  function isBeside(lastMention: number, token: number, lastMark: number): boolean {
    return (
      lastMention >= 0 &&
      lastMention < token &&
      between(lastMention, token) <= 2 &&
      lastMark <= lastMention
    );
  }

  function opensQuote(token: number, b: number): boolean {
    const mark = token < b ? codeOfMark(tokens, token) : 0;
    return mark === Mark.quote;
  }

  /** Whether nothing but a mark follows token `last` in its clause. */
  function endsClause(last: number, b: number): boolean {
    return last + 1 >= b || tokens.kind[last + 1] === TokenKind.mark;
  }

  function sweepAhead(
    a: number,
    b: number,
    cueFrom: number,
    cueTo: number,
    from: number,
    to: number,
  ): void {
    active.fill(-1);
    outer = -1;
    opened = 0;
    shaded.fill(0);
    const future = lastFuture(cueFrom, cueTo);
    let nextCue = cueFrom;
    let nextMention = from;
    let lastMention = -1;
    let lastMark = -1;
    let bracket = -1;
    let quote = -1;
    for (let token = a; token < b; token += 1) {
      if (
        token > a &&
        tokens.gap[token] === Gap.tab &&
        codeOfMark(tokens, token - 1) !== Mark.colon
      ) {
        closeAll(token);
        lastMark = token - 1;
      }
      while (nextMention < to && mentions.first[nextMention] === token) {
        record(nextMention, from, false);
        if ((mentions.last[nextMention] as number) > lastMention)
          lastMention = mentions.last[nextMention] as number;
        nextMention += 1;
      }
      while (nextCue < cueTo && cues.first[nextCue] === token) {
        const cue = cues.cue[nextCue] as CompiledCue;
        if (cue.cuts.length > 0) cut(cue, token, cues.last[nextCue] as number);
        if (cue.given && future <= token) {
          nextCue += 1;
          continue;
        }
        if (cue.placed) {
          const behind = cue.either
            ? isBeside(lastMention, token, lastMark) || endsClause(cues.last[nextCue] as number, b)
            : cue.ending
              ? endsClause(cues.last[nextCue] as number, b)
              : token > a && codeOfMark(tokens, token - 1) !== Mark.colon;
          backward[nextCue] = behind ? 1 : 0;
          if (!behind) open(nextCue, cue);
        } else if (cue.after) open(nextCue, cue);
        nextCue += 1;
      }
      if (tokens.kind[token] !== TokenKind.mark) continue;
      const mark = codeOfMark(tokens, token);
      if (mark === Mark.semicolon || mark === Mark.bar || isSpacedDash(tokens, token, a, b))
        closeAll(token);
      // No twitch, "trapezius tight, multiple trigger points": what is quoted next stands for itself.
      else if (mark === Mark.comma && opensQuote(token + 1, b)) closeAll(token);
      else if (mark === Mark.comma) {
        closeClauses();
        shaded.fill(0);
      } else if (mark === Mark.colon) closeBeforeColon(token);
      else if (mark === Mark.open) bracket = token;
      else if (mark === Mark.close && bracket >= 0) {
        closeBracket(bracket, token);
        bracket = -1;
      } else if (mark === Mark.quote) {
        // "I did not get a twitch" should read "I did": what is said in quotes ends with them
        if (quote >= 0) closeBracket(quote, token);
        quote = quote >= 0 ? -1 : token;
      } else if (mark === Mark.slash || mark === Mark.hyphen) continue;
      lastMark = token;
    }
  }

  function sweepBack(
    a: number,
    b: number,
    cueFrom: number,
    cueTo: number,
    from: number,
    to: number,
  ): void {
    active.fill(-1);
    outer = -1;
    opened = 0;
    let nextCue = cueTo - 1;
    let joined = false;
    let inserted = false;
    let openedAt = -1;
    const closings: number[] = [];
    const order = byLast(from, to);
    let next = order.length - 1;
    for (let token = b - 1; token >= a; token -= 1) {
      while (next >= 0 && mentions.last[order[next] as number] === token) {
        record(order[next] as number, from, true);
        next -= 1;
      }
      while (nextCue >= cueFrom && (cues.first[nextCue] as number) > token) nextCue -= 1;
      while (nextCue >= cueFrom && cues.first[nextCue] === token) {
        const cue = cues.cue[nextCue] as CompiledCue;
        if (cue.cuts.length > 0) cut(cue, token, cues.last[nextCue] as number);
        if (cue.before || backward[nextCue] === 1) {
          open(nextCue, cue);
          joined = false;
          inserted = false;
          openedAt = token;
        }
        nextCue -= 1;
      }
      if (opened === 0) continue;
      if (conjunctions.has(tokens.word[token] as number)) joined = true;
      if (tokens.gap[token] === Gap.tab) closeAll(token - 1);
      if (tokens.kind[token] !== TokenKind.mark) continue;
      const mark = codeOfMark(tokens, token);
      if (
        mark === Mark.semicolon ||
        mark === Mark.bar ||
        mark === Mark.colon ||
        isSpacedDash(tokens, token, a, b)
      )
        closeAll(token);
      else if (mark === Mark.close) closings.push(token);
      else if (mark === Mark.open) closeOpening(token, closings.pop() ?? -1);
      // A cue behind a list reaches the whole list ("rales, rhonchi and wheezes are absent"), and
      // over no other comma but the one right before it.
      else if (mark === Mark.comma) {
        if (joined) closeClauses();
        else if (openedAt - token > 1) closeNarrow();
        // "A twitch, as is called for, is not documented": what stands between commas is no subject.
        else inserted = true;
        // "Oxazepam found, source not discussed": it has a subject of its own.
        if (!joined && !inserted && openedAt - token <= OWN_SUBJECT) active.fill(-1);
      }
    }
  }

  function closeNarrow(): void {
    for (let effect = 0; effect < EFFECT_COUNT; effect += 1) {
      const index = active[effect] as number;
      if (index >= 0 && !(cues.cue[index] as CompiledCue).wide) active[effect] = -1;
    }
  }

  /** The mentions in the order of their last tokens. */
  function byLast(from: number, to: number): Int32Array {
    const order = new Int32Array(to - from);
    let sorted = true;
    for (let i = 0; i < order.length; i += 1) {
      order[i] = from + i;
      if (i > 0 && (mentions.last[from + i] as number) < (mentions.last[from + i - 1] as number))
        sorted = false;
    }
    return sorted
      ? order
      : order.sort((x, y) => (mentions.last[x] as number) - (mentions.last[y] as number));
  }

  return {
    sweep(swept, a, b, cueFrom, cueTo, from, to) {
      mentions = swept;
      let ahead = false;
      let back = false;
      for (let index = cueFrom; index < cueTo; index += 1) {
        const cue = cues.cue[index] as CompiledCue;
        ahead ||= cue.after || cue.placed;
        back ||= cue.before || cue.placed;
      }
      if (!ahead && !back) return undefined;
      const size = (to - from) * EFFECT_COUNT;
      if (size > cueAt.length) {
        cueAt = new Int32Array(size * 2);
        distanceAt = new Int32Array(size * 2);
        touched = new Uint8Array((to - from) * 2);
        doubled = new Uint8Array((to - from) * 2);
      }
      cueAt.fill(-1, 0, size);
      touched.fill(0, 0, to - from);
      doubled.fill(0, 0, to - from);
      sweepAhead(a, b, cueFrom, cueTo, from, to);
      if (back) sweepBack(a, b, cueFrom, cueTo, from, to);
      return { cue: cueAt, distance: distanceAt, touched, doubled };
    },
  };
}

function codeOfMark(tokens: Tokens, token: number): number {
  return tokens.kind[token] === TokenKind.mark
    ? tokens.text.charCodeAt(tokens.start[token] as number)
    : 0;
}

/** A dash with space on both sides, which parts clauses: "meds - stopped". */
function isSpacedDash(tokens: Tokens, token: number, a: number, b: number): boolean {
  const code = codeOfMark(tokens, token);
  if (code !== Mark.hyphen && code !== 0x2013 && code !== 0x2014) return false;
  if (code === 0x2014) return true;
  return (
    token > a &&
    token + 1 < b &&
    tokens.gap[token] !== Gap.none &&
    tokens.gap[token + 1] !== Gap.none
  );
}
