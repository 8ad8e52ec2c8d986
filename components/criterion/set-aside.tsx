import { useState } from 'preact/hooks';
import type { Evidence } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { useJudging } from './judging.ts';
import { ReasonForm } from './reason-form.tsx';

/** Sets a passage aside, with the reviewer's reason. */
export function SetAside({ piece }: { piece: Evidence }) {
  const judging = useJudging();
  const [asking, setAsking] = useState(false);
  if (judging === null) return null;
  if (!asking) {
    return (
      <button type="button" class="link judge" onClick={() => setAsking(true)}>
        {words('set_aside')}
      </button>
    );
  }
  return (
    <ReasonForm
      label={words('set_aside_reason')}
      save={words('set_aside')}
      onSave={(reason) => judging.dismiss(piece, reason)}
      onCancel={() => setAsking(false)}
    />
  );
}
