// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type OptionsActions,
  OptionsActionsProvider,
} from '../../components/options/options-actions.ts';
import {
  type OptionsData,
  OptionsPage,
  type OptionsPartName,
} from '../../components/options/options-page.tsx';
import { noPolicy, type Policy } from '../../lib/preferences/policy.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { say } from '../../lib/saying/said.ts';
import { optionsData } from './sample-options.ts';
import { says } from './show-panel.tsx';

afterEach(cleanup);

function showOptions(part: OptionsPartName, more: Partial<OptionsData> = {}) {
  const actions = {
    save: vi.fn(async () => undefined),
    reset: vi.fn(async () => undefined),
    allow: vi.fn(async () => true),
    revoke: vi.fn(async () => undefined),
    importPack: vi.fn<OptionsActions['importPack']>(async () => ({ faults: [] })),
    removePack: vi.fn(async () => undefined),
    sharePack: vi.fn<OptionsActions['sharePack']>(async () => ({ faults: [] })),
    shareProfile: vi.fn<OptionsActions['shareProfile']>(async () => []),
    saveProfile: vi.fn(async () => undefined),
    removeProfile: vi.fn(async () => undefined),
    importProfile: vi.fn<OptionsActions['importProfile']>(async () => ({ faults: [] })),
    exportProfile: vi.fn(),
  };
  render(
    <OptionsActionsProvider value={actions as OptionsActions}>
      <OptionsPage part={part} data={{ ...optionsData, ...more }} />
    </OptionsActionsProvider>,
  );
  return actions;
}

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('policy', () => {
  const policy = {
    ...noPolicy,
    organisation: 'Northgate Health',
    portals: ['https://claims.northgate.example/*', 'https://imaging.northgate.example/*'],
    forbidden: ['*://*.mail.example/*'],
    preferences: { theme: 'dark', marksShown: defaultPreferences.marksShown },
  } satisfies Policy;

  test('a listed portal takes one click; one that is allowed already is not listed again', () => {
    const { allow } = showOptions('portals', { policy });
    expect(screen.getByText('Portals of Northgate Health')).toBeTruthy();
    click('Allow https://imaging.northgate.example/*');
    expect(allow).toHaveBeenCalledWith('https://imaging.northgate.example/*');
    expect(
      screen.queryByRole('button', { name: 'Allow https://claims.northgate.example/*' }),
    ).toBeNull();
    expect(screen.getByText(/does not let Caseglass run on: .*mail\.example/)).toBeTruthy();
  });

  test('a part of it that could not be used is named', () => {
    showOptions('portals', { policy, policyBroken: ['forbidden.2'] });
    expect(says(screen.getByRole('alert'))).toContain('forbidden.2');
  });

  test('a locked setting says who locked it and cannot be changed; others can', () => {
    showOptions('appearance', { policy });
    const theme = screen.getByRole('group', { name: /Theme/ });
    expect((theme as HTMLFieldSetElement).disabled).toBe(true);
    expect(says(theme)).toContain('Set by Northgate Health.');
    const size = screen.getByRole('group', { name: /Text size/ });
    expect((size as HTMLFieldSetElement).disabled).toBe(false);
  });

  test('locked marks are shown as they are', () => {
    showOptions('marks', { policy });
    for (const toggle of screen.getAllByRole('checkbox')) {
      expect((toggle as HTMLInputElement).disabled).toBe(true);
    }
  });
});

describe('portals', () => {
  test('profiles are renamed, handed out, removed and taken in, a wrong file with its faults', async () => {
    const { removeProfile, saveProfile, exportProfile, importProfile } = showOptions('portals');
    expect(screen.getByText('Knows: Claim number')).toBeTruthy();
    const label = screen.getByLabelText('Claim number') as HTMLInputElement;
    expect(label.value).toBe('Claim');
    fireEvent.change(label, { target: { value: 'Claim #' } });
    expect(saveProfile).toHaveBeenCalledWith(
      expect.objectContaining({ places: { claimNumber: { by: 'label', label: 'Claim #' } } }),
    );
    const pages = screen.getByLabelText('Pages it is for, one address a line');
    fireEvent.change(pages, { target: { value: 'https://*/*' } });
    expect(screen.getByText(/^An address is expected here/)).toBeTruthy();
    expect(saveProfile).toHaveBeenCalledTimes(1);
    click('Export Northgate');
    expect(exportProfile).toHaveBeenCalled();
    const name = screen.getByLabelText('Name of the profile Northgate');
    fireEvent.change(name, { target: { value: 'Northgate Claims' } });
    expect(saveProfile).toHaveBeenCalledWith(expect.objectContaining({ name: 'Northgate Claims' }));
    click('Remove Northgate');
    expect(removeProfile).toHaveBeenCalledWith('claims-northgate-example');
    importProfile.mockResolvedValueOnce({
      faults: [{ path: 'pages.0', reason: say('reason_form_pages') }],
    });
    const file = new File(['{}'], 'a.portal.json');
    fireEvent.change(screen.getByLabelText('File with a portal profile'), {
      target: { files: [file] },
    });
    expect(await screen.findByText(/^pages\.0: An address is expected here/)).toBeTruthy();
  });

  test('each allowed site is listed and can be revoked', () => {
    const { revoke } = showOptions('portals');
    click('Revoke review.lakeshore.example');
    expect(revoke).toHaveBeenCalledWith('https://review.lakeshore.example/*');
  });

  test('a site is allowed by its address', () => {
    const { allow } = showOptions('portals');
    const field = screen.getByLabelText('Address of a portal');
    fireEvent.input(field, { target: { value: 'portal.meridian.example/cases/7' } });
    fireEvent.submit(field.closest('form') as HTMLElement);
    expect(allow).toHaveBeenCalledWith('https://portal.meridian.example/*');
  });

  test('what is no address of one site is not asked for', async () => {
    const { allow } = showOptions('portals');
    const field = screen.getByLabelText('Address of a portal');
    fireEvent.input(field, { target: { value: 'https://*.example/' } });
    fireEvent.submit(field.closest('form') as HTMLElement);
    expect(await screen.findByText(/This is not the address of a site/)).toBeTruthy();
    expect(allow).not.toHaveBeenCalled();
  });
});

describe('criteria', () => {
  test('each guideline stands with its edition and the dates it was in force', () => {
    showOptions('criteria');
    expect(says(screen.getByRole('main'))).toContain(
      'edition: 2009 · in force 18 Jul 2009 to 28 Jul 2016',
    );
  });

  test('a pack is switched off and on', () => {
    const { save } = showOptions('criteria');
    const box = (name: RegExp) => screen.getByRole('checkbox', { name }) as HTMLInputElement;
    expect(box(/^Official Disability/).checked).toBe(false);
    fireEvent.click(box(/^MTUS/));
    expect(save).toHaveBeenLastCalledWith('packsOff', ['odg', 'mtus-2009']);
    fireEvent.click(box(/^Official Disability/));
    expect(save).toHaveBeenLastCalledWith('packsOff', []);
  });

  test('a pack that is refused names the places and the reasons', async () => {
    const { importPack } = showOptions('criteria');
    importPack.mockResolvedValueOnce({
      faults: [
        {
          code: 'pack-shape',
          file: 'team.json',
          path: 'criteria[2].question',
          reason: say('reason_form_question'),
          leftOut: 'pack',
        },
      ],
    });
    const file = new File(['{}'], 'team.json', { type: 'application/json' });
    const field = screen.getByLabelText('Pack file') as HTMLInputElement;
    Object.defineProperty(field, 'files', { value: [file] });
    fireEvent.change(field);
    expect(await screen.findByText('team.json was not added.')).toBeTruthy();
    expect(screen.getByText('criteria[2].question')).toBeTruthy();
    expect(screen.getAllByText(/A question is expected here, ending in “\?”\./).length).toBe(2);
  });

  test('an own pack can be removed, also one that no longer passes', () => {
    const { removePack } = showOptions('criteria');
    click('Remove Southern team');
    click('Remove old-team');
    expect(removePack.mock.calls).toEqual([['southern-team'], ['old-team']]);
  });
});

describe('marks', () => {
  test('a mark that is switched off leaves the preview', () => {
    const { marksShown } = defaultPreferences;
    const preferences = { ...defaultPreferences, marksShown: { ...marksShown, supports: false } };
    showOptions('marks', { inForce: { preferences, broken: [] } });
    const [light] = screen.getAllByRole('figure');
    const marks = [...(light as HTMLElement).querySelectorAll('mark')].map(
      ({ className }) => className,
    );
    expect(marks).toEqual(['request', 'opposes', 'ambiguous', 'missing']);
  });

  test('marks and colours are chosen', () => {
    const { save } = showOptions('marks');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Missing' }));
    expect(save).toHaveBeenLastCalledWith('marksShown', {
      ...defaultPreferences.marksShown,
      missing: false,
    });
    fireEvent.click(screen.getByRole('radio', { name: 'Violet and ochre' }));
    expect(save).toHaveBeenLastCalledWith('palette', 'violet-ochre');
  });
});

describe('appearance', () => {
  test('theme, text size and single keys are chosen', () => {
    const { save } = showOptions('appearance');
    const theme = screen.getByRole('group', { name: 'Theme' });
    fireEvent.click(within(theme).getByRole('radio', { name: 'Dark' }));
    fireEvent.click(screen.getByRole('radio', { name: '130%' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Single keys in the panel' }));
    expect(save.mock.calls).toEqual([
      ['theme', 'dark'],
      ['textSize', 130],
      ['singleKeys', false],
    ]);
  });

  test('broken stored settings are named and can be forgotten', () => {
    const { reset } = showOptions('appearance', {
      inForce: { preferences: defaultPreferences, broken: ['theme', 'palette'] },
    });
    expect(says(screen.getByRole('alert'))).toContain('so its default holds: Theme, Colours.');
    click('Forget what was saved');
    expect(reset).toHaveBeenCalledWith(['theme', 'palette']);
  });

  test('settings of a newer version are kept and nothing can be changed', () => {
    showOptions('appearance', { closed: 'newer', inForce: null });
    expect(says(screen.getByRole('alert'))).toContain('saved by a newer version');
    expect(screen.queryAllByRole('radio')).toEqual([]);
  });
});

test('about says what Caseglass never does', () => {
  showOptions('about');
  expect(screen.getByText('send case text anywhere')).toBeTruthy();
  expect(says(screen.getByRole('main'))).toContain('Version 0.1.0');
});
