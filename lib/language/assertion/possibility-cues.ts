import type { CueRow } from './cue.ts';

/** Words of doubt, and of what would be if. */
export const POSSIBILITY_CUES: readonly CueRow[] = [
  {
    effects: ['possible'],
    scope: 'after',
    phrases: `
      possible
      possibly
      probable
      probably
      likely
      most likely
      may (be|have|represent|indicate|suggest|reflect|also have|well be|well have|need|require|benefit from|involve|suffer|develop|experience|explain|contribute)
      might
      might (be|have|represent)
      could (be|represent|have|also be|indicate|reflect)
      maybe
      perhaps
      suspect
      suspects
      suspected
      suspecting
      suspicion (of|for)
      (wonder|wonders|wondered|wondering) (about|whether)
      suspicious (for|of)
      presumed
      presumptive
      presumably
      questionable
      question of
      query
      raises the (question|possibility) (of)?
      equivocal
      concern (for|of|about|regarding)?
      concerns (for|of|about|regarding)
      concerned (for|about)
      concerning for
      worrisome for
      worry (about|for)
      (can not|cannot|can't|could not|couldn't|unable to) (completely|entirely|fully|definitively|absolutely)? (rule out|exclude|r/o|ruled out)
      not (completely|entirely|fully)? (rule out|exclude)
      does not (rule out|exclude)
      has not ruled out
      r/o
      rule out
      to rule out
      evaluate for
      evaluation for
      workup for
      work-up for
      w/u for
      differential (diagnosis)? (includes|including|of)?
      ddx
      unclear (if|whether)
      whether
      unsure (if|whether)
      uncertain (if|whether)
      not (clear|certain|sure|known) (if|whether)
      (it)? is not (clear|certain|known) (if|whether)
      unlikely to (be|have|represent)
      doubt
      doubtful
      not likely (to be|to have)?
      less likely
      tentative
      tentatively
      borderline
      appears to (be|have)
      appear to (be|have)
      seems to (be|have)
      suggestive of
      suggests (the possibility of|possible)
      suggesting
      (raises|raising|raise) the (possibility|question|suspicion) of
      potential
      potentially`,
  },
  {
    effects: ['possible'],
    scope: 'before',
    reach: 6,
    phrases: `
      (can not|cannot|can't|could not|couldn't) be (completely|entirely|fully)? (ruled out|excluded)
      not (completely|entirely|yet|been|fully)? (been)? (ruled out|excluded)
      (has|have) not (yet)? been (ruled out|excluded)
      to be ruled out
      suspected clinically
      \\(possible\\)
      \\(probable\\)
      \\(suspected\\)
      \\(\\?\\)`,
  },
  {
    effects: ['possible'],
    scope: 'either',
    phrases: `
      (is|are|was|were|seems|appears|remains|be) (possible|probable|suspected|likely|unlikely|very unlikely|questionable|equivocal|uncertain|doubtful|a concern|a possibility|in question|in the differential|borderline|not excluded|not ruled out)`,
  },
  {
    effects: ['possible'],
    scope: 'both',
    reach: 6,
    phrases: `
      vs
      versus
      unlikely`,
  },
  {
    effects: ['conditional'],
    scope: 'after',
    wide: true,
    phrases: `
      if
      unless
      in case of
      in case
      in the event (of|that)?
      should (he|she|they|the|symptoms|pain|this|there|any|it|these|his|her|you|patient|pt)
      return (to ..4)? (for|with)
      call (for|with|the office for|the office with)
      watch for
      watch out for
      monitor for
      monitoring for
      monitor closely for
      look for
      assess for
      screen for
      seek ..4 for
      get (immediate|emergency|medical|urgent)? (help|care|attention|evaluated|checked|seen) ..2 for
      precautions (for|including|regarding)?
      risk of
      risks (of|include|including)
      risks ..9 (include|includes|including|included|not limited to)
      risks (,|and|&) ..1 (benefits|complications|alternatives)
      (foreseeable|potential|possible) risks ..2 (complications|benefits)
      risk for
      at risk for
      possible side effects
      potential side effects
      side effects (such as|include|including|may include)
      (may|can|could|might) (cause|lead to|result in)
      to (prevent|avoid)
      prevention of
      in order to (prevent|avoid)
      whenever
      provided that
      contingent (on|upon)
      depending on
      assuming
      hypothetical
      suppose`,
  },
  {
    effects: ['conditional'],
    scope: 'after',
    reach: 3,
    clause: true,
    phrases: `
      prn
      prn for
      as needed for
      as needed`,
  },
  {
    // Nobody looked: neither there nor absent.
    effects: ['conditional'],
    scope: 'before',
    clause: true,
    reach: 5,
    phrases: `
      (is|are|was|were|has been|have been|had been|be)? not (yet|formally|specifically)? (been)? (assessed|tested|evaluated|examined|looked for)
      (wasn't|weren't|isn't|hasn't been|haven't been) (formally|specifically)? (assessed|tested|evaluated|examined|looked for)
      could not be (reliably|properly|formally)? (assessed|tested|evaluated|examined)
      untested
      unassessed`,
  },
  {
    effects: ['conditional'],
    scope: 'after',
    clause: true,
    phrases: `
      (did|does|do) not (test|assess|examine|evaluate|look|check) (for)?
      (didn't|doesn't|don't) (test|assess|examine|evaluate|look|check) (for)?
      (nobody|no one|none of (us|them)) (here|there|yet|ever|(at|in|from) (the|this|that|our) (office|clinic|practice|unit|hospital))? (tested|tests|assessed|assesses|examined|examines|evaluated|looked|looks|checked|checks|felt|pressed) (for)?
      (unable|not able) to (reliably|properly)? (assess|test|evaluate|examine)`,
  },
  {
    // Not conditions: comparisons and facts.
    phrases: `
      as if
      preoperative evaluation (for)?
      evaluation for (surgery|the surgery|treatment|therapy)
      even if
      see if
      to see if
      if (any|at all|anything|not)
      not at risk (for|of)
      wonders if
      should not`,
  },
];
