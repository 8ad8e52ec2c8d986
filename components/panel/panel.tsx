import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Role } from '../../lib/letter/roles.ts';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import type { RequestReview } from '../../lib/review/review.ts';
import type { FoundSnippet } from '../../lib/snippets/search.ts';
import { CaseHeader } from '../case/case-header.tsx';
import { DocumentsProvider } from '../case/documents.ts';
import { useQuoteClicks } from '../evidence/quote-clicks.ts';
import { LetterDeskProvider, useLetters } from '../letter-check/letter-desk.ts';
import { CasePalette } from '../palette/case-palette.tsx';
import { SearchesProvider, useRememberedSearches } from '../receipt/searches.ts';
import { SnippetDialog } from '../snippets/snippet-dialog.tsx';
import { useJudged } from './judged.ts';
import { KeysHelp } from './keys-help.tsx';
import { PanelBody } from './panel-body.tsx';
import { usePanelKeys } from './panel-keys.ts';
import { type Place, usePlace } from './place.ts';
import { StatusBar } from './status-bar.tsx';
import { focusStop } from './stops.ts';
import { Tabs } from './tabs.tsx';

interface Props {
  /** Null until the background has answered. */
  active: ActiveReview | null;
  /** Hosts the reviewer has allowed. */
  allowed: readonly string[];
  /** What is known of the portal the panel shows; null where there is none. */
  profile?: PortalProfile | null;
  singleKeys: boolean;
  /** As whom the reviewer writes; null until it was said. */
  role?: Role | null;
}

/** The side panel: the review of the active tab's case. */
export function Panel({ active: told, allowed, profile = null, singleKeys, role = null }: Props) {
  const { active, placeless } = useJudged(told);
  const root = useRef<HTMLDivElement>(null);
  const [help, setHelp] = useState(false);
  const [palette, setPalette] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [snippet, setSnippet] = useState<FoundSnippet | null>(null);
  const [place, go] = usePlace(active);
  const current = active?.case ?? null;
  const searches = useRememberedSearches(current?.id ?? '', current?.searches ?? []);
  const letters = useLetters(current?.id ?? '');
  const requests = current?.review?.requests ?? [];
  const request = requests.find(({ id }) => id === place.request);
  const criterion = request?.criteria.find(({ id }) => id === place.open);

  const onHelp = () => setHelp(true);
  const onPalette = () => {
    setRefusal('');
    setPalette(true);
  };
  const step = usePanelKeys({
    ...{ root, place, go, requests, singleKeys, onHelp, onPalette },
    hasReview: current?.review != null,
  });

  useQuoteClicks(root);
  useFocusFollows(root, current?.id ?? '', place);

  return (
    <DocumentsProvider value={current?.documents ?? []}>
      <SearchesProvider value={searches}>
        <LetterDeskProvider value={letters}>
          <div class="panel" ref={root} data-keys={singleKeys ? 'on' : 'off'}>
            <CaseHeader
              active={active}
              onCoverage={() => go({ view: 'coverage', open: null })}
              onPalette={onPalette}
            />
            {current?.review != null && <Tabs place={place} go={go} />}
            <main class="body" tabIndex={-1}>
              <PanelBody
                {...{ active, placeless, allowed, profile, role, place, go }}
                onStep={step}
              />
            </main>
            <StatusBar
              active={active}
              place={place}
              absence={criterion?.receipt != null}
              singleKeys={singleKeys}
              onKeys={onHelp}
            />
            {refusal !== '' && (
              <p class="pal__refusal" role="alert">
                {refusal}
              </p>
            )}
            {palette && (
              <CasePalette
                current={current}
                criterion={criterion?.id ?? null}
                treatment={request?.treatment ?? null}
                onSnippet={setSnippet}
                go={go}
                onHelp={onHelp}
                onFault={setRefusal}
                onClose={() => setPalette(false)}
              />
            )}
            {snippet !== null && current?.review != null && (
              <SnippetDialog
                found={snippet}
                request={request ?? servedBy(snippet, requests)}
                criterion={criterion ?? null}
                asOf={current.review.asOf}
                onClose={() => setSnippet(null)}
              />
            )}
            {help && <KeysHelp singleKeys={singleKeys} onClose={() => setHelp(false)} />}
          </div>
        </LetterDeskProvider>
      </SearchesProvider>
    </DocumentsProvider>
  );
}

/** The first request that a snippet serves. */
function servedBy({ snippet }: FoundSnippet, requests: readonly RequestReview[]) {
  return requests.find(({ treatment }) => snippet.treatments.includes(treatment)) ?? null;
}

/**
 * Opening moves the focus to what opened, closing back to its row, leaving a request back to its
 * card, another view to its top. A tab that comes to the front moves nothing.
 */
function useFocusFollows(root: RefObject<HTMLElement | null>, caseId: string, place: Place): void {
  const before = useRef({ caseId, place });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { caseId, place };
    if (root.current === null || was.caseId !== caseId) return;
    const sameView = was.place.view === place.view && was.place.request === place.request;
    if (sameView && was.place.open === place.open) return;
    const stop = place.open ?? (sameView ? was.place.open : was.place.request);
    if (stop !== null && (sameView || place.view === 'overview' || place.open !== null)) {
      focusStop(root.current, stop);
      return;
    }
    const body = root.current.querySelector<HTMLElement>('.body');
    body?.scrollTo({ top: 0 });
    body?.focus({ preventScroll: true });
  }, [root, caseId, place]);
}
