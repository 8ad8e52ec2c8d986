import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { PreferenceKey } from '../../lib/preferences/preferences.ts';
import { useLock } from './policy.ts';

interface Props<Value extends string | number> {
  title: string;
  values: readonly Value[];
  /** Null where none was chosen yet. */
  chosen: Value | null;
  show: (value: Value) => ComponentChildren;
  onChoose: (value: Value) => void;
  /** Which setting it is: an organisation may have locked it. */
  preference: PreferenceKey;
}

/** One of a few: a group of radio buttons. */
export function Choice<Value extends string | number>(props: Props<Value>) {
  const { title, values, chosen, show, onChoose, preference } = props;
  const locked = useLock(preference);
  const name = useId();
  return (
    <fieldset class="choice" disabled={locked !== undefined}>
      <legend>{title}</legend>
      <div class="choice__all">
        {values.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span>{show(value)}</span>
          </label>
        ))}
      </div>
      {locked !== undefined && <p class="hint">{locked}</p>}
    </fieldset>
  );
}
