import { words } from '../../lib/wording/words.ts';

interface Props {
  typed: string;
  /** How many criteria are left, of how many. */
  shown: number;
  all: number;
  onType: (typed: string) => void;
}

/** Narrows the criteria of a request to those with the words that are typed. */
export function CriteriaFilter({ typed, shown, all, onType }: Props) {
  return (
    <search class="filter">
      <input
        type="search"
        class="field"
        data-filter
        aria-label={words('filter')}
        placeholder={words('filter')}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <span class="filter__count" role="status">
        {typed !== '' && (shown === 0 ? words('filter_none') : words('filter_shown', shown, all))}
      </span>
      {typed !== '' && (
        <button type="button" class="link" onClick={() => onType('')}>
          {words('filter_clear')}
        </button>
      )}
    </search>
  );
}
