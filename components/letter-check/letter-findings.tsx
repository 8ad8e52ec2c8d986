import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Passage } from '../../lib/case/passage.ts';
import type { Finding, Review } from '../../lib/review/review.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { counted, worded, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { Quote } from '../evidence/quote.tsx';
import { checkName } from './check-names.ts';
import { useLetterCheck } from './use-letter-check.ts';

/** The document id of passages of the letter itself. */
const LETTER = 'letter';

interface Props {
  text: string;
  /** The letter is held against it; another one is held against it anew. */
  review: Review | null;
  /** The request that the text is the draft on; a letter where there is none. */
  draftOn?: string | null;
  /** The remark that was gone to, if any, by `remarkId`. */
  open: string | null;
  /** Goes to words of the text, where it stands in a field beside the remarks. */
  onPassage?: (passage: Passage) => void;
}

/** Names a remark within the remarks on one text. */
export function remarkId({ id, reason }: Finding): string {
  return `${id} ${worded(reason)}`;
}

/** The remarks on a letter: each with its words, why, and the record it is held against. */
export function LetterFindings({ text, review, draftOn = null, open, onPassage }: Props) {
  const { text: checked, findings, busy, fault } = useLetterCheck(text, review, draftOn);
  const isEmpty = text.trim() === '';
  const isChecking = busy && checked !== text;
  /** What is said aloud: only how a check ended, and not with every pause in writing. */
  const settled = useRef('');
  if (!isChecking) settled.current = summary(isEmpty, findings.length);
  return (
    <section class="letter" aria-label={words('letter_findings')}>
      <p class="letter__count" aria-hidden="true">
        {isChecking ? words('letter_checking') : settled.current}
      </p>
      <p class="sr" role="status">
        {settled.current}
      </p>
      {fault !== null && (
        <p class="fault" data-fault={fault}>
          {sentenceOf(fault)} {fault}
        </p>
      )}
      {!isEmpty &&
        findings.map((finding) => (
          <Remark
            key={remarkId(finding)}
            finding={finding}
            isOpen={remarkId(finding) === open}
            {...(onPassage ? { onPassage } : {})}
          />
        ))}
    </section>
  );
}

function summary(isEmpty: boolean, count: number): string {
  if (isEmpty) return words('letter_empty');
  return count === 0 ? words('letter_nothing') : counted('letter_count', count);
}

interface RemarkProps {
  finding: Finding;
  isOpen: boolean;
  onPassage?: (passage: Passage) => void;
}

function Remark({ finding, isOpen, onPassage }: RemarkProps) {
  const article = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    article.current?.focus({ preventScroll: true });
    article.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isOpen]);
  const own = finding.evidence.filter(({ document }) => document === LETTER);
  const record = finding.evidence.filter(({ document }) => document !== LETTER);
  return (
    <article
      ref={article}
      class="remark"
      tabIndex={-1}
      data-finding={finding.id}
      data-stop={remarkId(finding)}
    >
      <h3>
        <Glyph of="fault" small />
        {checkName(finding.id)}
      </h3>
      <p>{worded(finding.reason)}</p>
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
