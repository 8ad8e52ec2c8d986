import type { IdentifierFinding, IdentifierSign } from '../identifier-guard.ts';
import words from './words.json' with { type: 'json' };

const given = new Set(words.given);
const surnames = new Set(words.surnames);
/** Words that are written small somewhere in the packs: a capital says nothing about them. */
const ordinary = new Set(words.ordinary);

/** After these any capitalised word is a name: "Mr. Black". */
const titles = new Set('mr mrs ms miss mister missus dr doctor señor señora sr sra'.split(' '));
/** After these a capitalised word that is no ordinary one is a name. */
const persons = new Set(
  'patient pt claimant applicant employee worker member insured client named name aka alias re attn spouse wife husband son daughter mother father brother sister surname'.split(
    ' ',
  ),
);
/** What people do, after a name. */
const doings = new Set(
  'reports reported states stated complains complained denies denied underwent presents presented returns returned continues continued takes took asks asked requests requested has had is was will says said rates rated feels felt sustained received describes described tolerated failed needs wants works worked lives injured attended completed tried uses used remains and'.split(
    ' ',
  ),
);
/** What people alone do: also after a word that is a name at times. */
const sayings = new Set(
  'reports reported states stated complains complained denies denied says said describes described asks asked requests requested'.split(
    ' ',
  ),
);
/** What stands before a person. */
const towards = new Set(
  'for with to by of from saw examined told that when since because and while as'.split(' '),
);
const particles = new Set(
  'de la del los las van von der den da dos di bin al el st mc mac'.split(' '),
);

interface Token {
  text: string;
  lower: string;
  start: number;
  end: number;
  form: 'capital' | 'all-capitals' | 'small' | 'initial';
  /** `strong`: a name and nothing else; `weak`: a name and a word; `unknown`: neither. */
  as: 'strong' | 'weak' | 'unknown' | 'ordinary';
}

/** Names of people, by what stands around them and by lists of common names. */
export function namesIn(text: string): IdentifierFinding[] {
  const tokens = tokensOf(text);
  const found: IdentifierFinding[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = runFrom(text, tokens, at);
    const sign = run.length === 0 ? null : signOf(text, tokens, at, run);
    if (sign === null) {
      at += 1;
      continue;
    }
    const first = run[0] as Token;
    const last = run.at(-1) as Token;
    found.push({ kind: 'name', text: text.slice(first.start, last.end), start: first.start, sign });
    at += run.length;
  }
  for (const match of text.matchAll(otherScript)) {
    found.push({ kind: 'name', text: match[0], start: match.index, sign: 'other-script' });
  }
  return found;
}

const otherScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Armenian}\p{Script=Devanagari}]{2,}/gu;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\p{Script=Latin}+(?:['’-]\p{Script=Latin}+)*\.?/gu)].map((match) => {
    const dotted = match[0];
    const isInitial = /^\p{Lu}\.?$/u.test(dotted);
    const word = isInitial ? dotted : dotted.replace(/\.$/, '');
    const bare = word.replace(/['’]s$/, '');
    const lower = plain(bare);
    return {
      text: bare,
      lower,
      start: match.index,
      end: match.index + bare.length,
      form: isInitial ? 'initial' : formOf(bare),
      as: asName(lower),
    };
  });
}

function formOf(word: string): Token['form'] {
  if (!/^\p{Lu}/u.test(word)) return 'small';
  return word.length > 2 && word === word.toUpperCase() ? 'all-capitals' : 'capital';
}

function asName(lower: string): Token['as'] {
  const parts = lower.split(/[-'’]/).filter((part) => part.length > 1);
  const isName = [lower.replaceAll(/['’-]/g, ''), ...parts].some(
    (part) => given.has(part) || surnames.has(part),
  );
  const isWord = ordinary.has(lower) || (parts.length > 0 && parts.every((p) => ordinary.has(p)));
  if (isName) return isWord ? 'weak' : 'strong';
  return isWord ? 'ordinary' : 'unknown';
}

/** The longest name that may begin here: words beside each other, initials, "Last, First". */
function runFrom(text: string, tokens: readonly Token[], at: number): Token[] {
  const first = tokens[at];
  if (first === undefined || !mayBegin(tokens, at)) return [];
  const run = [first];
  for (let next = at + 1; next < tokens.length && run.length < 6; next += 1) {
    const token = tokens[next] as Token;
    const between = text.slice((run.at(-1) as Token).end, token.start);
    const joins = /^[. ]? ?$/.test(between) || (run.length <= 2 && /^, ?$/.test(between));
    if (!joins || (/^\. /.test(between) && run.at(-1)?.form !== 'initial')) break;
    const particle = particles.has(token.lower) && tokens[next + 1]?.form !== 'small';
    if (!particle && !mayGoOn(token, first)) break;
    run.push(token);
  }
  while (run.length > 1 && particles.has(run.at(-1)?.lower ?? '') && run.at(-1)?.as !== 'strong')
    run.pop();
  return run;
}

function mayBegin(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.form === 'small') return token.as === 'strong';
  if (token.form === 'initial') {
    // "J. Okafor", "J.D." after a person
    const next = tokens[at + 1];
    return next !== undefined && next.form !== 'small' && /\.$/.test(token.text);
  }
  return token.as !== 'ordinary' || titles.has(tokens[at - 1]?.lower ?? '');
}

function mayGoOn(token: Token, first: Token): boolean {
  if (token.form === 'initial') return true;
  if (first.form === 'small') return token.form === 'small' && token.as === 'strong';
  return token.form !== 'small' && token.as !== 'ordinary';
}

/** Why the run is a name; null where nothing says so. */
function signOf(
  text: string,
  tokens: readonly Token[],
  at: number,
  run: readonly Token[],
): IdentifierSign | null {
  const before = tokens[at - 1];
  const after = tokens[at + run.length];
  const first = run[0] as Token;
  const last = run.at(-1) as Token;
  const gap = before === undefined ? '' : text.slice(before.end, first.start);
  const near = /^[\s.:#,(“"’'s-]{0,4}$/.test(gap);
  const isCalled =
    gap === ' ' &&
    before?.lower === 'is' &&
    tokens[at - 2]?.lower === 'name' &&
    first.form !== 'small';
  if (isCalled) return 'word-before';
  if (near && before !== undefined && titles.has(before.lower) && first.form !== 'small') {
    return 'word-before';
  }
  if (run.every(({ form }) => form === 'initial')) {
    return near && before !== undefined && persons.has(before.lower) ? 'word-before' : null;
  }
  const full = run.filter(({ form }) => form !== 'initial');
  if (first.form === 'small') {
    const pair = full.length > 1 && given.has(first.lower);
    const told =
      near && before !== undefined && (persons.has(before.lower) || titles.has(before.lower));
    return pair ? 'names-together' : told ? 'word-before' : null;
  }
  const shouted = full.every(({ form }) => form === 'all-capitals');
  if (full.some(({ as }) => as === 'strong'))
    return full.length > 1 ? 'names-together' : 'known-name';
  const weak = full.filter(({ as }) => as === 'weak').length;
  const told = near && before !== undefined && persons.has(before.lower);
  if (told && (!shouted || weak > 0 || /:/.test(gap))) return 'word-before';
  if (shouted) return full.length > 1 && weak > 0 ? 'names-together' : null;
  if (full.length > 1 && !(weak === full.length && !isFullName(full))) return 'names-together';
  if (run.length > full.length) return 'names-together';
  const owns = /^['’]s\b/.test(text.slice(last.end));
  const unknown = full.some(({ as }) => as === 'unknown');
  if (unknown && owns) return 'verb-after';
  if (full.length !== 1) return null;
  if (!unknown) return after !== undefined && sayings.has(after.lower) ? 'verb-after' : null;
  if (after !== undefined && doings.has(after.lower) && text.slice(last.end, after.start) === ' ') {
    return 'verb-after';
  }
  const closed = after === undefined || !/^[ ]$/.test(text.slice(last.end, after.start));
  return gap === ' ' && before !== undefined && towards.has(before.lower) && closed
    ? 'word-before'
    : null;
}

/** "Grant Park" may be one; "April May" as well. */
function isFullName(full: readonly Token[]): boolean {
  const first = full[0]?.lower ?? '';
  const last = full.at(-1)?.lower ?? '';
  return (given.has(first) && surnames.has(last)) || (surnames.has(first) && given.has(last));
}

/** Small letters without accents. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
