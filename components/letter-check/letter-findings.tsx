import type { Passage } from '../../lib/case/passage.ts';
import type { Finding, Review } from '../../lib/review/review.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { counted, type MessageKey, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { Quote } from '../evidence/quote.tsx';
import { useLetterCheck } from './use-letter-check.ts';

/** The document id of passages of the letter itself. */
const LETTER = 'letter';

interface Props {
  text: string;
  /** The letter is held against it; another one is held against it anew. */
  review: Review | null;
  /** Goes to words of the letter, where it stands in a field beside the remarks. */
  onPassage?: (passage: Passage) => void;
}

/** The remarks on a letter: each with its words, why, and the record it is held against. */
export function LetterFindings({ text, review, onPassage }: Props) {
  const { text: checked, findings, busy, fault } = useLetterCheck(text, review);
  const isEmpty = text.trim() === '';
  return (
    <section class="letter" aria-label={words('letter_findings')}>
      <p class="letter__count" role="status">
        {summary(isEmpty, busy && checked !== text, findings.length)}
      </p>
      {fault !== null && (
        <p class="fault" data-fault={fault}>
          {sentenceOf(fault)} {fault}
        </p>
      )}
      {!isEmpty &&
        findings.map((finding) => (
          <Remark
            key={`${finding.id} ${finding.reason}`}
            finding={finding}
            {...(onPassage ? { onPassage } : {})}
          />
        ))}
    </section>
  );
}

function summary(isEmpty: boolean, busy: boolean, count: number): string {
  if (isEmpty) return words('letter_empty');
  if (busy) return words('letter_checking');
  return count === 0 ? words('letter_nothing') : counted('letter_count', count);
}

interface RemarkProps {
  finding: Finding;
  onPassage?: (passage: Passage) => void;
}

function Remark({ finding, onPassage }: RemarkProps) {
  const own = finding.evidence.filter(({ document }) => document === LETTER);
  const record = finding.evidence.filter(({ document }) => document !== LETTER);
  return (
    <article class="remark" data-finding={finding.id}>
      <h3>
        <Glyph of="fault" small />
        {words(nameOf(finding.id))}
      </h3>
      <p>{finding.reason}</p>
      {own.map((piece) => (
        <div class="remark__own" key={`${piece.start}:${piece.end}`}>
          <blockquote class="rec aside">{piece.quote}</blockquote>
          {onPassage !== undefined && (
            <button type="button" class="link" onClick={() => onPassage(piece)}>
              {words('letter_show_words')}
            </button>
          )}
        </div>
      ))}
      {record.length > 0 && <h4>{words('letter_record')}</h4>}
      {record.map((piece) => (
        <Quote
          key={`${piece.document}:${piece.start}:${piece.end}`}
          passage={piece}
          meaning={piece.role === 'claim' || piece.role === 'history' ? 'aside' : piece.role}
          dated
        />
      ))}
    </article>
  );
}

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

function nameOf(id: string): MessageKey {
  return names[id as keyof typeof names] ?? 'letter_findings';
}
