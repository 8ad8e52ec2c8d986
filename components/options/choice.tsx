import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props<Value extends string | number> {
  title: string;
  values: readonly Value[];
  /** Null where none was chosen yet. */
  chosen: Value | null;
  show: (value: Value) => ComponentChildren;
  onChoose: (value: Value) => void;
}

/** One of a few: a group of radio buttons. */
export function Choice<Value extends string | number>(props: Props<Value>) {
  const { title, values, chosen, show, onChoose } = props;
  const name = useId();
  return (
    <fieldset class="choice">
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
    </fieldset>
  );
}
