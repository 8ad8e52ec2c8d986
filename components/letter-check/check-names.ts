import { type MessageKey, words } from '../../lib/wording/words.ts';

const names = {
  'letter/other-item': 'letter_other_item',
  'letter/request-mismatch': 'letter_request_mismatch',
  'letter/absence-contradicted': 'letter_absence_contradicted',
  'letter/contrary-evidence-ignored': 'letter_contrary_evidence_ignored',
  'letter/criterion-unaddressed': 'letter_criterion_unaddressed',
  'letter/no-citation': 'letter_no_citation',
  'letter/citation-out-of-date': 'letter_citation_out_of_date',
  'letter/mixed-limits': 'letter_mixed_limits',
  'letter/empty-phrase': 'letter_empty_phrase',
  'letter/copied-text': 'letter_copied_text',
  'letter/slip': 'letter_slip',
  'letter/unexplained-abbreviation': 'letter_unexplained_abbreviation',
  'letter/missing-element': 'letter_missing_element',
} as const satisfies Record<string, MessageKey>;

/** What kind of remark it is, in a word or two. */
export function checkName(id: string): string {
  return words(names[id as keyof typeof names] ?? 'letter_findings');
}
