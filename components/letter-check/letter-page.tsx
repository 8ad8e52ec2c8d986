import { useId, useRef, useState } from 'preact/hooks';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { Passage } from '../../lib/case/passage.ts';
import type { CaseState } from '../../lib/messaging/active-review.ts';
import type { Result } from '../../lib/messaging/result.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';
import { useLetterDesk } from './letter-desk.ts';
import { LetterFindings } from './letter-findings.tsx';

interface Props {
  of: CaseState;
  /** What is known of the portal: the field for the determination may be. */
  profile: PortalProfile | null;
  /** The remark that was gone to, if any. */
  open: string | null;
}

/** A letter held against the record: pasted, from the portal's field, or a document of the case. */
export function LetterPage({ of, profile, open }: Props) {
  const { readField, readDocument, pickPlace } = useActions();
  const { letter: text, setLetter: setText } = useLetterDesk();
  const [fault, setFault] = useState<FaultCode | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const label = useId();
  const known = profile?.places.determination ?? null;

  const take = async (source: Promise<Result<string>>) => {
    const read = await source;
    setFault(read.ok ? null : read.fault);
    if (read.ok) setText(read.value);
  };
  const fromField = async (point: boolean) => {
    const place = point || known === null ? (await pickPlace('determination'))?.locator : known;
    if (place) await take(readField(place));
  };
  const show = ({ start, end }: Passage) => {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  return (
    <div class="letter-page">
      <div class="letter__set">
        <h2 id={label}>{words('letter_title')}</h2>
        <p class="hint">{words('letter_hint')}</p>
        <div class="bar">
          {known !== null && (
            <button type="button" class="btn" onClick={() => void fromField(false)}>
              {words('letter_from_field')}
            </button>
          )}
          <button type="button" class="btn" onClick={() => void fromField(true)}>
            {words('letter_point')}
          </button>
          <FromDocument of={of} onChoose={(id) => void take(readDocument(id))} />
        </div>
        <p role="status" class="fault">
          {fault !== null && `${sentenceOf(fault)} ${fault}`}
        </p>
        <textarea
          ref={field}
          class="letter__text"
          aria-labelledby={label}
          rows={10}
          spellcheck={false}
          autocomplete="off"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <LetterFindings text={text} review={of.review} open={open} onPassage={show} />
    </div>
  );
}

function FromDocument({ of, onChoose }: { of: CaseState; onChoose: (id: string) => void }) {
  if (of.documents.length === 0) return null;
  return (
    <select
      class="field letter__source"
      aria-label={words('letter_from_document')}
      value=""
      onChange={({ currentTarget }) => {
        if (currentTarget.value !== '') onChoose(currentTarget.value);
        currentTarget.value = '';
      }}
    >
      <option value="">{words('letter_from_document')}</option>
      {of.documents.map((document) => (
        <option key={document.id} value={document.id}>
          {document.name}
        </option>
      ))}
    </select>
  );
}
