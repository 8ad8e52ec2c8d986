import { longPattern } from '../../../language/long-pattern.ts';
import { numberWords, numberWritten } from '../../../language/number-words.ts';
import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import { matchesIn, stretchesAround } from '../matches-around.ts';
import type { CuedNumber } from './cued-counts.ts';

const NUMBER = `(?:\\d{1,3}|${[...numberWords(0, 20), 'thirty', 'forty'].join('|')})`;
const VISITS =
  '(?:(?:PT|OT|therapy|chiro\\w*|acu\\w*|approved|authorized|certified) )?(?:visits?|sessions?|treatments?|tx|of them)?';
const GRANTED =
  "(?:authori[sz]ed|auth(?:'?d|'?ed)?|approved|certified|cert(?:'?d|\\.)?|granted|allowed|allotted|prescribed)";
const LEFT =
  '(?:(?:are |is |were |still |yet )*(?:left|remain(?:s|ing|ed)?|unused|not (?:yet )?used|to go|outstanding|open|in hand))';

/** "All his forms", "the rest of her exercises": of something else than the visits. */
const OF_VISITS =
  '(?! (?:of )?(?:his|her|their|the|my) (?!(?:\\w+ )?(?:visits?|sessions?|treatments?|tx|appointments?|appts?)\\b))';
const TAKEN =
  '(?:attended|kept|made|used|completed|done|had|did|finished|went to|gone to|came to|taken|got|received)';

/** "Of the 12 visits certified she has 3 remaining", "12 authorized 12/3; 4 left", "12 auth, balance 4". */
const GRANTED_THEN_LEFT = longPattern(
  `(?<![\\d/.-])(${NUMBER}) ?(?:${VISITS} ?(?:were |was |have been )?${GRANTED}|${GRANTED} ?${VISITS})[^.\\n]{0,45}?[ ,;:(](?:balance (?:of |is )?(${NUMBER})|(${NUMBER}) ?${VISITS} ?${LEFT})\\b`,
  'gi',
);
/** "Authorized 12, 4 left". */
const GRANTED_BEFORE = longPattern(
  `\\b${GRANTED}(?: for)?:? (${NUMBER}) ?${VISITS}(?![/-]\\d)[^.\\n\\d]{0,30}?[ ,;:(](?:balance (?:of |is )?(${NUMBER})|(${NUMBER}) ?${VISITS} ?${LEFT})\\b`,
  'gi',
);
/** "Of 12", "from the 12". */
const OF_NUMBER = `(?:of|out of|from) (?:the |her |his |an? |those |these )?(?:last |first |current |authorization of )?(${NUMBER})`;
/** "4 of 12 left", "has 3 left of her 12". */
const LEFT_OF = longPattern(
  `(?<![\\d/.-])(${NUMBER}) ?(?:${VISITS} ?)?(?:${LEFT} ?)?${OF_NUMBER} ?${VISITS} ?(?:${GRANTED} )?(${LEFT})?`,
  'gi',
);
/** "12 approved, all used", "twelve were granted and she went to every one". */
const GRANTED_AND_ALL = longPattern(
  `(?<![\\d/.-])(${NUMBER}) ?(?:${VISITS} ?(?:were |was |have been )?${GRANTED}|${GRANTED} ?${VISITS})[^.\\n\\d]{0,30}?[ ,;:(](?:(?:(?:has |have |had |were |was |are )?(?:all|each|every one)(?: of (?:them|those|these))? (?:were |was |are |been |now )*${TAKEN}|${TAKEN} (?:them )?(?:all(?! but)|each|every one|every last one))\\b${OF_VISITS}|(?:and |now |have been |has been |were |are )*(?:exhausted|used up)\\b)`,
  'gi',
);
/** "Of the eight approved three were never scheduled and she had the rest". */
const ALL_THE_REST = longPattern(
  `(?<![\\d/.-])(${NUMBER}) ?(?:${VISITS} ?(?:were |was |have been )?${GRANTED}|${GRANTED} ?${VISITS}|${VISITS}(?=[,;:]| (?:and|but|she|he)))[^.\\n\\d]{0,40}?[ ,;:(](${NUMBER}) (?:[\\w'-]+ ){0,3}?(?:missed|lapsed|expired|cancell?ed|scheduled|no.?showed|skipped|lost|unused|used)\\b[^.\\n\\d]{0,30}?\\b(?:${TAKEN} (?:all )?the (?:rest|others?|remainder)\\b${OF_VISITS}|the (?:rest|others?|remainder) (?:(?:was|were|she|he|they|all|has|had|been) )*${TAKEN})\\b`,
  'gi',
);
/** "Skipped two of his eight appointments and went to the rest". */
const ALL_BUT_SOME = longPattern(
  `\\b(?:missed|skipped|cancell?ed|lost|no.?showed) (?:only )?(${NUMBER}) ${OF_NUMBER}[^.\\n\\d]{0,40}?\\b${TAKEN} (?:all )?the (?:rest|others?|remainder)\\b${OF_VISITS}`,
  'gi',
);
/** Words that the patterns need. */
const OF_WORD = new RegExp(OF_NUMBER, 'gi');
const GRANTED_WORD = new RegExp(GRANTED, 'gi');
const SAYS_LEFT = new RegExp(LEFT, 'i');
/** "All but two of the twelve were used". */
const ALL_BUT = longPattern(
  `\\ball but (${NUMBER}) (?:of|out of) (?:the |her |his |those )?(${NUMBER})\\b`,
  'gi',
);

/** Visits done, told by what was granted and what is left of it. */
export function visitsByWhatIsLeft({ reading }: IndexedDocument): CuedNumber[] {
  const { text } = reading;
  if (
    !/\b(?:left|remain|balance|unused|not used|to go|all|each|every|exhausted|used up|rest|others?|outstanding)/i.test(
      text,
    )
  )
    return [];
  const found: CuedNumber[] = [];
  const add = (match: RegExpExecArray, granted = '', left = '') => {
    const amount = numberWritten(granted) - numberWritten(left);
    const start = match.index;
    const end = start + match[0].length;
    const isKnown = found.some(({ place }) => place.start < end && start < place.end);
    if (amount < 0 || isKnown) return;
    found.push({
      place: { start, end, sentence: sentenceAt(reading, start) },
      amount,
      ordinal: false,
    });
  };
  for (const match of ALL_BUT.matchAll(text)) add(match, match[2], match[1]);
  for (const match of matchesIn(text, stretchesAround(text, OF_WORD), ALL_BUT_SOME))
    add(match, match[2], match[1]);
  for (const match of matchesIn(text, stretchesAround(text, OF_WORD), LEFT_OF)) {
    if (SAYS_LEFT.test(match[0])) add(match, match[2], match[1]);
  }
  const granted = stretchesAround(text, GRANTED_WORD);
  for (const match of matchesIn(text, granted, GRANTED_AND_ALL)) add(match, match[1], '0');
  for (const pattern of [ALL_THE_REST, GRANTED_THEN_LEFT, GRANTED_BEFORE])
    for (const match of matchesIn(text, granted, pattern))
      add(match, match[1], match[2] ?? match[3]);
  return found;
}
