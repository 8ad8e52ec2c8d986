import type { CueRow } from './cue.ts';

/** Words that end what reaches them: contrast, a new subject, an affirmation, a reason. */
export const SCOPE_CUTS: readonly CueRow[] = [
  {
    cuts: ['negated', 'possible', 'past', 'planned', 'conditional', 'other', 'reviewer'],
    phrases: `
      but
      however
      although
      though
      even though
      yet
      nevertheless
      except
      except for
      other than
      aside from
      apart from
      besides
      with the exception of
      while
      whereas
      // what was just said is taken back, and said anew
      (scratch|strike|delete|cancel|erase) (that|this|it)
      (i|we) misspoke
      no wait
      wait no
      my mistake
      correction
      or rather
      (this|that|which|it) (is|was) (wrong|incorrect|inaccurate|mistaken|erroneous|an error|in error|a mistake|not (right|correct|accurate|true|so))`,
  },
  {
    // "Before the fall there was ..." stays in the past.
    cuts: ['negated', 'possible', 'planned'],
    phrases: `
      there (was|were)`,
  },
  {
    cuts: ['negated', 'possible', 'past', 'planned'],
    phrases: `
      there (is|are)
      and there (is|are|was|were)?
      , there
      and (he|she|they|it|patient|pt|the patient|his|her|i|we)
      and (says|feels|felt|has|have|had|is|are|was|were|reports|reported|complains|complained|states|notes|noted|describes|continues|remains|does|did|performs|does have|did have|admits|shows|reveals|exhibits|demonstrates|presents|takes|uses|will|positive|pos|now|also has|still|wants|requests|would)
      , (on|has|have|had|is|are|was|were|lists|listed|names|carries|describes|diagnosed|pressing|squeezing|reports|reported|complains|complained|states|continues|remains|admits|shows|reveals|presents|takes|uses|will|now|also|still|wants|does|did|positive|pos|only|just|mostly|mainly|wakes|sleeps|works|walks)
      (does|did|do) have
      positive for
      pos for
      +
      (is|are|was|were) (intact|normal|tender|reduced|decreased|increased|limited|severe|moderate|mild|well controlled)
      admits (to)?
      complains (of)?
      complaining of
      complained of
      c/o
      endorses
      presents with
      presenting with
      presented with
      who presents
      who presented
      remains
      still
      continues
      continues to
      instead
      only
      rather
      at this point
      by the time
      since (then|that|that time|last visit|last time|the last (visit|exam|mri|study|note)) ,
      otherwise`,
  },
  {
    effects: ['affirmed'],
    scope: 'before',
    reach: 3,
    clause: true,
    cuts: ['negated', 'possible', 'past', 'planned'],
    phrases: `
      (is|are|was|were) (again|also|clearly|markedly|strongly)? positive
      (is|are|was|were)? (neg|negative|absent) (on|at|in)? (the)? (r|l|right|left|rt|lt) ..3 (pos|positive|present) (on|at|in)? (the)? (r|l|right|left|rt|lt)
      (is|are|was|were)? (pos|positive|present) (on|at|in)? (the)? (r|l|right|left|rt|lt) ..3 (neg|negative|absent) (on|at|in)? (the)? (r|l|right|left|rt|lt)
      (positive|pos)
      \\(\\+\\)
      persists
      persist
      is back`,
  },
  {
    // What was done before is there, whatever came of it.
    cuts: ['negated'],
    phrases: `
      (result of|result from|from|with|to|after|for|following|of|on|by) (the|his|her)? (prior|previous|past|existing|current|ongoing)`,
  },
  {
    cuts: ['negated', 'possible', 'planned'],
    phrases: `
      , (he|she|they|it|patient|pt|the patient|his|her|we|i|exam|mri|this|these)`,
  },
  {
    weak: true,
    cuts: ['negated', 'planned', 'past', 'reviewer'],
    phrases: `
      with
      which
      who
      whom
      where
      because
      because of
      due to
      secondary to
      since
      as
      for
      from
      after
      before
      during
      despite
      following
      so
      so that
      therefore
      to (explain|account for|treat|help|relieve|control|address|reduce|improve|decrease|manage|support|justify)
      (explaining|accounting for)
      given
      per
      according to
      using
      via
      (change|incident|difficulty|complication|complications|problem|problems|issue|issues) and`,
  },
  {
    // "Two years ago treated for ..." stays in the past.
    weak: true,
    cuts: ['negated', 'planned', 'reviewer'],
    phrases: `
      (treated|hospitalized|hospitalised|operated on|evaluated|admitted) for`,
  },
  {
    // "No change in pain, numbness": the pain is there, and the list goes on after the comma.
    shades: true,
    cuts: ['negated'],
    phrases: `
      (increase|increases|decrease|change|changes|improvement|worsening|difference|progression|relief|benefit|help|response|gain|success|effect|luck|resolution|reduction) (in|of|from|to|with|on|since|after|by|w/)`,
  },
  {
    effects: ['negated'],
    scope: 'after',
    reach: 1,
    phrases: `none`,
  },
  {
    // Would end a scope, and are part of what is named.
    phrases: `
      (problem|problems|difficulty|difficulties|trouble|issue|issues|associated|consistent|compatible|along|deal|dealing|interfere|assistance|diagnosed|tender|treated|complaint|complaints|well) with
      (evidence|need|request|plan|seen|allergy|waiting|asked|asking|candidate|criteria|indication|treatment|therapy|tested) for
      (suffer|suffers|suffering|suffered|recovering) from
      (evaluation|evaluations|assessment|assessments|workup) with
      with (a)? (complication|complications) (of|from)
      as well as
      such as
      as much as
      as far as
      as well
      for example
      with regard to
      with respect to
      where the
      history of present illness
      but (is|are)? not limited to
      since then`,
  },
];

/** Clauses that begin behind "and": a group of their own, since other cues stand among their words. */
export const CLAUSE_CUTS: readonly CueRow[] = [
  {
    // "No swelling, and pain is 5/10": what follows is a clause of its own, unless it ends the list.
    cuts: ['negated', 'possible'],
    phrases: `
      , and ..5 (is|are|was|were|gave|gives|shows|showed|reveals|revealed|helps|helped|improved|improves|remains|remained|continues|continued|returned|causes|caused|lasts|lasted|went|came|can|could|will)
      , and (says|said|tells|told|sleeps|works|walks|uses|takes|wants|asks|feels)`,
  },
  {
    // "No early refills, the urine of May was consistent": a comma joins two whole sentences.
    cuts: ['negated', 'possible'],
    phrases: `
      , (the|his|her|their|our|my|both) ..5 (is|are|was|were|shows|showed|came|gave|gives|helps|helped|remains|remained|continues|continued|returned)`,
  },
  {
    idle: true,
    cuts: [],
    phrases: `
      , and ..5 (is|are|was|were) (not|also|again)? ({found}|{documented}|{done}|absent|negative|neg|denied|ruled out)`,
  },
];
