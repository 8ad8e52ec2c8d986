import type { SiteState } from '../../lib/messaging/active-review.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from './actions.ts';

const steps = [
  ['first_does', 'first_does_what'],
  ['first_never', 'first_never_what'],
  ['first_allow', 'first_allow_what'],
] as const;

/** Before any site is allowed: what it does, what it never does, and how to begin. */
export function FirstSteps({ site }: { site: SiteState }) {
  const { allow, openOptions } = useActions();
  return (
    <section class="page first" aria-label={words('first_title')}>
      <h2>{words('first_title')}</h2>
      <ol class="first__steps">
        {steps.map(([title, what]) => (
          <li key={title}>
            <h3>{words(title)}</h3>
            <p>{words(what)}</p>
          </li>
        ))}
      </ol>
      <div class="bar">
        {site.pattern === '' ? (
          <button type="button" class="btn primary" onClick={() => openOptions('portals')}>
            {words('first_choose_site')}
          </button>
        ) : (
          <button type="button" class="btn primary" onClick={() => allow(site.pattern)}>
            {words('allow_site')}
          </button>
        )}
        {site.host !== '' && <span class="hint">{site.host}</span>}
      </div>
    </section>
  );
}
