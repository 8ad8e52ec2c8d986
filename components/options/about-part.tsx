import { hasTeamSync } from '../../lib/library/sync/available.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';

const never: MessageKey[] = [
  'never_decide',
  'never_send',
  'never_store',
  'never_change',
  'never_unread',
  'never_mix',
];

const kept: MessageKey[] = [
  ...(['kept_settings', 'kept_packs', 'kept_profiles', 'kept_snippets'] as const),
  ...(hasTeamSync ? (['kept_team_library'] as const) : []),
  ...(['kept_sites', 'kept_case'] as const),
];

/** What Caseglass is, what it never does, and what it keeps. */
export function AboutPart({ version }: { version: string }) {
  return (
    <section aria-labelledby="about">
      <h2 id="about">{words('part_about')}</h2>
      <p class="lead">{words('about_lead')}</p>
      <h3>{words('never_title')}</h3>
      <ul class="plain">
        {never.map((key) => (
          <li key={key}>{words(key)}</li>
        ))}
      </ul>
      <h3>{words('kept_title')}</h3>
      <ul class="plain">
        {kept.map((key) => (
          <li key={key}>{words(key)}</li>
        ))}
      </ul>
      <p class="lead">{words('about_version', version)}</p>
      <p>
        <a href="/licences.txt" target="_blank" rel="noreferrer">
          {words('about_licences')}
        </a>
      </p>
    </section>
  );
}
