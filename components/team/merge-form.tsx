import { useId, useState } from 'preact/hooks';
import { faultOfText, type MergeOffer } from '../../lib/library/sync/merge-offer.ts';
import type { MergedField } from '../../lib/snippets/merge.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { mergedFieldTexts } from '../options/snippet-words.ts';

interface Props {
  offer: MergeOffer;
  onMerge: (take: ReadonlySet<MergedField>, text: string) => void;
}

/** The two versions brought together: what fits is done, what does not is chosen or written. */
export function MergeForm({ offer, onMerge }: Props) {
  const [take, setTake] = useState<ReadonlySet<MergedField>>(new Set());
  const [typed, setTyped] = useState<string | null>(null);
  const field = useId();
  const { contested } = offer;
  const text = typed ?? offer.merge(take, { author: '', changed: '' }).text;
  const fault = faultOfText(text);
  const toggle = (name: MergedField, on: boolean) => {
    setTake(new Set(on ? [...take, name] : [...take].filter((each) => each !== name)));
    if (name === 'text') setTyped(null);
  };
  return (
    <form
      class="form teamform"
      aria-label={words('team_merge')}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === null) onMerge(take, text);
      }}
    >
      <h3>{words('team_merge')}</h3>
      <p class="hint">
        {words(contested.length === 0 ? 'team_merge_clean' : 'team_merge_contested')}
      </p>
      {contested.map(({ field: name }) => (
        <label class="check" key={name}>
          <input
            type="checkbox"
            checked={take.has(name)}
            onChange={(event) => toggle(name, event.currentTarget.checked)}
          />{' '}
          {words('team_merge_field', words(mergedFieldTexts[name]))}
        </label>
      ))}
      <div>
        <label for={field}>{words('field_text')}</label>
        <textarea
          id={field}
          class="field"
          rows={5}
          value={text}
          aria-invalid={fault !== null}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        {fault !== null && (
          <p class="wrong" role="alert">
            {worded(fault)}
          </p>
        )}
      </div>
      <div class="bar">
        <button type="submit" class="btn primary" disabled={fault !== null}>
          {words('team_merge_save')}
        </button>
      </div>
    </form>
  );
}
