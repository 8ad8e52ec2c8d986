import { useId } from 'preact/hooks';
import type { JudgedCriterion } from '../../lib/review/judgements.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { Icon } from '../base/icon.tsx';
import { verdictSentence } from '../base/verdicts.ts';
import { Citations } from '../citation/citations.tsx';
import { Apart } from '../evidence/apart.tsx';
import { Sides } from '../evidence/sides.tsx';
import { Receipt } from '../receipt/receipt.tsx';
import { ReceiptCopy } from '../receipt/receipt-copy.tsx';
import { SearchAgain } from '../receipt/search-again.tsx';
import { CriterionSnippets } from '../snippets/criterion-snippets.tsx';
import { CorrectVerdict } from './correct-verdict.tsx';
import { JudgedCriterionProvider } from './judging.ts';
import { MeasureBlock } from './measure.tsx';
import { OwnJudgements } from './own-judgements.tsx';

interface Props {
  criterion: JudgedCriterion;
  asOf: string;
  onClose: () => void;
}

/** A criterion with everything its verdict rests on. */
export function CriterionOpen({ criterion, asOf, onClose }: Props) {
  const { verdict, measure, evidence, receipt, wouldSettle, fault } = criterion;
  const title = useId();
  const citations = [criterion.citation, ...criterion.alsoCited].filter((each) => each !== null);
  return (
    <JudgedCriterionProvider value={criterion.id}>
      <section class="crit-open" aria-labelledby={title} data-criterion={criterion.id}>
        <div class="q">
          <Glyph of={verdict} />
          <h3 id={title}>{criterion.question}</h3>
          <button
            type="button"
            class="iconbtn"
            aria-label={words('close')}
            aria-expanded="true"
            data-stop={criterion.id}
            onClick={onClose}
          >
            <Icon name="up" />
          </button>
          <p class={`verdict ${verdict}`}>
            <strong>{verdictSentence(verdict)}</strong> {worded(criterion.reason)}
          </p>
          {fault !== undefined && (
            <p class="flag fault">
              <Glyph of="fault" small />
              <span>{words('criterion_fault', fault)}</span>
            </p>
          )}
        </div>
        <OwnJudgements criterion={criterion} />
        {measure !== undefined && <MeasureBlock measure={measure} citations={citations} />}
        <Sides evidence={evidence} />
        <Apart evidence={evidence} />
        {receipt !== null && (
          <>
            <Receipt receipt={receipt} />
            <ReceiptCopy criterion={criterion} receipt={receipt} />
            <SearchAgain criterion={criterion.id} />
          </>
        )}
        {wouldSettle !== undefined && verdict !== 'met' && verdict !== 'not-applicable' && (
          <div class="para">
            <h4>{words('would_settle')}</h4>
            <p>{wouldSettle}</p>
          </div>
        )}
        <CorrectVerdict criterion={criterion} />
        <Citations criterion={criterion} asOf={asOf} />
        <CriterionSnippets criterion={criterion} asOf={asOf} />
      </section>
    </JudgedCriterionProvider>
  );
}
