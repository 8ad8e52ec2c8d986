/** All cue tables as patterns for the automaton, and what each pattern does, as numbers. */
import type { Pattern } from '../automaton.ts';
import { CUE_WORDS, type CueRow, EFFECTS, type Effect, phrasesOfRow } from './cue.ts';
import {
  NO_ANCHOR_PHRASES,
  NO_GUIDELINE_PHRASES,
  NO_WEAK_GUIDELINE_PHRASES,
  STRONG_ANCHOR_PHRASES,
  STRONG_GUIDELINE_PHRASES,
  WEAK_ANCHOR_PHRASES,
  WEAK_GUIDELINE_PHRASES,
} from './guideline-cues.ts';
import { NEGATION_CUES } from './negation-cues.ts';
import { FUTURE_PHRASES, POSSIBILITY_CUES } from './possibility-cues.ts';
import {
  CONCLUSION_PHRASES,
  EXAMINED_PHRASES,
  NO_CONCLUSION_PHRASES,
  RECORDED_PHRASES,
  REVIEWER_CUES,
} from './reviewer-cues.ts';
import { CLAUSE_CUTS, SCOPE_CUTS } from './scope-cuts.ts';
import { STATEMENT_CUES } from './statement-cues.ts';
import { SUBJECT_CUES } from './subject-cues.ts';
import { DONE_PHRASES, TIME_CUES } from './time-cues.ts';

/** Groups of cues: within one the longest wins at each place. */
export const CueGroup = {
  presence: 0,
  time: 1,
  subject: 2,
  conclusion: 3,
  strongGuideline: 4,
  weakGuideline: 5,
  strongAnchor: 6,
  weakAnchor: 7,
  done: 8,
  examined: 9,
  recorded: 10,
  clause: 11,
  future: 12,
} as const;

export const CUE_GROUPS = 13;

/** A cue as the sweeps read it. */
export interface CompiledCue {
  group: number;
  /** Indices into EFFECTS. */
  effects: readonly number[];
  cuts: readonly number[];
  after: boolean;
  before: boolean;
  /** Looks ahead or back by its place: one of the three below. */
  placed: boolean;
  either: boolean;
  ending: boolean;
  opening: boolean;
  idle: boolean;
  wide: boolean;
  weak: boolean;
  clause: boolean;
  shades: boolean;
  examined: boolean;
  around: boolean;
  whole: boolean;
  firm: boolean;
  pronoun: boolean;
  given: boolean;
  reach: number;
}

/** The farthest a cue of each effect looks, in words. */
const USUAL_REACH: Readonly<Record<Effect, number>> = {
  affirmed: 3,
  negated: 120,
  possible: 14,
  conditional: 40,
  past: 16,
  planned: 14,
  other: 25,
  reviewer: 40,
};
const WIDE_REACH = 60;

const TABLES: readonly (readonly [number, readonly CueRow[]])[] = [
  [
    CueGroup.presence,
    [...REVIEWER_CUES, ...NEGATION_CUES, ...POSSIBILITY_CUES, ...STATEMENT_CUES, ...SCOPE_CUTS],
  ],
  [CueGroup.clause, CLAUSE_CUTS],
  [CueGroup.time, TIME_CUES],
  [CueGroup.subject, SUBJECT_CUES],
  [
    CueGroup.conclusion,
    [{ idle: true, phrases: NO_CONCLUSION_PHRASES }, { phrases: CONCLUSION_PHRASES }],
  ],
  [
    CueGroup.strongGuideline,
    [{ phrases: STRONG_GUIDELINE_PHRASES }, { idle: true, phrases: NO_GUIDELINE_PHRASES }],
  ],
  [
    CueGroup.weakGuideline,
    [{ phrases: WEAK_GUIDELINE_PHRASES }, { idle: true, phrases: NO_WEAK_GUIDELINE_PHRASES }],
  ],
  [
    CueGroup.strongAnchor,
    [{ phrases: STRONG_ANCHOR_PHRASES }, { idle: true, phrases: NO_ANCHOR_PHRASES }],
  ],
  [CueGroup.weakAnchor, [{ phrases: WEAK_ANCHOR_PHRASES }]],
  [CueGroup.done, [{ phrases: DONE_PHRASES }]],
  [CueGroup.examined, [{ phrases: EXAMINED_PHRASES }]],
  [CueGroup.recorded, [{ phrases: RECORDED_PHRASES }]],
  [CueGroup.future, [{ phrases: FUTURE_PHRASES }]],
];

/** The patterns of all cues with, for each, what it does. Groups are those of `CueGroup`. */
export function compileCues(): { patterns: Pattern[]; cues: CompiledCue[] } {
  const patterns: Pattern[] = [];
  const cues: CompiledCue[] = [];
  for (const [group, rows] of TABLES) {
    for (const row of rows) {
      const cue = compileRow(group, row);
      for (const phrase of phrasesOfRow(row)) {
        patterns.push({ phrase, group });
        cues.push(cue);
      }
    }
  }
  return { patterns, cues };
}

function compileRow(group: number, row: CueRow): CompiledCue {
  const effects = row.effects ?? [];
  const usual = Math.max(0, ...effects.map((effect) => USUAL_REACH[effect]));
  return {
    group,
    effects: effects.map((effect) => EFFECTS.indexOf(effect)),
    cuts: (row.cuts ?? []).map((effect) => EFFECTS.indexOf(effect)),
    after: row.scope === 'after' || row.scope === 'both',
    before: row.scope === 'before' || row.scope === 'both',
    placed: row.scope === 'either' || row.scope === 'ending' || row.scope === 'opening',
    either: row.scope === 'either',
    ending: row.scope === 'ending',
    opening: row.scope === 'opening',
    idle: row.idle ?? false,
    wide: row.wide ?? false,
    weak: row.weak ?? false,
    clause: row.clause ?? false,
    shades: row.shades ?? false,
    examined: row.examined ?? false,
    around: row.around ?? false,
    whole: row.whole ?? false,
    firm: row.firm ?? false,
    pronoun: row.pronoun ?? false,
    given: row.given ?? false,
    reach: row.reach ?? (row.wide ? WIDE_REACH : usual),
  };
}

/** Resolves the word lists that cue phrases name in braces. */
export function cueWords(id: string): readonly string[] | undefined {
  return CUE_WORDS[id];
}
