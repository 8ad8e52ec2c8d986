import { useRef } from 'preact/hooks';

interface Props {
  /** On the button. */
  words: string;
  /** Name of the field behind it, for screen readers. */
  label: string;
  /** Kinds of files, as the browser's own dialogue takes them. */
  accept: string;
  primary?: boolean;
  onFile: (file: File) => void;
}

/** A button that lets the user choose a file; the same one can be chosen again. */
export function FileChooser({ words, label, accept, primary = false, onFile }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file !== undefined) onFile(file);
    input.value = '';
  };
  return (
    <>
      <button
        type="button"
        class={primary ? 'btn primary' : 'btn'}
        onClick={() => field.current?.click()}
      >
        {words}
      </button>
      <input
        ref={field}
        class="sr"
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}
