import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from '../../lib/wording/words.ts';

interface Props {
  label: string;
  save: string;
  onSave: (reason: string, form: FormData) => void;
  onCancel: () => void;
  /** What else is to be chosen, above the reason. */
  children?: ComponentChildren;
}

/** Asks for the reason of a judgement; without one there is none. */
export function ReasonForm({ label, save, onSave, onCancel, children }: Props) {
  const field = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, textarea')?.focus();
  }, []);
  return (
    <form
      class="reason"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const reason = String(data.get('reason') ?? '').trim();
        if (reason !== '') onSave(reason, data);
      }}
    >
      {children}
      <label for={field}>{label}</label>
      <textarea class="field" id={field} name="reason" rows={2} maxLength={2_000} required />
      <div class="bar">
        <button type="submit" class="btn primary">
          {save}
        </button>
        <button type="button" class="btn" onClick={onCancel}>
          {words('cancel')}
        </button>
      </div>
    </form>
  );
}
