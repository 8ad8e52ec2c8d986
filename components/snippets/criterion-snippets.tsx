import { useState } from 'preact/hooks';
import type { CriterionReview } from '../../lib/review/review.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';
import { useTeamStatus } from '../team/team-context.ts';
import { TeamLine } from '../team/team-line.tsx';
import { useSnippetShelf } from './shelf.ts';
import { SnippetPicker } from './snippet-picker.tsx';

/** The way from an open criterion to its snippets; nothing where none are offered. */
export function CriterionSnippets({
  criterion,
  asOf,
}: {
  criterion: CriterionReview;
  asOf: string;
}) {
  const shelf = useSnippetShelf();
  const team = useTeamStatus();
  const { openOptions } = useActions();
  const [open, setOpen] = useState(false);
  if (shelf === null || shelf.snippets.length === 0) return null;
  const serving = shelf.snippets.filter(({ snippet }) => snippet.criteria.includes(criterion.id));
  return (
    <section class="snippets" aria-label={words('snippets')}>
      <div class="cites__top">
        <h4>{words('snippets')}</h4>
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words('snippets_hide') : counted('snippets_for_this', serving.length)}
        </button>
      </div>
      {team !== null && <TeamLine status={team} onOpen={() => openOptions('team')} />}
      {open && <SnippetPicker {...{ shelf, criterion, asOf }} />}
    </section>
  );
}
