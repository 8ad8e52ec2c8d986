import type { IdentifierFinding, IdentifierKind, IdentifierSign } from '../identifier-guard.ts';

interface Pattern {
  kind: IdentifierKind;
  sign: IdentifierSign;
  /** Global; the group `is`, or else all of it, is what identifies. */
  form: RegExp;
  except?: (text: string) => boolean;
}

const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\\.?';
const day = '[0-3]?\\d(?:st|nd|rd|th)?';
const year = "(?:(?:19|20)\\d\\d|'?\\d\\d)";
/** A full date in any written form. */
const date = [
  '\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{2,4}',
  '(?:19|20)\\d\\d ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{1,2}',
  `${month} ?${day},? ?${year}`,
  `${day} (?:of )?${month},? ?${year}`,
  `\\d{1,2}-${month}-\\d{2,4}`,
  '(?:19|20)\\d{6}',
  '(?:19[0-9]\\d)',
].join('|');

const street =
  'street|st|avenue|ave|av|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|way|place|pl|terrace|ter|circle|cir|highway|hwy|parkway|pkwy|square|sq|trail|trl|alley|loop|plaza|calle|avenida';
const state =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';
const recordWord =
  'claims?|cases?|records?|charts?|mrn|medical records?|members?|subscribers?|policy|policies|accounts?|acct|files?|adj|eams|wcab|wcis|imr|patients?|employees?|emp|id|identification|health plan|beneficiary|medi-?cal|medicare|mbi|certificate|licen[cs]e|passport|ref|reference|encounter|visit|referral|authorization|auth|jcn|rfa';

const patterns: readonly Pattern[] = [
  {
    kind: 'email',
    sign: 'form',
    form: /[\p{L}\d][\p{L}\d._%+-]{0,63} ?(?:@|\(at\)|\[at\]| at (?=[\w-]+ ?(?:\(dot\)|\[dot\]| dot )))(?: ?)[\p{L}\d-]{1,63}(?:(?:\.| ?\(dot\) ?| ?\[dot\] ?| dot )[\p{L}\d-]{2,63}){1,4}/giu,
  },
  {
    kind: 'social-security',
    sign: 'form',
    form: /(?<![\d-])(?:\d{3}|[xX*]{3})[- .]?(?:\d{2}|[xX*]{2})[- .]\d{4}(?![\d-])/g,
  },
  {
    kind: 'social-security',
    sign: 'word-before',
    form: /\b(?:ssn|ss#|ss ?no|social security)\b[^\d\n]{0,24}(?<is>\d{9}|[\dxX*]{3}[- .]?[\dxX*]{2}[- .]?\d{4}|(?<=(?:ending|last four|last 4)[^\d]{0,12})\d{4})/gi,
  },
  {
    kind: 'phone',
    sign: 'form',
    form: /(?<![\d.-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])/g,
  },
  { kind: 'phone', sign: 'form', form: /(?<![\w-])\+\d[\d ()-]{7,17}\d/g },
  {
    kind: 'phone',
    sign: 'word-before',
    form: /\b(?:tel|telephone|phone|fax|cell|mobile|call(?:ed)?|voicemail|ph)\b[^\d\n]{0,20}(?<is>\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}|\d{3}[ .-]?\d{4})(?!\d)/gi,
  },
  {
    kind: 'birth-date',
    sign: 'word-before',
    form: new RegExp(
      `\\b(?:d ?\\.? ?o ?\\.? ?b\\b\\.?|date of birth|birth ?date|birthday|born|birth)[^\\d\\n]{0,24}?(?<is>${date})`,
      'gi',
    ),
  },
  {
    // A date in digits so long ago is hardly a guideline's: those are written out.
    kind: 'birth-date',
    sign: 'form',
    form: /(?<![\d/.-])(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19\d\d|200\d)|19\d\d[/-]\d{1,2}[/-]\d{1,2})(?![\d/.-])/g,
  },
  {
    kind: 'address',
    sign: 'form',
    form: new RegExp(
      `(?<![\\d.,-])\\d{1,6}(?:-\\d{1,4})?[A-Za-z]? (?:(?:[NSEW]|North|South|East|West)\\.? )?(?:\\d{1,3}(?:st|nd|rd|th)|[A-ZÀ-Þ][\\p{L}'’.-]{0,30})(?: [A-ZÀ-Þ][\\p{L}'’.-]{0,30}){0,3} (?:${street})\\b\\.?`,
      'giu',
    ),
    except: (text) => !/^\S+ (?:[\p{Lu}\d])/u.test(text) || streetOnly(text),
  },
  {
    kind: 'address',
    sign: 'form',
    form: /\b(?:p\.? ?o\.? ?box|post office box) ?#? ?\d{1,6}\b/gi,
  },
  {
    kind: 'address',
    sign: 'form',
    form: new RegExp(
      `[A-ZÀ-Þ][\\p{L}'’.-]{1,30}(?: [A-ZÀ-Þ][\\p{L}'’.-]{1,30}){0,2},? (?:${state}|California|Texas|Nevada|Arizona|Oregon|Washington),? \\d{5}(?:-\\d{4})?\\b`,
      'gu',
    ),
  },
  {
    kind: 'address',
    sign: 'word-before',
    form: /\b(?:zip(?: code)?|postal code)\b[^\d\n]{0,8}(?<is>\d{5}(?:-\d{4})?)\b/gi,
  },
  {
    kind: 'record-number',
    sign: 'word-before',
    form: new RegExp(
      `\\b(?:${recordWord})\\b(?: ?(?:no|nr|num|number|nbr|id|#|code|file)\\b\\.?| ?#){0,2}(?: is| was|,)? ?[:#=(-]{0,3} ?(?<is>(?=[A-Za-z0-9./-]{0,24}\\d{3})[A-Za-z0-9]{1,14}(?:[-./][A-Za-z0-9]{1,14}){0,4})(?![\\w%])`,
      'gi',
    ),
    except: (text) => isReference(text) || /^(?:19|20)\d\d$/.test(text) || /^\d{1,3}$/.test(text),
  },
  {
    kind: 'record-number',
    sign: 'form',
    form: /(?<![\w.-])(?=[A-Za-z0-9/-]{0,30}\d)[A-Za-z]{0,8}-?\d{2,}(?:[-/]?[A-Za-z0-9]{1,14}){0,5}(?![\w.]*\w)/g,
    except: (text) => {
      const digits = text.replaceAll(/\D/g, '').length;
      return digits < 6 || isReference(text) || isRange(text);
    },
  },
];

/** Identifiers that are numbers or have a form of their own. */
export function numbersIn(text: string): IdentifierFinding[] {
  return patterns.flatMap(({ kind, sign, form, except }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const is = (match.groups?.is ?? match[0]).trim();
      if (except?.(is)) return [];
      return [{ kind, sign, text: is, start: match.index + match[0].lastIndexOf(is) }];
    }),
  );
}

/** Regulations, coverage determinations, dates: public numbers. */
function isReference(text: string): boolean {
  return (
    /^\d{3,5}(?:\.\d{1,3}){1,3}$/.test(text) ||
    /^[LA]\d{5}$/.test(text) ||
    /^(?:19|20)\d\d-\d\d-\d\d$/.test(text) ||
    /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(text)
  );
}

/** "2015-2017", "100/200", "1,000-2,000" */
function isRange(text: string): boolean {
  return /^\d{1,4}[-/]\d{1,4}$/.test(text);
}

/** "2 Way", "24 hour Drive": no name of a street between. */
function streetOnly(text: string): boolean {
  return text.trim().split(/\s+/).length < 3;
}
