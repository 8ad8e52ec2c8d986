import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { KeyCap } from '../base/key-cap.tsx';
import type { Place } from './place.ts';

type Hint = [string[], MessageKey];

const moving: Hint[] = [
  [['J', 'K'], 'hint_move'],
  [['Enter'], 'hint_open'],
];
const written: Hint[] = [[['Esc'], 'hint_back']];
const opened: Hint[] = [
  [['S'], 'hint_show'],
  [['C'], 'hint_copy'],
];
const openedAbsence: Hint[] = [
  [['R'], 'hint_receipt'],
  [['/'], 'hint_search'],
];

interface Props {
  active: ActiveReview | null;
  place: Place;
  /** Whether what is open has a search receipt. */
  absence: boolean;
  singleKeys: boolean;
  onKeys: () => void;
}

/** What is going on, or else which keys work here. */
export function StatusBar({ active, place, absence, singleKeys, onKeys }: Props) {
  const busy = active?.case?.status === 'reviewing';
  const hints = hintsFor(place, absence);
  const reviewed = active?.case?.review != null;
  return (
    <footer class="status">
      <span>
        <span role="status">{busy && words('status_reviewing')}</span>
        {!busy &&
          reviewed &&
          singleKeys &&
          hints.map(([keys, meaning]) => (
            <span class="hint-key" key={meaning}>
              {keys.map((key) => (
                <KeyCap key={key} of={key} />
              ))}{' '}
              {words(meaning)}
            </span>
          ))}
        {!busy && !(reviewed && singleKeys) && active?.site?.host}
      </span>
      <button type="button" class="link" onClick={onKeys}>
        <KeyCap of="?" /> {words('keys')}
      </button>
    </footer>
  );
}

/** Views that are written in, or looked at, have no rows to move in. */
const rowless: readonly Place['view'][] = ['composer', 'letter', 'timeline'];

function hintsFor({ view, open }: Place, absence: boolean): Hint[] {
  if (rowless.includes(view)) return written;
  if (open === null) return moving;
  return absence ? openedAbsence : opened;
}
