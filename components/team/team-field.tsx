import { useId } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  onInput: (value: string) => void;
  kind?: 'text' | 'password' | 'lines';
  /** For the browser's own keeper of passwords. */
  autocomplete?: 'off' | 'username' | 'current-password';
  placeholder?: string;
  /** Below the field. */
  hint?: string | undefined;
  isLocked?: boolean;
  isWrong?: boolean;
}

/** A labelled field of the team's forms. */
export function TeamField(props: Props) {
  const { label, value, onInput, kind = 'text', autocomplete = 'off', placeholder = '' } = props;
  const { hint, isLocked = false, isWrong = false } = props;
  const id = useId();
  const common = {
    id,
    class: 'field',
    value,
    readOnly: isLocked,
    spellcheck: false,
    'aria-invalid': isWrong,
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
  };
  const typed = {
    autocomplete,
    placeholder,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <div>
      <label for={id}>{label}</label>
      {kind === 'lines' ? (
        <textarea {...common} rows={3} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : kind === 'password' ? (
        <input {...common} {...typed} type="password" />
      ) : (
        <input {...common} {...typed} type="text" />
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
