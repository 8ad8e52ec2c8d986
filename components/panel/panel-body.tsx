import type { Role } from '../../lib/letter/roles.ts';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import type { Judgement } from '../../lib/review/judgements.ts';
import { Faults } from '../base/faults.tsx';
import { CoveragePage } from '../case/coverage-page.tsx';
import { Composer } from '../composer/composer.tsx';
import { LetterPage } from '../letter-check/letter-page.tsx';
import { TimelinePage } from '../pictures/timeline-page.tsx';
import { PortalSetup } from '../portal/portal-setup.tsx';
import { Overview } from '../request/overview.tsx';
import { PlacelessJudgements } from '../request/placeless.tsx';
import { RequestPage } from '../request/request-page.tsx';
import { NoReview } from './no-review.tsx';
import type { Place } from './place.ts';

interface Props {
  active: ActiveReview | null;
  /** The reviewer's judgements whose place is gone. */
  placeless: readonly Judgement[];
  allowed: readonly string[];
  /** What is known of the portal the panel shows; null where there is none. */
  profile: PortalProfile | null;
  role: Role | null;
  place: Place;
  go: (to: Partial<Place>) => void;
  onStep: (by: 1 | -1) => void;
}

/** The part of the panel that scrolls: the view the reader is in, faults first. */
export function PanelBody({ active, placeless, allowed, profile, role, place, go, onStep }: Props) {
  const current = active?.case ?? null;
  const review = current?.review ?? null;
  if (active === null || current === null || review === null) {
    return (
      <>
        <Faults faults={active?.faults ?? []} />
        <NoReview active={active} allowed={allowed} />
      </>
    );
  }
  const onBack = () => go({ view: 'overview' });
  if (place.view === 'timeline') return <TimelinePage review={review} />;
  if (place.view === 'letter') {
    return <LetterPage key={current.id} of={current} profile={profile} open={place.open} />;
  }
  if (place.view === 'coverage') {
    return <CoveragePage of={current} onBack={onBack} onPortal={() => go({ view: 'portal' })} />;
  }
  if (place.view === 'portal' && profile !== null) {
    const host = active.site?.host ?? '';
    return <PortalSetup host={host} profile={profile} onBack={() => go({ view: 'coverage' })} />;
  }
  const request = review.requests.find(({ id }) => id === place.request);
  if (request !== undefined && place.view === 'composer') {
    return (
      <Composer
        caseId={current.id}
        review={review}
        request={request}
        role={role}
        profile={profile}
        open={place.open}
        onBack={() => go({ view: 'request', open: null })}
      />
    );
  }
  if (request !== undefined) {
    return (
      <RequestPage
        requests={review.requests}
        request={request}
        asOf={review.asOf}
        open={place.open}
        onOpen={(open) => go({ open })}
        onRequest={(to) =>
          go({ view: to === null ? 'overview' : 'request', request: to, open: null })
        }
        onStep={onStep}
        onDraft={() => go({ view: 'composer', open: null })}
      />
    );
  }
  return (
    <>
      <Faults faults={[...active.faults, ...current.faults]} />
      <Overview
        review={review}
        open={place.open}
        onOpen={(open) => go({ open })}
        onRequest={(to, criterion) => go({ view: 'request', request: to, open: criterion })}
      />
      <PlacelessJudgements judgements={placeless} />
    </>
  );
}
