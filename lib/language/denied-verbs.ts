/** "Doesn't", "can't": verbs that deny with an apostrophe, folded. */
export const DENIED_VERBS: readonly string[] =
  'do does did is are was were has have had ca could would should wo'
    .split(' ')
    .map((verb) => `${verb}n't`);
