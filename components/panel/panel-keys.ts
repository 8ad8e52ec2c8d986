import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { RequestReview } from '../../lib/review/review.ts';
import { inVerdictOrder } from '../base/verdicts.ts';
import { type KeyMap, useKeys } from './keys.ts';
import type { Place } from './place.ts';
import { press, showNext, stepFocus } from './stops.ts';

interface Options {
  root: RefObject<HTMLElement | null>;
  place: Place;
  go: (to: Partial<Place>) => void;
  /** Whether there is a review, and with it tabs to go to. */
  hasReview: boolean;
  requests: readonly RequestReview[];
  singleKeys: boolean;
  onHelp: () => void;
  onPalette: () => void;
}

/** The panel's keys; answers the step to the next or previous thing, for the buttons that do it. */
export function usePanelKeys(options: Options): (by: 1 | -1) => void {
  const { root, place, go, hasReview, requests, singleKeys, onHelp, onPalette } = options;
  const inside = (act: (panel: HTMLElement) => void) => () => {
    if (root.current !== null) act(root.current);
  };
  const stepRequest = (by: 1 | -1) => {
    const to = requests[requests.findIndex(({ id }) => id === place.request) + by];
    if (to !== undefined) go({ view: 'request', request: to.id, open: null });
  };
  const stepCriterion = (by: 1 | -1) => {
    const criteria = inVerdictOrder(
      requests.find(({ id }) => id === place.request)?.criteria ?? [],
    );
    const to = criteria[criteria.findIndex(({ id }) => id === place.open) + by];
    if (to !== undefined) go({ open: to.id });
  };
  const toView = (view: Place['view']) => () => go({ view, request: null, open: null });
  const reading = place.view === 'request' && place.open !== null;

  const keys = useRef<KeyMap>({});
  keys.current = {
    palette: onPalette,
    next: reading ? () => stepCriterion(1) : inside((panel) => stepFocus(panel, 1)),
    previous: reading ? () => stepCriterion(-1) : inside((panel) => stepFocus(panel, -1)),
    nextRequest: () => stepRequest(1),
    previousRequest: () => stepRequest(-1),
    show: inside(showNext),
    copyCitation: inside((panel) => press(panel, '[data-copy="citation"]')),
    copyReceipt: inside((panel) => press(panel, '[data-copy="receipt"]')),
    searchAgain: inside((panel) => panel.querySelector<HTMLElement>('[data-search]')?.focus()),
    filter: inside((panel) => panel.querySelector<HTMLElement>('[data-filter]')?.focus()),
    draft: inside((panel) => panel.querySelector<HTMLElement>('[data-key="draft"]')?.click()),
    marks: inside((panel) => panel.querySelector<HTMLElement>('[data-key="marks"]')?.click()),
    ...(hasReview && {
      tabReview: toView('overview'),
      tabTimeline: toView('timeline'),
      tabLetter: toView('letter'),
    }),
    help: onHelp,
    Escape: () => {
      if (place.view === 'composer') go({ view: 'request', open: null });
      else if (place.open !== null && place.view !== 'letter') go({ open: null });
      else go({ view: 'overview', request: null, open: null });
    },
  };
  useKeys(keys, singleKeys);
  return (by) => (reading ? stepCriterion(by) : stepRequest(by));
}
