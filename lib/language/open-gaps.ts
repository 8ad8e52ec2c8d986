/**
 * The gaps that stand open on a walk through a text.
 *
 * A first part mostly opens several gaps at once, and a list of gaps that open together has a number.
 * For each list the latest places where it was opened are kept, and each gap of a list that may
 * still be open has its bit in `armed`: so what may follow here is found with a look at a few bits.
 */
import type { Alphabet } from './alphabet.ts';
import { LONGEST_GAP } from './phrase.ts';
import type { PhraseGraph } from './phrase-graph.ts';

/** First parts kept for each list: more of them within one gap's reach are the same words again. */
const KEPT = 3;
const LONG_AGO = -0x40000000;
const FIRST_LISTS = 1024;
/** Numbers that the tails of all symbols may take before room is made anew. */
const FIRST_ROOM = 1 << 16;

export interface OpenGaps {
  /** The number of a list of gaps, from 1; the same for the same list. */
  listOf(gaps: readonly number[]): number;
  /** Closes all gaps; from now on the distances are those of another text's tokens, at begin and end. */
  startText(distances: Int32Array, ends: Int32Array): void;
  /** Opens the gaps of a list for a phrase that began at `first` and whose part ended at `last`. */
  open(list: number, first: number, last: number): void;
  /**
   * Leaves armed what may still be open at a distance; false when nothing is. To be called where
   * `distance >= rearmAt`.
   */
  rearm(distance: number): boolean;
  rearmAt: number;
  /** For each gap a bit, set when it may be open; 32 to a number. */
  armed: Int32Array;
  /** The gap that each bit stands for. */
  gapAt: readonly number[];
  /**
   * The gaps whose second part may begin with a symbol: where in `tails` pairs of a place in `armed`
   * and bits begin, after the number of the pairs' numbers; -1 where `findTails` must look first.
   */
  tailsFrom: Int32Array;
  tails: Int32Array;
  /** Finds the tails of a symbol. */
  findTails(symbol: number): number;
  /**
   * Where the phrases began whose gap reaches to token `at`: fills `begun` and returns their number,
   * at most KEPT, of more those whose part ended last. The list is valid until the next call.
   */
  reaching(gap: number, at: number): number;
  readonly begun: Int32Array;
}

/** The gaps of a graph, none open, for one text after the other. */
export function createOpenGaps(graph: PhraseGraph, alphabet: Alphabet): OpenGaps {
  const { gaps } = graph;
  const numbers = new Map<string, number>();
  /** The gaps of each list, as pairs like those in `tails`. */
  const masks: Int32Array[] = [new Int32Array(0)];
  /** The lists that each gap is in. */
  const listsOf: number[][] = [];
  let distances: Int32Array = new Int32Array(0);
  let ends: Int32Array = new Int32Array(0);
  /** For each list, KEPT times where a phrase began and where its part ended, -1 for none. */
  let firsts = new Int32Array(FIRST_LISTS * KEPT);
  let lasts = new Int32Array(FIRST_LISTS * KEPT);
  let turns = new Uint8Array(FIRST_LISTS);
  /** The greatest distance at which a part that opens each list ended. */
  let latest = new Int32Array(FIRST_LISTS);
  /** Lists whose gaps are armed. */
  let listed = new Uint8Array(FIRST_LISTS);
  const armedLists: number[] = [];
  /** Gaps whose second part may begin with a label, as far as gaps are known. */
  const byLabel = new Map<number, number[]>();
  const bitOf: number[] = [];
  const gapAt: number[] = [];
  /** The latest bit for gaps that go on with a label; gaps that go on alike stand side by side. */
  const bitBy = new Map<number, number>();
  let words = 0;
  let known = 0;
  let used = 1;
  const begun = new Int32Array(KEPT);
  const begunLast = new Int32Array(KEPT);

  const open: OpenGaps = {
    begun,
    armed: new Int32Array(64),
    gapAt,
    // At first no symbol begins anything: at 0 stands an empty list.
    tailsFrom: new Int32Array(alphabet.size),
    tails: new Int32Array(FIRST_ROOM),
    findTails,
    rearmAt: 0,
    listOf(wanted) {
      const unique = [...new Set(wanted)].sort((a, b) => a - b);
      const key = unique.join(' ');
      const number = numbers.get(key);
      if (number !== undefined) return number;
      for (; known < gaps.length; known += 1) noteTail(known);
      const list = masks.push(pairsOf(unique)) - 1;
      numbers.set(key, list);
      for (const gap of unique) {
        listsOf[gap] ??= [];
        (listsOf[gap] as number[]).push(list);
      }
      if (list >= latest.length) enlargeLists();
      firsts.fill(-1, list * KEPT, (list + 1) * KEPT);
      latest[list] = LONG_AGO;
      return list;
    },
    startText(ofText, endsOfText) {
      distances = ofText;
      ends = endsOfText;
      firsts.fill(-1);
      latest.fill(LONG_AGO);
      disarm();
      open.rearmAt = LONGEST_GAP + 1;
    },
    open(list, first, last) {
      const turn = list * KEPT + (turns[list] as number);
      firsts[turn] = first;
      lasts[turn] = last;
      turns[list] = ((turns[list] as number) + 1) % KEPT;
      const distance = ends[last] as number;
      if (distance > (latest[list] as number)) latest[list] = distance;
      if (listed[list] === 0) {
        listed[list] = 1;
        armedLists.push(list);
        arm(list);
      }
    },
    rearm(distance) {
      const before = armedLists.slice();
      disarm();
      for (const list of before) {
        if (distance - (latest[list] as number) > LONGEST_GAP) continue;
        listed[list] = 1;
        armedLists.push(list);
        arm(list);
      }
      open.rearmAt = distance + LONGEST_GAP + 1;
      return armedLists.length > 0;
    },
    reaching,
  };
  return open;

  function arm(list: number): void {
    const { armed } = open;
    const mask = masks[list] as Int32Array;
    for (let i = 0; i < mask.length; i += 2) {
      const word = mask[i] as number;
      armed[word] = (armed[word] as number) | (mask[i + 1] as number);
    }
  }

  function disarm(): void {
    const { armed } = open;
    for (let l = 0; l < armedLists.length; l += 1) {
      const list = armedLists[l] as number;
      listed[list] = 0;
      const mask = masks[list] as Int32Array;
      for (let i = 0; i < mask.length; i += 2) armed[mask[i] as number] = 0;
    }
    armedLists.length = 0;
  }

  function reaching(gap: number, at: number): number {
    const { most } = gaps[gap] as { most: number };
    const here = distances[at] as number;
    let count = 0;
    for (const list of listsOf[gap] ?? []) {
      if (here - (latest[list] as number) > most) continue;
      for (let i = list * KEPT; i < (list + 1) * KEPT; i += 1) {
        const last = lasts[i] as number;
        if ((firsts[i] as number) < 0 || last >= at) continue;
        if (here - (ends[last] as number) > most) continue;
        count = keep(count, firsts[i] as number, last);
      }
    }
    return count;
  }

  /** Puts a begun phrase among the `count` so far, latest end first. */
  function keep(count: number, first: number, last: number): number {
    let place = Math.min(count, KEPT - 1);
    if (count === KEPT && (begunLast[place] as number) >= last) return count;
    for (; place > 0 && (begunLast[place - 1] as number) < last; place -= 1) {
      begun[place] = begun[place - 1] as number;
      begunLast[place] = begunLast[place - 1] as number;
    }
    begun[place] = first;
    begunLast[place] = last;
    return Math.min(count + 1, KEPT);
  }

  /** Notes with what a new gap's second part may begin; its symbols are looked at anew when they come. */
  function noteTail(gap: number): void {
    const { tail } = gaps[gap] as { tail: number };
    let common = 0;
    let most = 0;
    for (const label of graph.node(tail).edges.keys()) {
      const alike = byLabel.get(label) ?? [];
      if (alike.push(gap) === 1) byLabel.set(label, alike);
      if (alike.length > most) {
        most = alike.length;
        common = label;
      }
      for (const symbol of alphabet.symbolsOf(label)) open.tailsFrom[symbol] = -1;
    }
    bitOf[gap] = freeBit(common);
    gapAt[bitOf[gap] as number] = gap;
  }

  /** The bit behind the latest of a label, or the first of a new number. */
  function freeBit(label: number): number {
    const latest = bitBy.get(label) ?? -1;
    const inNew = (latest & 31) === 31;
    const bit = inNew ? words * 32 : latest + 1;
    bitBy.set(label, bit);
    if (inNew) words += 1;
    while (words > open.armed.length) open.armed = longer(open.armed);
    return bit;
  }

  function findTails(symbol: number): number {
    const found = new Set<number>();
    for (const label of alphabet.labelsOf(symbol))
      for (const gap of byLabel.get(label) ?? []) found.add(gap);
    const pairs = pairsOf([...found]);
    if (used + pairs.length + 1 > open.tails.length) {
      // Much of what stands there is out of date: what is still wanted is found anew.
      open.tailsFrom.fill(-1);
      open.tails = new Int32Array(
        Math.max(open.tails.length, ((gaps.length + 1) * FIRST_ROOM) >> 6),
      );
      used = 1;
    }
    const from = used;
    open.tails[from] = pairs.length;
    open.tails.set(pairs, from + 1);
    open.tailsFrom[symbol] = from;
    used += pairs.length + 1;
    return from;
  }

  /** Gaps as pairs of a place in `armed` and the bits there. */
  function pairsOf(some: readonly number[]): Int32Array {
    const masksAt = new Map<number, number>();
    for (const gap of some) {
      const bit = bitOf[gap] as number;
      masksAt.set(bit >> 5, (masksAt.get(bit >> 5) ?? 0) | (1 << (bit & 31)));
    }
    return Int32Array.from([...masksAt].flat());
  }

  function enlargeLists(): void {
    firsts = longer(firsts);
    lasts = longer(lasts);
    latest = longer(latest);
    const moreTurns = new Uint8Array(turns.length * 2);
    moreTurns.set(turns);
    turns = moreTurns;
    const moreListed = new Uint8Array(listed.length * 2);
    moreListed.set(listed);
    listed = moreListed;
  }
}

function longer(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
