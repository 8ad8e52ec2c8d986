import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ActiveReview, CaseState } from '../../lib/messaging/active-review.ts';

/** Where the reader is in a case. */
export interface Place {
  view: 'overview' | 'timeline' | 'letter' | 'coverage' | 'portal' | 'request' | 'composer';
  /** `RequestReview.id` */
  request: string | null;
  /** The criterion, finding, check or remark on a letter that is open. */
  open: string | null;
}

const start: Place = { view: 'overview', request: null, open: null };

/** The place in the case the panel shows. Each case keeps its own while the panel is open. */
export function usePlace(active: ActiveReview | null): [Place, (to: Partial<Place>) => void] {
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map());
  const caseId = active?.case?.id ?? '';
  const stored = places.get(caseId) ?? start;
  const go = (to: Partial<Place>) =>
    setPlaces((all) => new Map(all).set(caseId, { ...(all.get(caseId) ?? start), ...to }));

  // Once: a tab that comes to the front again brings its last target with it.
  const taken = useRef(new Set<number>());
  const target = active?.target ?? null;
  useEffect(() => {
    if (target === null || taken.current.has(target.number)) return;
    taken.current.add(target.number);
    const { request = null, criterion = null } = target;
    go({ view: request === null ? 'overview' : 'request', request, open: criterion });
  }, [target?.number]);

  const place = useMemo(() => existing(stored, active?.case ?? null), [stored, active?.case]);
  return [place, go];
}

/** A changed text may no longer hold the request or criterion that was open. */
function existing(place: Place, current: CaseState | null): Place {
  if (place.view !== 'request' && place.view !== 'composer') return place;
  const request = current?.review?.requests.find(({ id }) => id === place.request);
  if (request === undefined) return { ...place, view: 'overview', request: null };
  if (place.view === 'composer') return place;
  return request.criteria.some(({ id }) => id === place.open) ? place : { ...place, open: null };
}
