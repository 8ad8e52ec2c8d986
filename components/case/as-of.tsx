import { useId, useState } from 'preact/hooks';
import type { CaseState } from '../../lib/messaging/active-review.ts';
import { showDate } from '../../lib/wording/dates.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';

/** The day the editions are chosen by, how it was found, and a field to choose another. */
export function AsOf({ asOf }: { asOf: NonNullable<CaseState['asOf']> }) {
  const { setAsOf } = useActions();
  const field = useId();
  const [editing, setEditing] = useState(false);
  const choose = (date: string | null) => {
    setAsOf(date);
    setEditing(false);
  };
  return (
    <>
      <button
        type="button"
        class="link asof"
        aria-expanded={editing}
        onClick={() => setEditing(!editing)}
      >
        {words('as_of', showDate(asOf.date))}
      </button>
      {editing && (
        <form
          class="asof__edit"
          onSubmit={(event) => {
            event.preventDefault();
            const date = new FormData(event.currentTarget).get('date');
            if (typeof date === 'string' && date !== '') choose(date);
          }}
        >
          <label for={field}>{words('as_of_label')}</label>
          <div class="rerun__in">
            <input
              class="field"
              id={field}
              name="date"
              type="date"
              defaultValue={asOf.date}
              required
            />
            <button type="submit" class="btn">
              {words('as_of_use')}
            </button>
          </div>
          <p class="hint">
            {words('as_of_source', worded(asOf.source))}{' '}
            {asOf.chosen && (
              <button type="button" class="link" onClick={() => choose(null)}>
                {words('as_of_reset')}
              </button>
            )}
          </p>
        </form>
      )}
    </>
  );
}
