/**
 * Titles of sections as notes, forms, decision letters and determinations write them, folded to lower
 * case. A title is matched as a whole, without numbers before it and without the colon after it.
 */
import type { SectionKind } from '../mention.ts';

const TITLES: Record<Exclude<SectionKind, 'other' | 'heading'>, string> = {
  request:
    'request|requests|requested|service requested|services requested|service/good requested|treatment requested|requested treatment|requested treatments|requested service|requested services|request for authorization|rfa|authorization request|items requested|requesting|treatment request|issues at dispute|disputed items|items in dispute|disputed services|service/good|item requested|tx requested|tx request|requested tx|treatments requested|procedure requested|procedures requested|medication requested|medications requested|meds requested|drugs requested|items for authorization|authorization requested|requesting authorization|the ask',
  plan: 'plan|p|rec|recc|reccs|a/p|treatment plan|plan of care|assessment and plan|assessment & plan|assessment/plan|impression and plan|impression/plan|recommendation|recommendations|treatment recommendations|discussion and plan|plans|disposition|follow up|follow-up|poc|tx plan|plan/recommendations|discharge instructions|instructions|orders|orders today|recs|plan today|hospital course and plan|hospital course & plan',
  subjective:
    'subjective|s|hpi|history of present illness|history of present complaint|present illness|present complaints|current complaints|chief complaint|chief complaints|complaints|cc|interval history|interim history|subjective complaints|subjective findings|ros|review of systems|patient complaints|history of the present illness|reason for visit|reason for consultation|reason for admission|history of injury|mechanism of injury|presenting complaint|current symptoms|symptoms|comments|comment|additional comments|other comments|clinical comments|remarks',
  history:
    'past medical history|pmh|pmhx|past history|past surgical history|psh|pshx|medical history|surgical history|past medical and surgical history|past medical/surgical history|previous history|history|past medical hx|past surgical hx|prior surgeries|previous surgeries|past psychiatric history|pmh/psh|social history|soc hx|social hx|tobacco|tobacco use|tobacco update|smoking|smoking status|habits|psych|psychological|psychosocial|allergies|allergy|drug allergies|medication allergies',
  'family-history':
    'family history|fh|fhx|family hx|family medical history|fam hx|family and social history',
  medications:
    'medications|meds|takes|takes now|now takes|currently takes|meds now|current medications|current meds|medication list|medication|rx|current medication|medications on admission|home medications|discharge medications|prescriptions|current rx|present medications|medications prescribed',
  exam: 'exam|physical exam|physical examination|pe|o|objective|objective findings|examination|on exam|musculoskeletal exam|neurological exam|neurologic exam|px|physical findings|findings on exam|examination findings|mse|mental status exam|mental status examination|clinical findings|objective complaints',
  tests:
    'imaging|diagnostic studies|diagnostics|diagnostic tests|labs|laboratory|laboratory data|lab|radiographs|radiology|electrodiagnostic studies|studies|test results|imaging studies|diagnostic imaging|findings|radiographic findings|diagnostic testing',
  diagnosis:
    'diagnosis|diagnoses|dx|assessment|a|impression|impressions|assessment/diagnosis|dx / icd-10|dx/icd-10|diagnostic impression|diagnostic impressions|working diagnosis|working diagnoses|final diagnosis|discharge diagnosis|clinical impression|a/d|icd-10|assessments|preoperative diagnosis|postoperative diagnosis|admitting diagnosis',
  'treatment-to-date':
    'prior|nonoperative care|nonoperative treatment|non-operative care|non-operative treatment|nonsurgical care|treatment to date|treatments to date|prior treatment|prior treatments|previous treatment|previous treatments|past treatment|past treatments|treatment history|treatment rendered|care to date|conservative care|conservative treatment|prior care|treatment thus far|prior tx|tx to date|failed|failed treatment|failed treatments|treatments failed|treatments tried|treatment tried',
  'work-status':
    'work status|disability status|work restrictions|current work status|work capacity|rtw',
  decision:
    'decision|determination|final determination|ur decision|utilization review decision|utilization review determination|outcome|imr issues, decisions and rationales|issues, decisions and rationales|ur determination',
  guideline:
    'maximus guideline|guideline|guidelines|guidelines cited|criteria|criteria used|guideline citation|guidelines used|references|evidence cited|criteria cited|clinical guideline|guideline criteria|mtus|odg|acoem|guideline used',
  'claims-administrator-guideline':
    'claims administrator guideline|claims administrator guidelines|ur guideline|guideline cited by claims administrator',
  rationale:
    "decision rationale|rationale|rationale for decision|reviewer rationale|clinical rationale|reason for decision|reasons for decision|rationale for determination|explanation|discussion|reviewer comments|analysis|opinion|basis|basis for decision|basis for determination|basis of decision|reasons|reasoning|issue and rationale|opinion and rationale|reviewer opinion|reviewer analysis|discussion and rationale|rationale and discussion|rationale/discussion|analysis and rationale|why|grounds|rationales|reasons given|reasons for the decision|rationale for the decision|basis for the decision|grounds for the decision|grounds for decision|findings and reasons|findings and rationale|decision and rationale|decision and reasons|reviewer's rationale|reviewer's reasoning",
  'case-summary':
    'clinical case summary|case summary|clinical summary|summary|summary of records|records reviewed|record review|review of records|medical records reviewed|clinical history|background|clinical information|synopsis|clinical synopsis|facts|summary of case|summary of facts|summary of the case|summary of the record|summary of the file|statement of facts|case history|brief history|brief clinical summary|brief summary|pertinent history|what the records show|what the record shows|what the file shows|what the chart shows|what the file says|what the chart says|what the records say|what the record says|what the file contains|what the records contain|what the documents show|what the reports show|what the reports say|what the papers show|what the submission shows|what was sent|what was submitted|what was reviewed|what was received|what we have|what i reviewed|from the file|from the chart|from the record|from the records|in the file|file review|chart review|documents reviewed|file summary|chart summary|record summary|records summary|medical summary|medical background|relevant history|relevant facts|case facts|facts of the case|clinical course|course of care|summary of care',
  correspondence:
    'from|to|subject|re|cc to|sent|peer to peer|peer-to-peer|p2p|call log|phone call|telephone encounter|telephone call|message|nurse|nurse note|ur nurse note|nurse notes|addendum',
};

/** Titles to their kind. */
export const SECTION_TITLES: ReadonlyMap<string, SectionKind> = new Map(
  Object.entries(TITLES).flatMap(([kind, titles]) =>
    titles.split('|').map((title) => [title, kind as SectionKind]),
  ),
);

/** Titles that open a section only at a line's start and with a colon: single letters and common words. */
export const NEEDS_COLON: ReadonlySet<string> = new Set(
  's|o|a|p|why|grounds|history|lab|labs|rx|re|to|from|sent|request|requests|requested|plan of care|exam|findings|decision|discussion|summary|message|symptoms|nurse|explanation|background|analysis|criteria|outcome|basis|reasons|facts|opinion|reasoning|follow up|follow-up|medication|mtus|odg|acoem|studies|requesting|on exam'.split(
    '|',
  ),
);

/** Titles that nothing else is mistaken for, wherever in a line they stand before a colon. */
export const INLINE_TITLES: ReadonlySet<string> = new Set(
  'hpi|ros|pmh|pmhx|psh|pshx|pe|px|cc|a/p|dx|fh|fhx|mse|meds|rfa|poc|exam|on exam|labs|lab|rx|findings|plan of care|studies|follow up|follow-up|history of present illness|chief complaint|review of systems|physical exam|physical examination|past medical history|past surgical history|family history|social history|current medications|assessment and plan|assessment & plan|assessment/plan|treatment plan|work status|decision rationale|claims administrator guideline|maximus guideline|clinical case summary'.split(
    '|',
  ),
);

/** Titles that open a section behind other capitals too: "LBP HPI:", but not "FAILED MEDS:". */
export const CAPITAL_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'hpi|ros|pmh|pmhx|psh|pshx|pe|px|cc|a/p|fh|fhx|mse|poc'.split('|'),
);

/** Words that a heading in capitals ends in. */
export const CAPITAL_TITLE_WORDS: ReadonlySet<string> = new Set(
  'treatment|treatments|history|findings|status|course|results|summary|information|complaints|limitations|gains|function|data|notes|review|evaluation|activities|restrictions|background|details|employment|care|tried|attempted|failed|trials|measures|surgeries|surgery|interventions|improvement|level|visits|record|records|questionnaire|scores|assessment|tools|agreement|monitoring|discussion'.split(
    '|',
  ),
);

/** Words at the end of a paper's name. */
export const PAPER_WORDS: ReadonlySet<string> = new Set(
  'note|notes|log|flowsheet|diary|questionnaire|worksheet|printout|transcript|voicemail'.split('|'),
);

/** Words that open a heading of earlier treatment. */
export const EARLIER_TITLE_WORDS: ReadonlySet<string> = new Set(
  'prior|previous|past|earlier|failed|tried|conservative'.split('|'),
);

/** Words at a heading's end that make it the decision about an item: "Xanax 0.5mg #15: Upheld". */
export const DECISION_WORDS: ReadonlySet<string> = new Set(
  'upheld|overturned|certified|non-certified|noncertified|not certified|denied|approved|modified|authorized|not authorized|partially overturned|deferred|conditionally non-certified'.split(
    '|',
  ),
);

/** Labels whose date is the date of what follows: "DOS: 8/12/15". */
export const DATE_LABELS: ReadonlySet<string> = new Set(
  'date|dos|date of service|date of visit|visit date|date of exam|exam date|date of examination|date of evaluation|date seen|seen|seen on|encounter date|note date|progress note dated|progress note|pr-2|pr2|pr-2 dated|report date|date of report'.split(
    '|',
  ),
);
