import type { ActiveReview, CaseState } from '../../lib/messaging/active-review.ts';
import { words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { useActions } from '../panel/actions.ts';
import { AsOf } from './as-of.tsx';
import { ChosenEdition } from './chosen-edition.tsx';
import { CoverageLine } from './coverage-line.tsx';

interface Props {
  active: ActiveReview | null;
  onCoverage: () => void;
  onPalette: () => void;
}

/** Which case the panel shows, on which site, what of it was read, and by which day. */
export function CaseHeader({ active, onCoverage, onPalette }: Props) {
  const { openOptions } = useActions();
  const current = active?.case ?? null;
  return (
    <header class="case">
      <div class="case__id">
        <h1 class="case__no">{current === null ? words('no_case') : caseTitle(current)}</h1>
        <span class="case__facts">{active?.site?.host ?? active?.tab?.title}</span>
      </div>
      <div class="case__tools">
        <button
          type="button"
          class="iconbtn"
          aria-label={words('palette')}
          title={words('palette')}
          onClick={onPalette}
        >
          <Icon name="search" />
        </button>
        {current !== null && <MarksButton on={current.marksOn} />}
        <button
          type="button"
          class="iconbtn"
          aria-label={words('options')}
          title={words('options')}
          onClick={() => openOptions()}
        >
          <Icon name="settings" />
        </button>
      </div>
      <div class="cover">
        {current === null || current.documents.length === 0 ? (
          <span>{words('nothing_read')}</span>
        ) : (
          <CoverageLine documents={current.documents} onOpen={onCoverage} />
        )}
        {current?.asOf != null && <AsOf key={current.id} asOf={current.asOf} />}
      </div>
      {current?.edition != null && (
        <ChosenEdition edition={current.edition} review={current.review} />
      )}
    </header>
  );
}

function caseTitle({ claimNumber, name }: CaseState): string {
  return claimNumber === null ? name : words('claim', claimNumber);
}

function MarksButton({ on }: { on: boolean }) {
  const { setMarks } = useActions();
  return (
    <button
      type="button"
      class="iconbtn"
      data-key="marks"
      aria-pressed={on}
      aria-label={words('marks_in_page')}
      title={words(on ? 'marks_hide' : 'marks_show')}
      onClick={() => setMarks(!on)}
    >
      <Icon name={on ? 'eye' : 'eye-off'} />
    </button>
  );
}
