import type { SiteState } from '../../lib/messaging/active-review.ts';
import { around, type MessageKey, words } from '../../lib/wording/words.ts';
import { useActions } from './actions.ts';
import { FirstSteps } from './first-steps.tsx';

const terms: [MessageKey, MessageKey][] = [
  ['allow_reads', 'allow_reads_what'],
  ['allow_marks', 'allow_marks_what'],
  ['allow_keeps', 'allow_keeps_what'],
  ['allow_sends', 'allow_sends_what'],
  ['allow_undo', 'allow_undo_what'],
];

/** The site is not allowed: says so, what allowing means, and offers it. */
export function NotAllowed({ site, allowed }: { site: SiteState; allowed: readonly string[] }) {
  return (
    <>
      {allowed.length === 0 ? (
        <FirstSteps site={site} />
      ) : site.pattern === '' ? (
        <UnknownSite />
      ) : (
        <KnownSite site={site} />
      )}
      <section class="sec">
        <h2>{words('allow_title')}</h2>
        <dl class="deflist">
          {terms.map(([term, what]) => (
            <>
              <dt>{words(term)}</dt>
              <dd>{words(what)}</dd>
            </>
          ))}
        </dl>
      </section>
      <section class="sec">
        <h2>{words('allowed_now')}</h2>
        {allowed.length === 0 && <p>{words('allowed_none')}</p>}
        <ul class="sites">
          {allowed.map((host) => (
            <li key={host}>{host}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function KnownSite({ site }: { site: SiteState }) {
  const { allow } = useActions();
  const [before, after] = around('off_here_lead');
  return (
    <div class="page">
      <h2>{words('off_here')}</h2>
      <p class="lead">
        {before}
        <strong>{site.host}</strong>
        {after}
      </p>
      {site.isListed === true && <p>{words('listed_here')}</p>}
      <div class="bar">
        <button type="button" class="btn primary" onClick={() => allow(site.pattern)}>
          {words('allow_site')}
        </button>
      </div>
    </div>
  );
}

/** Without a permission the browser does not tell the address of a tab. */
function UnknownSite() {
  const { openOptions } = useActions();
  return (
    <div class="page">
      <h2>{words('off_unknown')}</h2>
      <p class="lead">{words('off_unknown_why')}</p>
      <div class="bar">
        <button type="button" class="btn" onClick={() => openOptions('portals')}>
          {words('options')}
        </button>
      </div>
    </div>
  );
}
