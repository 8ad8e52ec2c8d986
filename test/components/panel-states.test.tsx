// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { type StateName, states } from './sample-active.ts';
import { says, showPanel } from './show-panel.tsx';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getAllByRole('button', { name })[0] as HTMLElement;

describe('without a review', () => {
  test.each<[StateName, string, string]>([
    ['reading', 'Reading the page', 'as soon as the text is there'],
    ['no-case', 'No case text yet', 'reload the page'],
    ['no-text', 'No text on this page', 'No text was found on this page.'],
    ['no-review', 'This text could not be reviewed', 'nothing was judged'],
    ['impossible', 'Nothing to review in this tab', 'follows the tab'],
    ['not-allowed', 'Caseglass is off on this site', 'read nothing on records.meridian.example'],
    ['unknown-site', 'Caseglass cannot see which site this is', 'Press the Caseglass button'],
    ['no-requests', 'No request found', 'The text was read.'],
  ])('%s says: %s', (state, title, more) => {
    showPanel(states[state]);
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(says(screen.getByRole('main'))).toContain(more);
  });

  test('before the background has answered it says what it waits for', () => {
    showPanel(null);
    expect(screen.getByText('Asking which case this tab shows.')).toBeTruthy();
  });

  test('the site is allowed by a click in the panel', () => {
    const { actions } = showPanel(states['not-allowed']);
    fireEvent.click(button('Allow on this site'));
    expect(actions.allow).toHaveBeenCalledWith('https://records.meridian.example/*');
  });
});

describe('the header', () => {
  test('names claim, site and what was read', () => {
    showPanel(states.review);
    expect(says(screen.getByRole('heading', { level: 1 }))).toContain('Claim 15-20718');
    expect(says(screen.getByRole('banner'))).toContain('claims.northgate.example');
    expect(says(screen.getByRole('banner'))).toContain('3 documents, 17 pages, 2 unread');
  });

  test('what was read opens with what was not, and what rests on it', () => {
    showPanel(states['partly-read']);
    fireEvent.click(button(/1 document/));
    expect(says(screen.getByRole('main'))).toContain('Frame from docs.viewer.example');
    expect(says(screen.getByRole('main'))).toContain('2 findings of not documented');
  });

  test('another day to go by can be chosen, and the one found taken back', () => {
    const { actions, tell } = showPanel(states.review);
    fireEvent.click(button('as of 17 Jul 2015'));
    expect(screen.getByText(/date of the request form/)).toBeTruthy();
    const field = screen.getByLabelText('Editions in force on') as HTMLInputElement;
    field.value = '2016-08-01';
    fireEvent.submit(field.closest('form') as HTMLElement);
    expect(actions.setAsOf).toHaveBeenCalledWith('2016-08-01');

    const { review } = states;
    tell({
      ...review,
      case: { ...review.case, asOf: { date: '2016-08-01', source: 'chosen by you', chosen: true } },
    } as typeof review);
    fireEvent.click(button('as of 1 Aug 2016'));
    fireEvent.click(button('Use the date found in the text'));
    expect(actions.setAsOf).toHaveBeenLastCalledWith(null);
  });

  test('another edition can be judged by, and the one in force taken back', () => {
    const { review } = states;
    const { actions, tell } = showPanel(review);
    tell({ ...review, case: { ...review.case, edition: 'mtus-2016' } } as typeof review);
    expect(screen.getByText(/^Judged by .*your choice/)).toBeTruthy();
    fireEvent.click(button('Use the edition in force'));
    expect(actions.setEdition).toHaveBeenCalledWith(null);
  });

  test('before any site is allowed three steps say what it does, never does, and how to begin', () => {
    const { actions } = showPanel(states['not-allowed'], { allowed: [] });
    const steps = screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
    expect(steps.slice(0, 3).map((step) => step.slice(0, 12))).toEqual([
      'What it does',
      'What it neve',
      'How to begin',
    ]);
    fireEvent.click(button('Allow on this site'));
    expect(actions.allow).toHaveBeenCalledWith('https://records.meridian.example/*');
  });

  test('what is reviewed together: dates, kept pages, leaving out, adding, beginning anew', () => {
    const { review } = states;
    const { actions, tell } = showPanel(review);
    const documents = (review.case?.documents ?? []).map((document, at) =>
      at === 1 ? { ...document, where: 'closed' as const } : document,
    );
    const others = [{ id: 'case-2', tabId: 2, name: 'Inbox', claimNumber: '15-22650' }];
    tell({ ...review, case: { ...review.case, documents, others } } as typeof review);
    fireEvent.click(button(/documents/));
    expect(screen.getByText(/19 Jun 2015.*page closed, text kept/)).toBeTruthy();
    fireEvent.click(button('Leave out Progress note, 19 Jun 2015'));
    expect(actions.leaveOut).toHaveBeenCalledWith('d2');
    expect(screen.getByRole('option', { name: 'Claim 15-22650' })).toBeTruthy();
    fireEvent.click(button('Add'));
    expect(actions.addToCase).toHaveBeenCalledWith('case-2');
    fireEvent.click(button('New case'));
    expect(actions.newCase).toHaveBeenCalled();
  });

  test('a portal is described by pointing, or by the words beside a value', async () => {
    const { actions } = showPanel(states.review);
    actions.pickPlace.mockResolvedValueOnce({
      locator: { by: 'label', label: 'Claim' },
      shows: '15-20718',
    });
    fireEvent.click(button(/documents/));
    fireEvent.click(button('Describe this portal'));
    expect(screen.getAllByText('Not told yet.')).toHaveLength(6);
    fireEvent.click(button('Point at it: Claim number'));
    await waitFor(() =>
      expect(actions.saveProfile).toHaveBeenCalledWith(
        expect.objectContaining({ places: { claimNumber: { by: 'label', label: 'Claim' } } }),
      ),
    );
    const field = screen.getByLabelText('Words beside it: Date received');
    fireEvent.input(field, { target: { value: ' Received ' } });
    fireEvent.click(button('Use these words: Date received'));
    expect(actions.saveProfile).toHaveBeenLastCalledWith(
      expect.objectContaining({ places: { receivedDate: { by: 'label', label: 'Received' } } }),
    );
  });

  test('marks are switched off and on', () => {
    const { actions } = showPanel(states.review);
    fireEvent.click(button('Marks in the page'));
    expect(actions.setMarks).toHaveBeenCalledWith(false);
  });

  test('a fault is one plain sentence with its code', () => {
    showPanel(states['newer-settings']);
    expect(screen.getByText(/saved by a newer version/)).toBeTruthy();
    expect(screen.getByText('CG-501')).toBeTruthy();
  });
});

describe('following the tab', () => {
  test('each case keeps its place', () => {
    const { tell } = showPanel(states.review);
    fireEvent.click(button(/^2 ?Amrix/));
    tell(states['other-case']);
    expect(says(screen.getByRole('heading', { level: 1 }))).toContain('Claim 15-31121');
    expect(screen.queryByRole('button', { name: 'All requests' })).toBeNull();
    tell(states.review);
    expect(screen.getByRole('button', { name: 'All requests' })).toBeTruthy();
    expect(says(screen.getByRole('heading', { level: 2 }))).toContain('2 Amrix 15 mg');
  });

  test('a click in the page opens the criterion it stands for', () => {
    const { tell } = showPanel(states.review);
    tell({
      ...states.review,
      target: {
        number: 1,
        request: 'trigger-point-injection-1',
        criterion: 'trigger-point-injection/twitch-response',
      },
    });
    expect(
      screen.getByRole('heading', { name: 'Does palpation evoke a local twitch response?' }),
    ).toBeTruthy();
  });

  test('a tab that comes back does not lead there again', () => {
    const target = { number: 1, request: 'muscle-relaxant-2' };
    const { tell } = showPanel({ ...states.review, target });
    expect(screen.getByRole('button', { name: 'All requests' })).toBeTruthy();
    fireEvent.click(button('All requests'));
    tell(states['other-case']);
    tell({ ...states.review, target });
    expect(screen.queryByRole('button', { name: 'All requests' })).toBeNull();
  });

  test('a request that is gone from a changed text leads back to all of them', () => {
    const { tell } = showPanel(states.review);
    fireEvent.click(button(/^2 ?Amrix/));
    const { review } = states;
    tell({
      ...review,
      case: {
        ...review.case,
        review: { ...review.case?.review, requests: review.case?.review?.requests.slice(0, 1) },
      },
    } as typeof review);
    expect(screen.queryByRole('button', { name: 'All requests' })).toBeNull();
    expect(screen.getByRole('heading', { name: /^Trigger point/ })).toBeTruthy();
  });
});

test('a review that comes again with nothing new says nothing aloud', async () => {
  const { tell } = showPanel(states.review);
  const live = [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')];
  expect(live.length).toBeGreaterThan(0);
  const said: string[] = [];
  const watching = new MutationObserver((changes) =>
    said.push(...changes.map(({ target }) => target.textContent ?? '')),
  );
  for (const region of live) {
    watching.observe(region, { childList: true, characterData: true, subtree: true });
  }
  const again = structuredClone(states.review);
  if (again.case) again.case.revision += 1;
  tell(again);
  await Promise.resolve();
  watching.disconnect();
  expect(said).toEqual([]);
});
