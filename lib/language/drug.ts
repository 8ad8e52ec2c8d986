/** One entry of the drug lexicon (`public/packs/drugs.json`). The code knows no drug. */
export interface DrugEntry {
  /** Generic name as an id: `cyclobenzaprine-er`. */
  id: string;
  generic: string;
  brands: string[];
  /** Class ids, broad to narrow: `['opioid', 'opioid-short-acting']`. */
  classes: string[];
  /** Ids of the active substances; two entries that share one are the same active drug. */
  substances: string[];
  /** Further spellings and abbreviations, in the phrase language of vocabulary.ts (names above are plain). */
  spellings?: string[];
  /** Scan and dictation slips, with what was meant. */
  slips?: Record<string, string>;
  /** Phrases of other things that hold a name or a slip: "nor co workers". */
  except?: string[];
  /** Milligrams of the first substance that a number in the name stands for: Tylenol #3 has 30. */
  numbered?: Record<string, number>;
  release?: 'immediate' | 'extended';
  route?: 'oral' | 'transdermal' | 'topical' | 'injection' | 'nasal' | 'buccal' | 'intrathecal';
  /** Morphine milligram equivalents, one factor for each table that has one. */
  mme?: MmeFactor[];
  /**
   * Milligrams of the opioid in one unit, where the strength that is written is another substance's
   * (butalbital with codeine) or only one is sold.
   */
  opioidPerUnit?: number;
  /** Why an opioid has no factor in any table. */
  noMme?: string;
  /** Usual strengths in mg (first component) as sold. */
  strengths?: number[];
  limits?: DrugLimit[];
}

/** Milligrams of oral morphine for one unit of the drug, as one table gives it. */
export interface MmeFactor {
  factor: number;
  per: 'mg/day' | 'mcg/h';
  table: string;
  confidence: Confidence;
  /** The factor holds for daily doses above so many mg (methadone in the table of 2016 has steps). */
  above?: number;
}

export interface DrugLimit {
  /** What is limited. */
  kind: 'daily-dose' | 'duration-days' | 'check';
  amount?: number;
  unit?: string;
  /** In our own words. */
  text: string;
  source: string;
  confidence: Confidence;
}

/** The lexicon as shipped. `tables` are the sources of the MME factors, the newest first. */
export interface DrugLexicon {
  version: number;
  tables: { id: string; title: string; confidence: Confidence; note: string }[];
  /** Every class id that a drug may carry, with its name for the reader. */
  classes: { id: string; name: string }[];
  drugs: DrugEntry[];
}

/** Seen in a source, or general knowledge that still awaits verification. */
export type Confidence = 'seen' | 'to-be-verified';
