import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { PreferenceKey } from '../../lib/preferences/preferences.ts';
import { useLock } from './policy.ts';

interface Props {
  title: ComponentChildren;
  why: ComponentChildren;
  on: boolean;
  onChange: (on: boolean) => void;
  /** Which setting it is: an organisation may have locked it. */
  preference: PreferenceKey;
}

/** A setting that is on or off, with what it means. */
export function ToggleRow({ title, why, on, onChange, preference }: Props) {
  const locked = useLock(preference);
  const name = useId();
  return (
    <div class="opt">
      <label for={name}>{title}</label>
      <input
        class="toggle"
        id={name}
        type="checkbox"
        aria-describedby={`${name}-why`}
        checked={on}
        disabled={locked !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="why" id={`${name}-why`}>
        {why}
        {locked !== undefined && <> {locked}</>}
      </span>
    </div>
  );
}
