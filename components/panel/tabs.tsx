import { type MessageKey, words } from '../../lib/wording/words.ts';
import type { Place } from './place.ts';

/** The tabs in their order; what is no tab's own view belongs to the first. */
const tabs = [
  ['overview', 'tab_review'],
  ['timeline', 'tab_timeline'],
  ['letter', 'tab_letter'],
] as const satisfies [Place['view'], MessageKey][];

interface Props {
  place: Place;
  go: (to: Partial<Place>) => void;
}

/** The views of a case that stand beside each other. */
export function Tabs({ place, go }: Props) {
  const current = tabs.some(([view]) => view === place.view) ? place.view : 'overview';
  return (
    <nav class="tabs" aria-label={words('tabs_label')}>
      {tabs.map(([view, name]) => (
        <button
          key={view}
          type="button"
          aria-current={view === current ? 'page' : undefined}
          onClick={() => go({ view, request: null, open: null })}
        >
          {words(name)}
        </button>
      ))}
    </nav>
  );
}
