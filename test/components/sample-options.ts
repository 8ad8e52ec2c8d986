import type { OptionsData } from '../../components/options/options-page.tsx';
import type { Pack } from '../../lib/guidelines/pack.ts';
import { noLibraries } from '../../lib/library/snippets.ts';
import { newProfile } from '../../lib/portals/profile.ts';
import { noPolicy } from '../../lib/preferences/policy.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { say } from '../../lib/saying/said.ts';

/** What the options show, with invented sites and packs. */

function pack(id: string, title: string, more: Partial<Pack>): Pack {
  return { id, title, version: '1.0.0', jurisdiction: 'California', licence: 'own words', ...more };
}

const guideline = (title: string, edition: string, from: string, to?: string): Partial<Pack> => ({
  guideline: {
    title,
    edition,
    shortTitle: title,
    rank: 1,
    inForce: { by: 'request', from, ...(to === undefined ? {} : { to }) },
  },
  standards: [],
});

const criterion = (id: string) => ({ id, name: 'Name', question: 'Is it so?', messages: {} });

export const optionsData: OptionsData = {
  sites: [
    { host: 'claims.northgate.example', pattern: 'https://claims.northgate.example/*' },
    { host: 'review.lakeshore.example', pattern: 'https://review.lakeshore.example/*' },
  ],
  inForce: { preferences: { ...defaultPreferences, packsOff: ['odg'] }, broken: [] },
  policy: noPolicy,
  policyBroken: [],
  profiles: {
    profiles: [
      {
        ...newProfile('claims.northgate.example', 'https://claims.northgate.example'),
        name: 'Northgate',
        places: { claimNumber: { by: 'label', label: 'Claim' } },
      },
    ],
    team: [],
    refused: [],
  },
  libraries: noLibraries,
  starter: [],
  team: { status: null, conflicts: [] },
  closed: null,
  notSaved: false,
  shipped: [
    pack(
      'mtus-2009',
      'MTUS Chronic Pain Medical Treatment Guidelines (2009)',
      guideline('MTUS Chronic Pain', '2009', '2009-07-18', '2016-07-28'),
    ),
    pack(
      'odg',
      'Official Disability Guidelines, limits as public determinations state them',
      guideline('ODG', 'various', '2007-06-15'),
    ),
    pack('trigger-point-injection', 'Trigger point injection', {
      criteria: [
        criterion('trigger-point-injection/twitch-response'),
        criterion('trigger-point-injection/referred-pain'),
      ],
    }),
  ],
  own: {
    packs: [
      {
        id: 'southern-team',
        added: '2026-03-03T09:00:00Z',
        library: 'personal',
        pack: pack('southern-team', 'Southern team', {
          criteria: [criterion('muscle-relaxant/sleep')],
        }),
      },
    ],
    refused: [
      {
        id: 'old-team',
        faults: [
          {
            code: 'pack-shape',
            file: 'old-team',
            path: 'criteria[0].question',
            reason: say('reason_form_question'),
            leftOut: 'pack',
          },
        ],
      },
    ],
  },
  version: '0.1.0',
};
