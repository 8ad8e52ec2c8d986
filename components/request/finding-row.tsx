import type { ComponentChild } from 'preact';
import type { Finding, SearchReceipt } from '../../lib/review/review.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { Quote } from '../evidence/quote.tsx';
import { Receipt } from '../receipt/receipt.tsx';

interface Props {
  finding: Finding;
  /** What was searched, where the finding is that nothing was found. */
  receipt?: SearchReceipt | null;
  sign: ComponentChild;
  /** What kind of finding it is, in a word. */
  word: string;
  /** The meaning class of the word. */
  meaning?: string;
  open: boolean;
  onToggle: () => void;
}

/** A finding in one line that opens to the passages it rests on, or to what was searched. */
export function FindingRow(props: Props) {
  const { finding, receipt = null, sign, word, meaning = '', open, onToggle } = props;
  return (
    <div class={open ? 'crit-open finding' : 'finding'}>
      <button
        type="button"
        class="hang crit"
        aria-expanded={open}
        data-stop={finding.id}
        onClick={onToggle}
      >
        {sign}
        <span class="hang__main">{worded(finding.reason)}</span>
        <span class={`hang__end word ${meaning}`}>{word}</span>
      </button>
      {open && (
        <div class="apart">
          {finding.evidence.map((piece) => (
            <Quote
              key={`${piece.document}:${piece.start}:${piece.end}`}
              passage={piece}
              meaning={meaningOf(piece.role)}
              dated
            />
          ))}
          {finding.evidence.length === 0 && receipt === null && (
            <p class="none">{words('finding_no_passage')}</p>
          )}
          {receipt !== null && <Receipt receipt={receipt} />}
        </div>
      )}
    </div>
  );
}

function meaningOf(role: Finding['evidence'][number]['role']) {
  return role === 'claim' || role === 'history' ? 'aside' : role;
}
