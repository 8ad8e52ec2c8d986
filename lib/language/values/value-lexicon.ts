/**
 * The words of the value grammars: numbers, units, months, frequencies and the plain words that
 * grammars look for beside them. Data only; spellings seen in scanned notes stand beside the right ones.
 */
import type { PercentOf, TimeUnit } from '../mention.ts';

/** A unit of time as written: `per` of `unit`, `days` long (a month counts 30 days, a year 365). */
export interface WrittenUnit {
  unit: TimeUnit;
  per: number;
  days: number;
  words: string;
}

export const TIME_UNITS: WrittenUnit[] = [
  { unit: 'second', per: 1, days: 1 / 86_400, words: 'second seconds sec secs' },
  { unit: 'minute', per: 1, days: 1 / 1440, words: 'minute minutes min mins rnin rnins' },
  { unit: 'hour', per: 1, days: 1 / 24, words: 'hour hours hr hrs h' },
  { unit: 'day', per: 1, days: 1, words: 'day days d dy dys night nights' },
  { unit: 'week', per: 1, days: 7, words: 'week weeks wk wks w' },
  { unit: 'week', per: 2, days: 14, words: 'fortnight fortnights' },
  {
    unit: 'month',
    per: 1,
    days: 30,
    words: 'month months mo mos mth mths mnth mnths mon rno rnos',
  },
  { unit: 'month', per: 3, days: 90, words: 'quarter quarters' },
  { unit: 'year', per: 1, days: 365, words: 'year years yr yrs y ys' },
  { unit: 'year', per: 10, days: 3650, words: 'decade decades' },
];

/** Month number to names. */
export const MONTHS: Record<number, string> = {
  1: 'january jan',
  2: 'february feb febr',
  3: 'march mar',
  4: 'april apr',
  5: 'may',
  6: 'june jun',
  7: 'july jul',
  8: 'august aug',
  9: 'september sept sep',
  10: 'october oct',
  11: 'november nov',
  12: 'december dec',
};
/** Names that are other words too ("may", "dec" for decreased): a month only beside a day, a year or a cue. */
export const DOUBTFUL_MONTHS = 'march mar may dec sep';
/** Seasons, with the month they begin in: a date only behind a word that cues one, or with a year. */
export const SEASONS: Record<number, string> = {
  3: 'spring',
  6: 'summer',
  9: 'fall autumn',
  12: 'winter',
};
/** How many months a season spans. */
export const MONTHS_OF_SEASON = 3;
/** Holidays with their month: a date as a season is. */
export const FEASTS: Record<number, string> = {
  2: 'valentine valentines',
  4: 'easter',
  10: 'halloween',
  11: 'thanksgiving',
  12: 'christmas xmas',
};
/** Holidays of two words, "Labor Day", "New Year", with their month: the word before "day" or "year". */
export const HOLIDAYS: Record<number, string> = {
  1: 'new',
  5: 'memorial',
  7: 'independence',
  9: 'labor',
  11: 'veterans',
};
export const WEEKDAYS =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun';

/** Vague amounts, with the least that the word says. */
export const VAGUE_AMOUNTS: Record<string, number> = {
  couple: 2,
  few: 3,
  several: 3,
  some: 2,
  many: 3,
  multiple: 2,
};

/** Times a day of frequency words and of the abbreviations of signatures. */
export const FREQUENCIES: Record<string, number> = {
  qd: 1,
  daily: 1,
  qday: 1,
  qdaily: 1,
  everyday: 1,
  bid: 2,
  tid: 3,
  tds: 3,
  qid: 4,
  qds: 4,
  qhs: 1,
  hs: 1,
  qam: 1,
  qpm: 1,
  nightly: 1,
  qnight: 1,
  nocte: 1,
  qod: 0.5,
  weekly: 1 / 7,
  qweek: 1 / 7,
  qwk: 1 / 7,
  biweekly: 1 / 14,
  monthly: 1 / 30,
  qmonth: 1 / 30,
  quarterly: 1 / 90,
  yearly: 1 / 365,
  annually: 1 / 365,
  annual: 1 / 365,
  hourly: 24,
};

export const TIMES: Record<string, number> = { once: 1, twice: 2, thrice: 3 };

/** What therapies and injections are counted in. */
export const COUNT_UNITS: Record<string, string> = {
  visit: 'visit visits appointment appointments appt appts',
  session: 'session sessions',
  treatment: 'treatment treatments tx txs',
  injection: 'injection injections inj injs shot shots epidural epidurals esi esis tpi tpis',
  block: 'block blocks',
  'trigger point': 'trps trp',
  level: 'levels',
};

/** Beside these "2x6" is a schedule; elsewhere it is a size. */
export const THERAPY_WORDS =
  'pt ot therapy therapies physical physiotherapy occupational aquatic pool acupuncture accupuncture acupunct accu acu acup chiropractic chiro chiropractor cmt manip manipulation manipulations mobilization adjustments modalities therex physio massage visit visits session sessions cbt psychotherapy rehab rehabilitation conditioning hardening treatment treatments tx';
/** Words for topicals that stand for a drug's name. */
export const TOPICAL_WORDS = 'cream ointment oint gel lotion';

/** What drugs are dispensed and taken in. */
export const DRUG_UNITS: Record<string, string> = {
  tablet: 'tab tabs tablet tablets pill pills',
  capsule: 'cap caps capsule capsules',
  patch: 'patch patches',
  tube: 'tube tubes',
  bottle: 'bottle bottles',
  box: 'box boxes',
  film: 'film films',
  spray: 'spray sprays puff puffs',
  vial: 'vial vials',
  unit: 'unit units',
};
export const DOSE_UNITS: Record<string, string> = {
  mg: 'mg mgs rng milligram milligrams',
  mcg: 'mcg mcgs rncg ug microgram micrograms',
  g: 'g gm gms gram grams',
  ml: 'ml rnl cc',
};

/** What percents measure, by the words beside them. */
export const MEASURES: Record<PercentOf, string> = {
  pain: 'pain pains relief discomfort ache aching headache headaches vas symptoms symptomatology',
  function: 'function functional functioning functionality adl adls activities',
  motion: 'rom motion mobility flexion extension rotation abduction',
  strength: 'strength strengthening grip',
  medication: 'medication medications meds opioid opioids narcotic narcotics intake',
  sleep: 'sleep sleeping',
  spasm: 'spasm spasms',
  numbness: 'numbness tingling paresthesia paresthesias',
  overall: 'overall',
};

/** Body parts behind which "L" and "R" mean a side. */
export const SIDED_PARTS =
  'shoulder shoulders knee knees hip hips arm leg hand wrist elbow ankle foot heel thumb finger trap traps trapezius rhomboid levator scapula thigh calf groin buttock gluteal ue le upper lower lat lateral medial forearm rotator si ql paraspinal paraspinals biceps triceps deltoid grip piriformis quad hamstring toe ehl carpal great index middle ring long';

/** What "with" and "without" must name for a pain score to be one with or without medication. */
export const MEDICATION_WORDS =
  'med meds medication medications medicine medicines pill pills rx drug drugs opioid opioids narcotic narcotics analgesic analgesics treatment it them these';

/**
 * Plain words by meaning: spellings that mean the same to the grammars share a name, and each word
 * stands here once.
 */
export const PLAIN_WORDS = {
  a: 'a an',
  about: 'about approximately approx around roughly circa nearly almost',
  above: 'above exceeding exceed exceeds',
  after: 'after following',
  age: 'age aged',
  alternate: 'alternate alternating',
  ago: 'ago',
  all: 'all full whole entire',
  and: 'and',
  another: 'another',
  as: 'as',
  at: 'at',
  authorized: 'authorized approved certified allowed',
  average: 'average avg ave usual usually averages',
  back: 'back',
  baseline: 'baseline',
  bedtime: 'bedtime',
  before: 'before prior',
  below: 'below under fewer',
  best: 'best lowest',
  between: 'between',
  by: 'by',
  close: 'close',
  come: 'came comes come gone',
  completed: 'completed complete done attended used finished',
  container: 'tube tubes bottle bottles box boxes jar jars',
  course: 'wean weaned weaning taper tapered tapering titrate titrated spread',
  current: 'current currently now today',
  dayTime:
    'am pm morning mornings evening evenings afternoon noon noontime midday lunch lunchtime breakfast brunch dinner dinnertime supper suppertime teatime dawn daybreak sunrise sunup sundown dusk waking awakening rising arising',
  dated:
    'dated dos doi doe seen visit visits rtc fu due recd rcvd received faxed sent lm filled decided signed revised refilled issued printed started called phoned here fell onset began injured hurt',
  decrease:
    'decreased decreases decrease decreasing dropped drops drop reduced reduces reduction improved improves lowered went goes brought brings falls fell',
  down: 'down',
  each: 'each',
  early: 'late mid beginning middle',
  equivalent: 'equivalent equivalents',
  every: 'every',
  exactly: 'exactly only just',
  far: 'far',
  fall: 'fall',
  fill: 'fill fills',
  for: 'for',
  from: 'from',
  half: 'half',
  in: 'in during',
  meal: 'meal meals mealtime',
  is: 'is was are were equals',
  instrument: 'blade blades gauge french scalpel suture sutures vicryl needle needles sheath',
  item: 'item items claim case ref mrn suite apt room tooth teeth',
  occasion: 'recheck encounter exhibit',
  last: 'last previous past',
  least: 'least',
  lasting: 'lasting lasted lasts held persisted persisting sustained',
  leave: 'blank work job home early message voicemail ama against',
  less: 'less shorter smaller',
  living: 'living',
  maximum: 'maximum max mdd nte limit',
  measure: 'cm mm inch inches feet ft lb lbs pound pounds degrees deg mmhg kg mph',
  med: 'med medd mme mmes ome omes',
  milligram: 'mg',
  missed: 'missed cancelled canceled',
  minimum: 'minimum',
  more: 'more greater longer larger higher additional',
  morphine: 'morphine',
  most: 'most',
  needed: 'needed need',
  night: 'night noc',
  no: 'no',
  not: 'not',
  number: 'number',
  of: 'of',
  off: 'off',
  old: 'old',
  on: 'on',
  or: 'or',
  oriented: 'oriented ao aox o aao',
  other: 'other',
  out: 'out',
  own: 'its his her their my',
  over: 'over',
  pain: 'pain vas nprs nrs vnrs ps pn burning',
  per: 'per',
  percent: 'percent percents percentage pct',
  plus: 'plus',
  post: 'post posttreatment postinjection postprocedure',
  pre: 'pre pretreatment preinjection preprocedure',
  point: 'point',
  prn: 'prn',
  procedure:
    'tpi tpis esi esis lesi lesis cesi cesis tfesi tfesis mbb mbbs block blocks injection injections inj injs injected shot shots procedure surgery arthroscopy',
  q: 'q',
  quantity: 'qty qnty quantity disp dispense dispensed',
  rate: 'rate rated rates rating scale score scores level intensity severity',
  refill: 'refill refills rf rfs refil',
  report:
    'report reports note notes exam rfa pr progress evaluation letter determination decision appeal update consult summary email fax call addendum mri emg xray ct uds cures',
  repetition: 'reps rep sets set hz',
  route: 'po sl topically orally mouth',
  scaleName: 'phq gad bdi bai mmse odi ndi dash quickdash fabq soapp ort epworth moca pcl',
  series: 'series',
  since: 'since',
  slash: 'slash',
  so: 'so',
  stated: 'stated specified listed given noted provided indicated',
  take: 'take takes taking sig apply',
  tbd: 'tbd',
  than: 'than',
  the: 'the',
  th: 'th st nd rd',
  afterwards: 'then',
  this: 'this next coming',
  time: 'times time',
  to: 'to',
  total: 'total altogether',
  unspecified: 'unspecified unknown',
  until: 'until till thru through til',
  up: 'up',
  vital: 'bp temp pulse hr spo resp wt weight ht height bmi',
  weighted: 'weighted signal image images sequence hyperintense',
  with: 'with w w/',
  within: 'within',
  without: 'without w/o wo',
  worst: 'worst highest',
  working: 'business working calendar consecutive',
  x: 'x',
  yearsOld: 'yo y/o yof yom',
  activity:
    'activity activities movement walking standing sitting bending lifting rest motion use exercise extension flexion',
} as const;
