/**
 * The assertion of each mention of a text: cue scopes, sections, forms and voices put together, sentence
 * by sentence, for those sentences that someone asks about.
 */

import type { Assertion, Presence, Reason, SectionKind, Subject, Time, Voice } from '../mention.ts';
import type { SectionSpan } from '../sections/sections.ts';
import { firstAtLeast } from '../sorted.ts';
import { type CompiledCue, CUE_GROUPS, CueGroup } from './cues.ts';
import type { FormReader } from './forms.ts';
import {
  createScopeReader,
  EFFECT_COUNT,
  EffectIndex,
  type MentionSpans,
  type Reached,
  type ScopeReader,
} from './scopes.ts';
import {
  countWords,
  type FrameInput,
  findCuesOf,
  frameSentences,
  type SentenceFrames,
} from './sentence-frames.ts';
import type { SentenceVoice } from './voice.ts';

export interface AssertionInput extends FrameInput {
  forms: FormReader;
  /** Ids of "and", "or", "nor". */
  conjunctions: ReadonlySet<number>;
}

/** How the mention at an index is meant; its sentence is read when the first of its mentions is asked for. */
export type AssertionOf = (mention: number) => Assertion;

/**
 * Prepares a text for any number of sets of mentions. Whatever is asked, and in whatever order, the
 * work is linear in tokens, cues and mentions.
 */
export function createAssertionReader(input: AssertionInput): (of: MentionSpans) => AssertionOf {
  const words = countWords(input.tokens);
  const frames = frameSentences(input, words);
  const scopes = createScopeReader(input.tokens, input.cues, input.conjunctions, words);
  return (mentions) => assertionsOf(input, mentions, frames, words, scopes);
}

function assertionsOf(
  input: AssertionInput,
  mentions: MentionSpans,
  frames: SentenceFrames,
  words: Int32Array,
  scopes: ScopeReader,
): AssertionOf {
  const { tokens, sentences, sections, cues } = input;
  const mentionCount = mentions.first.length;
  const assertions = new Array<Assertion | undefined>(mentionCount);
  /** The sentence that is read: its cues by group, its section and the denial that leads it. */
  const hits = new Int32Array(CUE_GROUPS);
  let section = 0;
  let lead = -1;

  return (mention) => {
    let known = assertions[mention];
    if (known === undefined) {
      const token = mentions.first[mention] as number;
      readSentence(firstAtLeast(sentences.first, sentences.count, token + 1) - 1);
      known = assertions[mention] as Assertion;
    }
    return known;
  };

  function readSentence(s: number): void {
    const a = sentences.first[s] as number;
    const b = s + 1 < sentences.count ? (sentences.first[s + 1] as number) : tokens.count;
    const next = s + 2 < sentences.count ? (sentences.first[s + 2] as number) : tokens.count;
    const cueFrom = frames.cueFrom[s] as number;
    const cueTo = frames.cueFrom[s + 1] as number;
    const from = firstAtLeast(mentions.first, mentionCount, a);
    const to = firstAtLeast(mentions.first, mentionCount, b);
    findCuesOf(cues, cueFrom, cueTo, hits);
    section = input.sectionOf[s] as number;
    lead = frames.lead[s] as number;
    const kind = (sections[section] as SectionSpan).kind;
    const voice = frames.voice[s] as SentenceVoice;
    input.forms.enter(a, b);
    const reached = scopes.sweep(mentions, a, b, cueFrom, cueTo, from, to);
    let inText: Assertion | undefined;
    let inHeading: Assertion | undefined;
    let cue = cueFrom;
    for (let m = from; m < to; m += 1) {
      const first = mentions.first[m] as number;
      const alike = sameSpan(m, from);
      if (alike >= 0) {
        assertions[m] = assertions[alike];
        continue;
      }
      while (cue < cueTo && (cues.first[cue] as number) < first) cue += 1;
      const startsWithCue = cue < cueTo && cues.first[cue] === first;
      if (reached !== undefined && (reached.touched[m - from] === 1 || startsWithCue)) {
        assertions[m] = decide(m, (m - from) * EFFECT_COUNT, reached, voice, kind, a, b, next);
      } else if (input.forms.read(a, b, next, first, mentions.last[m] as number) || lead >= 0) {
        assertions[m] = decide(m, 0, UNREACHED, voice, kind, a, b, next);
      } else if (inBody(m)) {
        // What no cue and no form reaches is meant as the sentence is: one assertion for all.
        inText ??= decide(m, 0, UNREACHED, voice, kind, a, b, next);
        assertions[m] = inText;
      } else {
        inHeading ??= decide(m, 0, UNREACHED, voice, kind, a, b, next);
        assertions[m] = inHeading;
      }
    }
  }

  /** The mention before `mention`, back to `from`, that covers the same tokens: it is meant alike. -1 for none. */
  function sameSpan(mention: number, from: number): number {
    const { first, last } = mentions;
    for (let m = mention - 1; m >= from && first[m] === first[mention]; m -= 1) {
      if (last[m] === last[mention]) return m;
    }
    return -1;
  }

  function decide(
    mention: number,
    row: number,
    reached: Reached,
    voice: SentenceVoice,
    kind: SectionKind,
    a: number,
    b: number,
    next: number,
  ): Assertion {
    const because: Reason[] = [];
    const first = mentions.first[mention] as number;
    const last = mentions.last[mention] as number;
    const speaker = voiceOf(row, mention, reached, voice, kind, because);
    const conclusion = hits[CueGroup.conclusion] as number;
    const presence = presenceOf(
      row,
      mention,
      reached,
      because,
      input.forms.read(a, b, next, first, last),
      conclusion,
      last,
    );
    const time = timeOf(row, reached, because, kind, mention, speaker === 'guideline');
    const subject = subjectOf(row, reached, because, kind, mention);
    return because.length === 0 ? PLAIN : { presence, time, subject, voice: speaker, because };
  }

  function presenceOf(
    row: number,
    mention: number,
    reached: Reached,
    because: Reason[],
    form: ReturnType<FormReader['read']>,
    conclusion: number,
    last: number,
  ): Presence {
    const empty = form?.answer === 'open' && form.first < 0;
    // A heading is no question that was left open.
    if (form !== undefined && (!empty || inBody(mention))) {
      // "He is free of pain? No.": denied, and denied in itself
      const isDoubled = form.answer === 'no' && form.first > last && isDeniedWithin(row, reached);
      const presence = isDoubled ? 'possible' : PRESENCE_OF_ANSWER[form.answer];
      const whole = form.answer === 'no' && form.first > last;
      because.push({ ...formReason(form.first, form.last), ...(whole && { whole }) });
      return presence;
    }
    if (hit(reached, row, EffectIndex.conditional)) {
      because.push(cueReason('presence', reached, row, EffectIndex.conditional));
      return 'conditional';
    }
    const effect = nearest(reached, row, [
      EffectIndex.negated,
      EffectIndex.possible,
      EffectIndex.affirmed,
    ]);
    if (effect < 0 && lead >= 0) {
      const last = cues.last[lead] as number;
      const denial = span(cues.first[lead] as number, last);
      const distance =
        (words[mentions.first[mention] as number] as number) - (words[last + 1] as number);
      because.push({ axis: 'presence', by: 'cue', ...denial, distance });
      return 'negated';
    }
    if (effect < 0 || effect === EffectIndex.affirmed) return 'affirmed';
    if (
      effect === EffectIndex.negated &&
      overlap(reached.cue[row + effect] as number, conclusion)
    ) {
      // "The request is denied" denies no finding.
      return 'affirmed';
    }
    because.push(cueReason('presence', reached, row, effect));
    const isDenied = effect === EffectIndex.negated && reached.doubled[row / EFFECT_COUNT] !== 1;
    return isDenied ? 'negated' : 'possible';
  }

  /** Whether a denial in its own sentence stands nearest. */
  function isDeniedWithin(row: number, reached: Reached): boolean {
    const nearestOf = [EffectIndex.negated, EffectIndex.possible, EffectIndex.affirmed];
    return nearest(reached, row, nearestOf) === EffectIndex.negated;
  }

  function timeOf(
    row: number,
    reached: Reached,
    because: Reason[],
    kind: SectionKind,
    mention: number,
    rule: boolean,
  ): Time {
    const effect = nearest(reached, row, [EffectIndex.past, EffectIndex.planned]);
    if (
      effect >= 0 &&
      !isPartOfDenial(row, reached, effect) &&
      !isBehindCondition(row, reached, effect) &&
      !(rule && effect === EffectIndex.planned)
    ) {
      because.push(cueReason('time', reached, row, effect));
      return effect === EffectIndex.past ? 'past' : 'planned';
    }
    const own = timeWithin(mention);
    if (own !== undefined) {
      because.push(own.reason);
      return own.time;
    }
    if (PAST_SECTIONS.has(kind) && inBody(mention)) {
      because.push(reasonOfSection('time'));
      return 'past';
    }
    const plans = (kind === 'plan' || kind === 'request') && !rule;
    if (plans && (hits[CueGroup.done] as number) < 0 && inBody(mention)) {
      because.push(reasonOfSection('time'));
      return 'planned';
    }
    return 'current';
  }

  /** "Has not been tried" speaks of no past: its "tried" belongs to the denial. */
  function isPartOfDenial(row: number, reached: Reached, effect: number): boolean {
    const time = reached.cue[row + effect] as number;
    const denial = reached.cue[row + EffectIndex.negated] as number;
    if (denial < 0 || denial === time) return false;
    return !(cues.cue[denial] as CompiledCue).effects.includes(effect) && overlap(time, denial);
  }

  /** "Return if pain recurs": the condition stands between the plan and the pain. */
  function isBehindCondition(row: number, reached: Reached, effect: number): boolean {
    const time = reached.cue[row + effect] as number;
    const condition = reached.cue[row + EffectIndex.conditional] as number;
    if (condition < 0 || (reached.distance[row + effect] as number) < 0) return false;
    return (cues.first[time] as number) < (cues.first[condition] as number);
  }

  /** Whether two cues share a token; false when there is none. */
  function overlap(x: number, y: number): boolean {
    if (x < 0 || y < 0) return false;
    return (
      (cues.first[x] as number) <= (cues.last[y] as number) &&
      (cues.first[y] as number) <= (cues.last[x] as number)
    );
  }

  /** A mention that holds its own time: "s/p fusion", "history of falls". */
  function timeWithin(mention: number): { time: Time; reason: Reason } | undefined {
    const first = mentions.first[mention] as number;
    for (
      let c = firstAtLeast(cues.first, cues.count, first);
      c < cues.count && cues.first[c] === first;
      c += 1
    ) {
      const cue = cues.cue[c] as CompiledCue;
      if (!cue.after || (cues.last[c] as number) >= (mentions.last[mention] as number)) continue;
      if (!cue.effects.includes(EffectIndex.past)) continue;
      return {
        time: 'past',
        reason: {
          axis: 'time',
          by: 'cue',
          ...span(cues.first[c] as number, cues.last[c] as number),
        },
      };
    }
    return undefined;
  }

  function subjectOf(
    row: number,
    reached: Reached,
    because: Reason[],
    kind: SectionKind,
    mention: number,
  ): Subject {
    if (hit(reached, row, EffectIndex.other)) {
      because.push(cueReason('subject', reached, row, EffectIndex.other));
      return 'other';
    }
    if (kind === 'family-history' && inBody(mention)) {
      because.push(reasonOfSection('subject'));
      return 'other';
    }
    return 'patient';
  }

  function voiceOf(
    row: number,
    mention: number,
    reached: Reached,
    voice: SentenceVoice,
    kind: SectionKind,
    because: Reason[],
  ): Voice {
    if (hit(reached, row, EffectIndex.reviewer) && !isExamined(row, reached, kind)) {
      because.push(cueReason('voice', reached, row, EffectIndex.reviewer));
      return 'reviewer';
    }
    const claim = claimAround(mention);
    if (claim >= 0 && voice.voice === 'record') {
      const words = span(cues.first[claim] as number, cues.last[claim] as number);
      because.push({ axis: 'voice', by: 'cue', ...words });
      return 'reviewer';
    }
    if (voice.voice !== 'record') {
      because.push(
        voice.cue < 0
          ? reasonOfSection('voice')
          : {
              axis: 'voice',
              by: 'cue',
              ...span(cues.first[voice.cue] as number, cues.last[voice.cue] as number),
            },
      );
    }
    return voice.voice;
  }

  /** The claim that a mention is the beginning of: "no twitch" in "no twitch is documented". -1 for none. */
  function claimAround(mention: number): number {
    const first = mentions.first[mention] as number;
    let c = firstAtLeast(cues.first, cues.count, first);
    for (; c < cues.count && cues.first[c] === first; c += 1) {
      const { around } = cues.cue[c] as CompiledCue;
      if (around && (cues.last[c] as number) > (mentions.last[mention] as number)) return c;
    }
    return -1;
  }

  /** "No objective evidence of" is the examiner's own among findings, or after "on exam". */
  function isExamined(row: number, reached: Reached, kind: SectionKind): boolean {
    const claim = reached.cue[row + EffectIndex.reviewer] as number;
    if (!(cues.cue[claim] as CompiledCue).examined) return false;
    if ((hits[CueGroup.recorded] as number) >= 0) return false;
    const seen = hits[CueGroup.examined] as number;
    const opensSentence = seen >= 0 && (cues.first[seen] as number) < (cues.first[claim] as number);
    return EXAMINED_SECTIONS.has(kind) || opensSentence;
  }

  /** Whether a mention stands behind its section's heading. */
  function inBody(mention: number): boolean {
    return (mentions.first[mention] as number) >= (sections[section] as SectionSpan).body;
  }

  function reasonOfSection(axis: Reason['axis']): Reason {
    const { titleFirst, titleEnd } = sections[section] as SectionSpan;
    return { axis, by: 'section', ...span(titleFirst, Math.max(titleFirst, titleEnd - 1)) };
  }

  function formReason(first: number, last: number): Reason {
    if (first < 0) return { axis: 'presence', by: 'form', words: '', start: 0, end: 0 };
    return { axis: 'presence', by: 'form', ...span(first, last) };
  }

  function cueReason(axis: Reason['axis'], reached: Reached, row: number, effect: number): Reason {
    const cue = reached.cue[row + effect] as number;
    return {
      axis,
      by: 'cue',
      ...span(cues.first[cue] as number, cues.last[cue] as number),
      distance: reached.distance[row + effect] as number,
      ...((cues.cue[cue] as CompiledCue).whole && { whole: true }),
    };
  }

  function span(first: number, last: number): { words: string; start: number; end: number } {
    const start = tokens.start[first] as number;
    const end = tokens.end[last] as number;
    return { words: tokens.text.slice(start, end), start, end };
  }
}

/** No cue reaches the mention. */
const UNREACHED: Reached = {
  cue: new Int32Array(EFFECT_COUNT).fill(-1),
  distance: new Int32Array(EFFECT_COUNT),
  touched: new Uint8Array(1),
  doubled: new Uint8Array(1),
};

/** What nothing decided, one for all. */
const PLAIN: Assertion = Object.freeze({
  presence: 'affirmed',
  time: 'current',
  subject: 'patient',
  voice: 'record',
  because: [],
});

/** What stands in these was before. */
const PAST_SECTIONS: ReadonlySet<SectionKind> = new Set([
  'history',
  'family-history',
  'treatment-to-date',
]);

/** What stands in these was seen of the patient. */
const EXAMINED_SECTIONS: ReadonlySet<SectionKind> = new Set(['exam', 'tests', 'subjective']);

const PRESENCE_OF_ANSWER = {
  yes: 'affirmed',
  no: 'negated',
  open: 'conditional',
  maybe: 'possible',
} as const;

function hit(reached: Reached, row: number, effect: number): boolean {
  return (reached.cue[row + effect] as number) >= 0;
}

/** The effect whose cue is nearest; of equals the first. -1 when none reaches. */
function nearest(reached: Reached, row: number, effects: readonly number[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const effect of effects) {
    if (!hit(reached, row, effect)) continue;
    const signed = reached.distance[row + effect] as number;
    const distance = signed < 0 ? -signed - 1 : signed;
    if (distance < least) {
      best = effect;
      least = distance;
    }
  }
  return best;
}
