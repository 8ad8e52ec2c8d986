import { useState } from 'preact/hooks';
import type { CriterionReview } from '../../lib/review/review.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { inVerdictOrder, isOpen, verdictName } from '../base/verdicts.ts';
import { scoreOf } from '../palette/score.ts';
import { CriteriaFilter } from './criteria-filter.tsx';
import { CriterionOpen } from './criterion-open.tsx';
import { CriterionRow } from './criterion-row.tsx';

export interface ListProps {
  criteria: readonly CriterionReview[];
  asOf: string;
  /** The criterion that is open, if any. */
  open: string | null;
  onOpen: (criterion: string | null) => void;
}

/** A request's criteria: open questions first, then answered ones, then those that do not apply. */
export function CriteriaList(props: ListProps) {
  const [typed, setTyped] = useState('');
  const criteria = matching(props.criteria, typed, props.open);
  const ordered = inVerdictOrder(criteria);
  const open = ordered.filter(({ verdict }) => isOpen(verdict));
  const answered = ordered.filter(({ verdict }) => verdict === 'met');
  const inapplicable = ordered.filter(({ verdict }) => verdict === 'not-applicable');
  return (
    <>
      {props.criteria.length > FEW && (
        <CriteriaFilter
          typed={typed}
          shown={criteria.length}
          all={props.criteria.length}
          onType={setTyped}
        />
      )}
      <Group
        title={words('group_open')}
        {...props}
        criteria={open}
        {...(typed === '' && { none: words('group_open_none') })}
      />
      <Group title={words('group_answered')} {...props} criteria={answered} />
      <Inapplicable {...props} criteria={inapplicable} filtered={typed !== ''} />
    </>
  );
}

/** So few are seen at once. */
const FEW = 4;

/** Those whose name, question, verdict or reason has what was typed; what is open stays. */
function matching(
  criteria: readonly CriterionReview[],
  typed: string,
  open: string | null,
): readonly CriterionReview[] {
  if (typed.trim() === '') return criteria;
  return criteria.filter(
    ({ id, name, question, verdict, reason }) =>
      id === open ||
      scoreOf(
        { title: name, detail: `${question} ${verdictName(verdict)} ${worded(reason)}` },
        typed,
      ) > 0,
  );
}

function Group({ title, none, ...list }: ListProps & { title: string; none?: string }) {
  if (list.criteria.length === 0 && none === undefined) return null;
  return (
    <section aria-label={title}>
      <h3 class="group">
        {title} <span class="n">{list.criteria.length}</span>
      </h3>
      {list.criteria.length === 0 && <p class="none hung">{none}</p>}
      <Rows {...list} />
    </section>
  );
}

/** Folded away, since nothing here asks for attention; open as soon as one of them is. */
function Inapplicable(list: ListProps & { filtered: boolean }) {
  const [unfolded, setUnfolded] = useState(false);
  if (list.criteria.length === 0) return null;
  const shown = unfolded || list.filtered || list.criteria.some(({ id }) => id === list.open);
  return (
    <section aria-label={words('group_not_applicable')}>
      <h3>
        <button
          type="button"
          class="group"
          aria-expanded={shown}
          data-stop="not-applicable"
          onClick={() => setUnfolded(!shown)}
        >
          <Icon name={shown ? 'down' : 'right'} />
          {words('group_not_applicable')} <span class="n">{list.criteria.length}</span>
        </button>
      </h3>
      {shown && <Rows {...list} />}
    </section>
  );
}

function Rows({ criteria, asOf, open, onOpen }: ListProps) {
  return (
    <div class="rows">
      {criteria.map((criterion) =>
        criterion.id === open ? (
          <CriterionOpen
            key={criterion.id}
            criterion={criterion}
            asOf={asOf}
            onClose={() => onOpen(null)}
          />
        ) : (
          <CriterionRow
            key={criterion.id}
            criterion={criterion}
            onOpen={() => onOpen(criterion.id)}
          />
        ),
      )}
    </div>
  );
}
