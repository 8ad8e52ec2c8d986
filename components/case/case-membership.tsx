import { useId } from 'preact/hooks';
import type { CaseState } from '../../lib/messaging/active-review.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';

/** Which case the page belongs to: it can go to another open one, or begin anew. */
export function CaseMembership({ of, onPortal }: { of: CaseState; onPortal: () => void }) {
  const { addToCase, newCase, openReader } = useActions();
  const field = useId();
  const why = useId();
  return (
    <section class="membership" aria-label={words('case_together')}>
      {of.others.length > 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const chosen = new FormData(event.currentTarget).get('case');
            if (typeof chosen === 'string') addToCase(chosen);
          }}
        >
          <label for={field}>{words('case_add_label')}</label>
          <div class="rerun__in">
            <select class="field" id={field} name="case">
              {of.others.map(({ id, name, claimNumber }) => (
                <option key={id} value={id}>
                  {claimNumber === null ? name : words('claim', claimNumber)}
                </option>
              ))}
            </select>
            <button type="submit" class="btn">
              {words('case_add')}
            </button>
          </div>
        </form>
      )}
      <div class="bar">
        <button type="button" class="btn" onClick={() => openReader(null)}>
          {words('open_document')}
        </button>
        <button type="button" class="btn" onClick={onPortal}>
          {words('portal_setup_link')}
        </button>
      </div>
      <div class="bar">
        <button type="button" class="btn" onClick={newCase} aria-describedby={why}>
          {words('case_new')}
        </button>
        <span class="hint" id={why}>
          {words('case_new_why')}
        </span>
      </div>
    </section>
  );
}
