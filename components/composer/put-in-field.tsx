import { useState } from 'preact/hooks';
import type { Locator } from '../../lib/case/portal-profile.ts';
import type { Draft } from '../../lib/letter/draft.ts';
import { htmlText, plainText } from '../../lib/letter/forms.ts';
import type { Inserted } from '../../lib/messaging/protocol.ts';
import type { Result } from '../../lib/messaging/result.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';

interface Props {
  draft: Draft;
  /** What is known of the portal: the field for the determination may be. */
  profile: PortalProfile | null;
}

type Said = { after: 'insert'; result: Result<Inserted> } | { after: 'undo'; done: boolean };

/**
 * Puts the draft into the portal's field for the determination, which the portal's profile names or
 * the reviewer points at, and says what landed there.
 */
export function PutInField({ draft, profile }: Props) {
  const { insertText, undoInsert, pickPlace, saveProfile } = useActions();
  const [picked, setPicked] = useState<Locator | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const known = profile?.places.determination;
  const field = picked ?? known ?? null;

  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    await work();
    setBusy(false);
  };
  const point = () =>
    run(async () => {
      setSaid(null);
      const place = await pickPlace('determination');
      if (place) setPicked(place.locator);
    });
  const insert = (locator: Locator) =>
    run(async () => {
      const text = { locator, plain: plainText(draft), html: htmlText(draft) };
      setSaid({ after: 'insert', result: await insertText(text) });
    });
  const undo = () => run(async () => setSaid({ after: 'undo', done: await undoInsert() }));
  const canRemember = profile !== null && picked !== null && picked !== known;
  const remember = (place: Locator, to: PortalProfile) =>
    saveProfile({ ...to, places: { ...to.places, determination: place } });

  return (
    <section class="putin" aria-label={words('insert_title')}>
      <h3>{words('insert_title')}</h3>
      <p class="hint">{words(field === null ? 'insert_choose' : 'insert_chosen')}</p>
      <div class="bar">
        {field !== null && (
          <button type="button" class="btn primary" onClick={() => void insert(field)}>
            {words('insert_now')}
          </button>
        )}
        <button type="button" class="btn" onClick={() => void point()}>
          {words(field === null ? 'insert_point' : 'insert_point_other')}
        </button>
        {canRemember && (
          <button type="button" class="btn" onClick={() => remember(picked, profile)}>
            {words('insert_remember')}
          </button>
        )}
      </div>
      <div role="status" class="putin__said">
        {said !== null && <Outcome said={said} />}
      </div>
      {said?.after === 'insert' && said.result.ok && said.result.value.outcome !== 'not-landed' && (
        <button type="button" class="btn" onClick={() => void undo()}>
          {words('insert_undo')}
        </button>
      )}
    </section>
  );
}

function Outcome({ said }: { said: Said }) {
  if (said.after === 'undo')
    return <p>{words(said.done ? 'insert_undone' : 'insert_not_undone')}</p>;
  if (!said.result.ok) {
    return (
      <p class="fault" data-fault={said.result.fault}>
        {sentenceOf(said.result.fault)} {said.result.fault}
      </p>
    );
  }
  const { outcome, holds } = said.result.value;
  if (outcome === 'landed') return <p>{words('insert_landed')}</p>;
  if (outcome === 'not-landed') return <p class="fault">{words('insert_not_landed')}</p>;
  return (
    <>
      <p class="fault">{words('insert_changed')}</p>
      <blockquote class="rec aside">{holds}</blockquote>
    </>
  );
}
