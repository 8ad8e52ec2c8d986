import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  title: ComponentChildren;
  why: ComponentChildren;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off, with what it means. */
export function ToggleRow({ title, why, on, onChange }: Props) {
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
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="why" id={`${name}-why`}>
        {why}
      </span>
    </div>
  );
}
