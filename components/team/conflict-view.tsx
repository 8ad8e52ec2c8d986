import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConflictEnd, TeamConflict } from '../../lib/library/sync/conflicts.ts';
import { offerMerge } from '../../lib/library/sync/merge-offer.ts';
import { titleOf } from '../../lib/library/sync/team-status.ts';
import { diffWords, type WordRun } from '../../lib/library/sync/word-diff.ts';
import type { MergedField } from '../../lib/snippets/merge.ts';
import { words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { GuardFindings } from '../options/guard-findings.tsx';
import { mergedFieldTexts, valueInWords } from '../options/snippet-words.ts';
import { MergeForm } from './merge-form.tsx';
import { useTeamActions } from './team-actions.ts';
import { conflictTexts } from './team-words.ts';
import { WordRuns } from './word-runs.tsx';

interface Props {
  conflict: TeamConflict;
  /** Who ends it. */
  author: string;
  /** Back to the team, with what is to be said there. */
  onClose: (said: string) => void;
}

/** Two versions side by side with the words in which they differ, and the ways to end it. */
export function ConflictView({ conflict, author, onClose }: Props) {
  const { endConflict } = useTeamActions();
  const heading = useRef<HTMLHeadingElement>(null);
  const [end, setEnd] = useState<{ outcome: ConflictEnd; chosen: unknown } | null>(null);
  const [vouched, setVouched] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => heading.current?.focus(), []);

  const choose = async (chosen: unknown, names = vouched) => {
    setVouched(names);
    const outcome = await endConflict(conflict, chosen, names);
    if (outcome === 'done') onClose(words('team_conflict_done'));
    else setEnd({ outcome, chosen });
  };
  const { mine, theirs, why, document, theirAuthor } = conflict;
  const title = titleOf(mine) ?? titleOf(theirs) ?? document;
  const offer = offerMerge(conflict);
  const by = () => ({ author, changed: new Date().toISOString() });
  const outcome = end?.outcome;
  return (
    <section class="versus" aria-labelledby="versus">
      <button type="button" class="link back" onClick={() => onClose('')}>
        <Icon name="left" small /> {words('team_conflict_back')}
      </button>
      <h2 id="versus" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p class="lead">{words(conflictTexts[why], theirAuthor ?? words('team_someone'))}</p>
      <div class="sides">
        <Version conflict={conflict} side="first" />
        <Version conflict={conflict} side="second" />
      </div>
      <div class="bar">
        <button
          type="button"
          class="btn"
          onClick={() => void choose(mine === null ? null : (offer?.keep('mine', by()) ?? mine))}
        >
          {words(mine === null ? 'team_remove' : 'team_keep_mine')}
        </button>
        <button
          type="button"
          class="btn"
          onClick={() =>
            void choose(theirs === null ? null : (offer?.keep('theirs', by()) ?? theirs))
          }
        >
          {words(theirs === null ? 'team_remove' : 'team_keep_theirs')}
        </button>
      </div>
      {offer !== null && <p class="hint">{words('team_history_note')}</p>}
      {outcome === 'moved-on' && (
        <p class="wrong" role="alert">
          {words('team_conflict_moved')}
        </p>
      )}
      {end !== null && typeof outcome === 'object' && (
        <GuardFindings
          found={outcome.identifiers}
          onVouch={(text) => void choose(end.chosen, new Set([...vouched, text]))}
        />
      )}
      {offer !== null && (
        <MergeForm
          offer={offer}
          onMerge={(take, text) => void choose(offer.merge(take, by(), text))}
        />
      )}
    </section>
  );
}

/** One of the two versions: its text, and the other fields in which they differ. */
function Version({ conflict, side }: { conflict: TeamConflict; side: 'first' | 'second' }) {
  const { why, mine, theirs } = conflict;
  const body = side === 'first' ? mine : theirs;
  const offer = offerMerge(conflict);
  const heading = words(side === 'first' ? 'team_mine' : 'team_theirs');
  const fields = offer?.differing ?? [
    { field: null, runs: diffWords(plainOf(mine), plainOf(theirs)) },
  ];
  return (
    <section class="side" aria-label={heading}>
      <h3>{heading}</h3>
      {body === null ? (
        <p>{words(why === 'missing' && side === 'second' ? 'team_absent' : 'team_removed')}</p>
      ) : (
        fields.map(({ field, runs }) => (
          <div key={field}>
            {field !== null && <h4>{words(mergedFieldTexts[field])}</h4>}
            <p class="wording">
              <WordRuns runs={inWords(field, runs)} side={side} />
            </p>
          </div>
        ))
      )}
    </section>
  );
}

/** Values that a file knows by a name have words of their own. */
function inWords(field: MergedField | null, runs: readonly WordRun[]): readonly WordRun[] {
  if (field === null) return runs;
  return runs.map((run) => ({ ...run, text: valueInWords(field, run.text) }));
}

/** What is no snippet, or stands against nothing, is read as a whole. */
function plainOf(body: unknown): string {
  if (body === null || body === undefined) return '';
  const { text } = body as { text?: unknown };
  return typeof text === 'string' ? text : JSON.stringify(body, null, 1);
}
