import type { Pack } from '../../lib/guidelines/pack.ts';
import type { OwnPacks } from '../../lib/library/packs.ts';
import type { Profiles } from '../../lib/library/profiles.ts';
import type { StoredLibraries, StoredSnippet } from '../../lib/library/snippets.ts';
import { hasTeamSync } from '../../lib/library/sync/available.ts';
import type { Site } from '../../lib/portals/site.ts';
import type { Policy } from '../../lib/preferences/policy.ts';
import type { PreferencesInForce } from '../../lib/preferences/preferences.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { FaultLine } from '../base/fault-line.tsx';
import { TeamStatusProvider } from '../team/team-context.ts';
import { type TeamData, TeamPart } from '../team/team-part.tsx';
import { AboutPart } from './about-part.tsx';
import { AppearancePart } from './appearance-part.tsx';
import { BrokenSettings } from './broken-settings.tsx';
import { CriteriaPart } from './criteria-part.tsx';
import { DataPart } from './data-part.tsx';
import { KeysPart } from './keys-part.tsx';
import { MarksPart } from './marks-part.tsx';
import { NoSettings } from './no-settings.tsx';
import { PolicyProvider } from './policy.ts';
import { PortalsPart } from './portals-part.tsx';
import { SnippetsPart } from './snippets-part.tsx';

export const optionsParts = [
  'portals',
  'criteria',
  'snippets',
  ...(hasTeamSync ? (['team'] as const) : []),
  'marks',
  'appearance',
  'keys',
  'data',
  'about',
] as const;

export type OptionsPartName = (typeof optionsParts)[number];

export interface OptionsData {
  sites: readonly Site[];
  /** Null until they were read. */
  inForce: PreferencesInForce | null;
  /** Why settings cannot be read or changed, if so. */
  closed: 'newer' | 'unreadable' | null;
  shipped: readonly Pack[];
  own: OwnPacks;
  profiles: Profiles;
  libraries: StoredLibraries;
  /** The snippets that come with the extension. */
  starter: readonly StoredSnippet[];
  team: TeamData;
  /** What the organisation has set, and the places of it that could not be used. */
  policy: Policy;
  policyBroken: readonly string[];
  /** The last change could not be saved. */
  notSaved: boolean;
  version: string;
}

const titles = {
  portals: 'part_portals',
  criteria: 'part_criteria',
  snippets: 'part_snippets',
  team: 'part_team',
  marks: 'part_marks',
  appearance: 'part_appearance',
  keys: 'part_keys',
  data: 'part_data',
  about: 'part_about',
} as const satisfies Record<OptionsPartName, MessageKey>;

/** The options, one part at a time, each with its own address. */
export function OptionsPage({ part, data }: { part: OptionsPartName; data: OptionsData }) {
  return (
    <div class="options">
      <header class="options__top">
        <h1>{words('options_title')}</h1>
        <nav class="tabs" aria-label={words('options_title')}>
          {optionsParts.map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === part ? 'page' : undefined}>
              {words(titles[name])}
            </a>
          ))}
        </nav>
      </header>
      <main>
        {data.closed !== null && <NoSettings why={data.closed} />}
        {data.notSaved && (
          <div class="notice" role="alert">
            <FaultLine code="CG-505" about={[]} />
          </div>
        )}
        <BrokenSettings broken={data.inForce?.broken ?? []} />
        <PolicyProvider value={data.policy}>
          <TeamStatusProvider value={data.team.status}>
            <Part part={part} data={data} />
          </TeamStatusProvider>
        </PolicyProvider>
      </main>
    </div>
  );
}

function Part({ part, data }: { part: OptionsPartName; data: OptionsData }) {
  const { sites, inForce, shipped, own, profiles, policy, policyBroken, version } = data;
  if (part === 'portals')
    return (
      <PortalsPart
        {...{ sites, profiles, policy, policyBroken }}
        preferences={inForce?.preferences ?? null}
      />
    );
  if (part === 'about') return <AboutPart version={version} />;
  if (part === 'data') return <DataPart />;
  if (hasTeamSync && part === 'team') return <TeamPart team={data.team} />;
  if (inForce === null) return null;
  const { preferences } = inForce;
  if (part === 'criteria') {
    return <CriteriaPart packsOff={preferences.packsOff} shipped={shipped} own={own} />;
  }
  if (part === 'snippets') {
    return (
      <SnippetsPart
        stored={data.libraries}
        starter={data.starter}
        packs={shipped}
        team={data.team.status}
      />
    );
  }
  if (part === 'keys') return <KeysPart preferences={preferences} />;
  if (part === 'marks') return <MarksPart preferences={preferences} />;
  return <AppearancePart preferences={preferences} />;
}
