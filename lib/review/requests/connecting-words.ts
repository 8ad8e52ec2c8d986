/**
 * How a treatment is tied to what stands before it in its line: English function words only.
 * "MRI and PT" joins two items, "PT after the injection" tells about one.
 */

/** `joined`: an item of its own. `companion`: tells about the item before. `open`: nothing decides. */
export type Tie = 'joined' | 'companion' | 'open';

const JOINS = new Set(['and', '&', '+', 'plus', 'also', ',', ';', '/', '|', 'additionally']);

/** Phrases that join as "and" does, though their words would not. */
const JOINING_PHRASES =
  /\b(?:as well as|along with|together with|in addition to|and (?:also )?(?:for|to)|the following\s*:)/gi;

const COMPANIONS = new Set(
  (
    'for after following with w while during because since due given until till once when before ' +
    'prior from to re regarding about instead place rather on under in as per than that who which ' +
    'if not no never failed had has was is were are takes taking via by vs versus or compare without ' +
    'like unless against through toward towards at be been her his their my your'
  ).split(' '),
);

/** "And her Effexor" joins; "continue her Effexor" tells about one. */
const POSSESSIVES = new Set(['her', 'his', 'their', 'my', 'your']);

const NEGATIONS = new Set(
  'no not never without if unless on off had until past last uses using take takes taking took told prior cannot'.split(
    ' ',
  ),
);

/** Words, and the marks that join. A point in a number or an abbreviation belongs to its word. */
const PIECE = /[A-Za-z][A-Za-z'’]*|[&+,;/|]|\d[\d.,/-]*/g;

/** How the words between two treatments tie the second to the first: the last tie word decides. */
export function tieOf(words: string): Tie {
  if (/\t| {3,}|\n/.test(words)) return 'joined';
  const between = words.replace(JOINING_PHRASES, ' and ');
  let tie: Tie = 'open';
  let since = 0;
  for (const [piece] of between.matchAll(PIECE)) {
    const word = piece.toLowerCase();
    if (JOINS.has(word)) {
      tie = 'joined';
      since = 0;
    } else if (tie === 'joined' && since === 0 && POSSESSIVES.has(word)) {
      since = 0;
    } else if (COMPANIONS.has(word)) {
      tie = 'companion';
      since = 0;
    } else {
      since += 1;
    }
  }
  return tie === 'joined' && since > 6 ? 'open' : tie;
}

/** "I have no problem with X": a "no" that denies nothing. */
const NO_DENIAL =
  /\b(?:no (?:problems?|objections?|doubt|hesitation|concerns?|issues?)|not only)\b/gi;

/** Whether a function word in front of a treatment makes it no request: "if", "no", "not", "had". */
export function isHeldBack(before: string): boolean {
  const words = before.replace(NO_DENIAL, '');
  for (const { 0: piece, index } of words.matchAll(PIECE)) {
    // "On 9/12/2014" is a day, "on Norco" what is taken.
    const isDay = piece === 'on' && /^on\s+\d/.test(words.slice(index));
    if (!isDay && NEGATIONS.has(piece.toLowerCase())) return true;
  }
  return false;
}

const HAD = /\b(?:has|had|have|uses?|using|owns?|got|none|no)\b/i;

/** Whether the words of a field say what is had and not what is asked for: "DME: has TENS". */
export function isHad(before: string): boolean {
  return HAD.test(before);
}

const TELLS = new Set(
  're regarding about with w while after following from because due on against when than that who which via by vs'.split(
    ' ',
  ),
);

const CONDITIONS =
  /\b(?:if(?! (?:needed|necessary|required|possible|approved|authorized|authorised|certified|you|covered|allowed|ok|okay|(?:he|she|they|I|pt|patient)(?: still)? needs?))|unless|once|in case|provided that|should (?:he|she|they|the|symptoms|pain|this|that|it)|failing (?:that|this|which|it))\b/i;

/** Whether a line speaks of what is not the case yet: "if pain persists". */
export function isConditional(before: string): boolean {
  return CONDITIONS.test(before);
}

/** Whether the last tie before a treatment makes it a circumstance: "risk with clonazepam". */
export function isTold(before: string): boolean {
  let told = false;
  for (const [piece] of before.matchAll(PIECE)) {
    const word = piece.toLowerCase();
    if (TELLS.has(word)) told = true;
    else if (JOINS.has(word)) told = false;
  }
  return told;
}

/** Whether the last word ties what follows to it: "Call the doctor re:". */
export function endsInTie(label: string): boolean {
  const last = /([A-Za-z]+)[^A-Za-z]*$/.exec(label)?.[1]?.toLowerCase();
  return last !== undefined && (TELLS.has(last) || COMPANIONS.has(last));
}

/** Number of words, numbers not counted. */
export function countWords(text: string): number {
  return text.match(/[A-Za-z][A-Za-z'’]*/g)?.length ?? 0;
}
