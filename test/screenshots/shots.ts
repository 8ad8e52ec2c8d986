import type { Page } from '@playwright/test';
import { getMessageFrom } from '../../lib/wording/message-file.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { teams } from '../components/sample-team.ts';
import { pseudoMessages } from '../wording/pseudo-locale.ts';

/** In which language a story is shown. */
export type Language = 'en' | 'pseudo';

const languages: Record<Language, (key: string, fillings?: string[]) => string> = {
  en: getMessageFrom(messages),
  pseudo: getMessageFrom(pseudoMessages(messages)),
};

/** A page with a story, and the interface's words in its language. */
export interface Shown {
  page: Page;
  say: (key: keyof typeof messages, ...fillings: string[]) => string;
}

export type Step = (shown: Shown) => Promise<void>;

/** One screen: the story it starts from, and what is done there. */
export interface Shot {
  state?: string;
  /** A part of the options instead of the panel. */
  options?: string;
  /** The pack bench instead of the panel. */
  bench?: 'fault' | 'right';
  /** The reader page instead of the panel. */
  reader?: 'empty' | 'text' | 'fault';
  do?: Step;
}

/** Opens a story in a page and does its steps. */
export async function openShot(
  page: Page,
  address: string,
  { options, bench, reader, state = '', do: step }: Shot,
  look: { theme?: string; language?: Language } = {},
): Promise<void> {
  const { theme = 'light', language = 'en' } = look;
  const part = { ...(options && { options }), ...(bench && { bench }), ...(reader && { reader }) };
  await page.goto(`${address}?${new URLSearchParams({ theme, state, language, ...part })}`);
  await page.locator('h1, .reader').first().waitFor();
  await step?.({ page, say: (key, ...fillings) => languages[language](key, fillings) });
}

type Key = keyof typeof messages;

/** Presses the first button with these words of the case. */
const press =
  (name: string): Step =>
  ({ page }) =>
    page.getByRole('button', { name }).first().click();

/** Presses the first button with this message. */
const pressSaid =
  (key: Key, ...fillings: string[]): Step =>
  ({ page, say }) =>
    page
      .getByRole('button', { name: say(key, ...fillings) })
      .first()
      .click();

/** Types into the first field, or the last, with this message for a label. */
const type =
  (key: Key, text: string): Step =>
  ({ page, say }) =>
    page.getByLabel(say(key)).first().fill(text);

const typeLast =
  (key: Key, text: string): Step =>
  ({ page, say }) =>
    page.getByLabel(say(key)).last().fill(text);

const openSetUp: Step = ({ page, say }) => page.getByText(say('team_setup')).click();

/** Opens one of the texts that two people changed. */
const compare =
  (at: number): Step =>
  ({ page, say }) =>
    page
      .getByRole('listitem')
      .getByRole('button')
      .filter({ hasText: say('team_compare') })
      .nth(at)
      .click();

const steps = (...all: Step[]): Step => {
  return async (shown) => {
    for (const step of all) await step(shown);
  };
};

/** The pictures of the timeline, in the order they stand. */
const pictures = { use: 0, visits: 1, pain: 2, chronology: 3 };

const toPicture =
  (name: keyof typeof pictures): Step =>
  ({ page }) =>
    page
      .getByRole('figure')
      .nth(pictures[name])
      .evaluate((figure) => figure.scrollIntoView({ block: 'start' }));

const firstRequest = press('1 Trigger point injections');
const draft = steps(firstRequest, pressSaid('write_draft'), async ({ page }) => {
  await page.locator('.draft textarea').first().waitFor();
});

const searchAgain: Step = async ({ page }) => {
  await page.locator('[data-search]').fill('taut band');
  await page.keyboard.press('Enter');
  await page.locator('.hits').waitFor();
};

const slash =
  (query: string): Step =>
  async ({ page }) => {
    const field = page.locator('.draft textarea').nth(1);
    await field.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` /${query}`);
    await page.getByRole('listbox').waitFor();
  };

const palette =
  (query: string): Step =>
  async ({ page, say }) => {
    await page.getByRole('button', { name: say('palette') }).click();
    await page.keyboard.type(query);
  };

const letter: Step = async ({ page, say }) => {
  await page.getByRole('button', { name: say('tab_letter'), exact: true }).click();
  await page.locator('.letter__text').fill('No record of a twitch. Denied.');
  await page.locator('.remark').first().waitFor();
};

const waitForVerdicts: Step = ({ page }) => page.getByText('Number of visits').first().waitFor();

/** Every screen of the panel, the options and the pack bench, by name. */
export const shots: Record<string, Shot> = {
  overview: { state: 'review' },
  request: { state: 'review', do: firstRequest },
  filter: {
    state: 'review',
    do: steps(firstRequest, ({ page }) => page.locator('[data-filter]').fill('exam')),
  },
  conflicting: { state: 'review', do: steps(firstRequest, press('No radiculopathy')) },
  editions: {
    state: 'review',
    do: steps(firstRequest, press('No radiculopathy'), pressSaid('citation_others_one', '1')),
  },
  unclear: { state: 'review', do: steps(firstRequest, press('Twitch response')) },
  'not-documented': {
    state: 'review',
    do: steps(firstRequest, press('Myofascial diagnosis'), searchAgain),
  },
  measure: { state: 'review', do: steps(firstRequest, press('Symptoms over 3 months')) },
  'criterion-snippets': {
    state: 'review',
    do: steps(firstRequest, press('Twitch response'), async ({ page }) => {
      await page.locator('.snippets .link').click();
      await page.locator('.snippet__title').first().click();
      await page.locator('.snippet.open').evaluate((open) => open.scrollIntoView());
    }),
  },
  'set-aside': {
    state: 'review',
    do: steps(firstRequest, press('No radiculopathy'), pressSaid('set_aside')),
  },
  'correct-verdict': {
    state: 'review',
    do: steps(firstRequest, press('No radiculopathy'), pressSaid('correct_verdict')),
  },
  'own-judgement': { state: 'judged', do: steps(firstRequest, press('No radiculopathy')) },
  composer: { state: 'review', do: draft },
  'composer-choices': {
    state: 'review',
    do: steps(draft, ({ page }) => page.locator('.goes summary').click()),
  },
  'composer-decision': {
    state: 'review',
    do: steps(draft, async ({ page, say }) => {
      await page.getByRole('radio', { name: say('decision_modify') }).check({ force: true });
      await page.locator('.draft textarea').last().scrollIntoViewIfNeeded();
    }),
  },
  'composer-role': { state: 'partly-read', do: draft },
  'composer-slash': { state: 'review', do: steps(draft, slash('')) },
  'composer-slash-warned': {
    state: 'review',
    do: steps(draft, slash('2016'), ({ page }) => page.keyboard.press('Enter')),
  },
  'composer-remarks': {
    state: 'review',
    do: steps(draft, async ({ page }) => {
      await page.locator('.remark').first().scrollIntoViewIfNeeded();
    }),
  },
  letter: { state: 'review', do: letter },
  'letter-empty': { state: 'review', do: pressSaid('tab_letter') },
  'timeline-use': { state: 'timeline', do: pressSaid('tab_timeline') },
  'timeline-visits': {
    state: 'timeline',
    do: steps(pressSaid('tab_timeline'), toPicture('visits')),
  },
  'timeline-pain': {
    state: 'timeline',
    do: steps(pressSaid('tab_timeline'), toPicture('pain')),
  },
  'timeline-chronology': {
    state: 'timeline',
    do: steps(pressSaid('tab_timeline'), toPicture('chronology')),
  },
  'timeline-table': {
    state: 'timeline',
    do: steps(pressSaid('tab_timeline'), toPicture('pain'), ({ page, say }) =>
      page
        .getByRole('figure')
        .nth(pictures.pain)
        .getByRole('button', { name: say('picture_table') })
        .click(),
    ),
  },
  'timeline-none': { state: 'review', do: pressSaid('tab_timeline') },
  safety: { state: 'review', do: press('One drug under two names') },
  fault: { state: 'review', do: steps(press('2 Amrix 15 mg'), press('Length of use')) },
  coverage: { state: 'partly-read', do: ({ page }) => page.locator('.coverline').click() },
  portal: {
    state: 'partly-read',
    do: steps(({ page }) => page.locator('.coverline').click(), pressSaid('portal_setup_link')),
  },
  'as-of': { state: 'review', do: ({ page }) => page.locator('.asof').click() },
  keys: { state: 'review', do: ({ page }) => page.locator('.status .link').click() },
  palette: { state: 'review', do: palette('twi') },
  'palette-none': { state: 'review', do: palette('zzz') },
  snippet: {
    state: 'review',
    do: steps(palette('four sites'), async ({ page, say }) => {
      await page.getByRole('group', { name: say('palette_snippets') }).waitFor();
      await page.keyboard.press('Enter');
    }),
  },
  'partly-read': { state: 'partly-read' },
  reviewing: { state: 'reviewing' },
  reading: { state: 'reading' },
  loading: { state: 'loading' },
  'no-requests': { state: 'no-requests' },
  'no-text': { state: 'no-text' },
  'no-review': { state: 'no-review' },
  'no-case': { state: 'no-case' },
  pdf: { state: 'pdf' },
  impossible: { state: 'impossible' },
  forbidden: { state: 'forbidden' },
  'first-run': { state: 'first-run' },
  'not-allowed': { state: 'not-allowed' },
  'unknown-site': { state: 'unknown-site' },
  'newer-settings': { state: 'newer-settings' },
  bench: { bench: 'right', do: waitForVerdicts },
  'bench-fault': { bench: 'fault', do: waitForVerdicts },
  reader: { reader: 'text' },
  'reader-empty': { reader: 'empty' },
  'reader-fault': { reader: 'fault' },
  'options-portals': { options: 'portals' },
  'options-criteria': { options: 'criteria' },
  'options-snippets': { options: 'snippets' },
  'options-snippet-new': { options: 'snippets', do: pressSaid('snippet_new') },
  'options-marks': { options: 'marks' },
  'options-appearance': { options: 'appearance' },
  'options-keys': { options: 'keys' },
  'options-data': { options: 'data' },
  'options-about': { options: 'about' },
  'options-team-join': { options: 'team', state: 'none' },
  'options-team-not-accepted': {
    options: 'team',
    state: 'none',
    do: steps(
      type('team_server', 'https://couch.example'),
      type('team_name', 'appeals'),
      type('team_user', 'ann'),
      type('team_password', 'other'),
      pressSaid('team_test'),
    ),
  },
  'options-team-address': {
    options: 'team',
    state: 'none',
    do: steps(
      type('team_server', 'http://couch.example'),
      type('team_user', 'ann'),
      type('team_password', 'other'),
      pressSaid('team_test'),
    ),
  },
  'options-team-set-up': {
    options: 'team',
    state: 'none',
    do: steps(
      openSetUp,
      typeLast('team_server', 'https://couch.example'),
      typeLast('team_name', 'appeals'),
      typeLast('team_called', 'Appeals'),
      typeLast('team_admin_user', 'admin'),
      typeLast('team_admin_password', 'right'),
      typeLast('team_editors', 'ann\nben'),
      pressSaid('team_setup_do'),
      ({ page, say }) => page.getByText(say('team_hand_on')).waitFor(),
    ),
  },
  ...Object.fromEntries(
    Object.keys(teams).flatMap((state) =>
      state === 'none' ? [] : [[`options-team-${state}`, { options: 'team', state }]],
    ),
  ),
  'options-team-leave': { options: 'team', state: 'waiting', do: pressSaid('team_leave') },
  'options-team-compare': { options: 'team', state: 'conflict', do: compare(0) },
  'options-team-moved-on': {
    options: 'team',
    state: 'conflict',
    do: steps(compare(0), pressSaid('team_keep_mine')),
  },
  'options-team-removed': { options: 'team', state: 'conflict', do: compare(1) },
  'options-team-pack': { options: 'team', state: 'conflict', do: compare(2) },
  'options-snippets-refused': {
    options: 'snippets',
    do: async ({ page, say }) => {
      const files = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('[') };
      await page.getByLabel(say('snippets_file')).setInputFiles(files);
      await page.locator('.wrong').first().waitFor();
    },
  },
  'options-broken': { options: 'appearance', state: 'broken' },
  'options-newer': { options: 'appearance', state: 'newer' },
};
