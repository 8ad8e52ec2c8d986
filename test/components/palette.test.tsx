// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sample } from '../snippets/sample.ts';
import { states } from './sample-active.ts';
import { says, showPanel } from './show-panel.tsx';

afterEach(cleanup);

const control = (key: string, more = { ctrlKey: true }) =>
  fireEvent.keyDown(document.activeElement ?? document.body, {
    key,
    code: `Key${key.toUpperCase()}`,
    ...more,
  });

function openPalette(active = states.review) {
  const shown = showPanel(active);
  control('k');
  return shown;
}

const field = () => screen.getByRole('combobox') as HTMLInputElement;
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const selected = () =>
  says(screen.getAllByRole('option').find((each) => each.getAttribute('aria-selected') === 'true'));

describe('the palette', () => {
  test('opens by Ctrl+K and by the command key, in fields too, and by its button', () => {
    showPanel(states.review);
    control('k', { ctrlKey: false, metaKey: true } as never);
    expect(screen.getByRole('dialog', { name: 'Search and commands' })).toBeTruthy();
    cleanup();
    showPanel(states.review);
    fireEvent.click(screen.getByRole('button', { name: 'Search and commands' }));
    expect(field()).toBeTruthy();
  });

  test('offers requests and commands before anything is typed', () => {
    openPalette();
    expect(screen.getAllByRole('group').map((each) => says(each.firstElementChild))).toEqual([
      'Requests',
      'Commands',
    ]);
    expect(selected()).toContain('Trigger point injections, left low back');
  });

  test('finds criteria by their words and opens the one chosen with Enter', () => {
    openPalette();
    type('twitch');
    expect(selected()).toContain('Twitch response');
    expect(field().getAttribute('aria-activedescendant')).toBe(
      screen.getAllByRole('option')[0]?.id,
    );
    press('Enter');
    expect(
      screen.getByRole('heading', { level: 3, name: /local twitch response\?$/ }),
    ).toBeTruthy();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  test('arrows go through the list and round at its ends', () => {
    openPalette();
    const all = screen.getAllByRole('option').map((each) => says(each));
    press('ArrowDown');
    expect(selected()).toBe(all[1]);
    press('ArrowUp');
    press('ArrowUp');
    expect(selected()).toBe(all.at(-1));
  });

  test('goes to a passage in the page, and says why where that fails', async () => {
    const { actions } = openPalette();
    actions.show.mockResolvedValue('CG-303');
    type('jump sign');
    const passages = screen.getByRole('group', { name: 'Passages' });
    fireEvent.click(within(passages).getAllByRole('option')[0] as HTMLElement);
    expect(actions.show).toHaveBeenCalledOnce();
    expect(await screen.findByText('This passage is no longer on the page.')).toBeTruthy();
  });

  test('runs commands', () => {
    const { actions } = openPalette();
    type('hide marks');
    press('Enter');
    expect(actions.setMarks).toHaveBeenCalledWith(false);
  });

  test('offers to search the claim, and lists the places or says that there are none', async () => {
    const { actions } = openPalette();
    actions.search.mockResolvedValue({
      term: 'taut band',
      found: 1,
      synonyms: [],
      hits: [
        { document: 'd3', start: 5, end: 14, quote: 'taut band', before: 'a ', after: ' at L4' },
      ],
    });
    type('taut band');
    expect(selected()).toBe('Search the text of this claim for “taut band”');
    press('Enter');
    expect(await screen.findByText('a taut band at L4')).toBeTruthy();
    press('Enter');
    expect(actions.show).toHaveBeenCalledWith({ document: 'd3', start: 5, end: 14 });
    cleanup();
    const again = openPalette();
    again.actions.search.mockResolvedValue({ term: 'zzz', synonyms: [], found: 0, hits: [] });
    type('zzz');
    press('Enter');
    expect(await screen.findByText(/was not found in the text that was read/)).toBeTruthy();
  });

  test('finds snippets, and opens one filled with the way to copy it', async () => {
    const shelf = {
      snippets: [
        {
          key: 'starter/a',
          snippet: sample('a', { title: 'Injections: at most four', text: 'Asked: {{request}}.' }),
        },
      ],
      favourites: new Set<string>(),
      recent: [],
      setFavourite: () => undefined,
      noteUse: vi.fn(),
    };
    const { actions } = showPanel(states.review, { shelf });
    control('k');
    type('at most four');
    expect(
      within(screen.getByRole('group', { name: 'Snippets' })).getAllByRole('option'),
    ).toHaveLength(1);
    press('Enter');
    const dialog = screen.getByRole('dialog', { name: 'Injections: at most four' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Copy' }));
    await screen.findByText('Snippet copied');
    expect(actions.copy.mock.calls[0]?.[0].plain).toContain('Asked: ');
    expect(shelf.noteUse).toHaveBeenCalledWith('starter/a');
  });

  test('finds remarks on the letter, and leads to the one chosen', async () => {
    const { actions } = showPanel(states.review);
    actions.checkLetter.mockResolvedValue({
      ok: true,
      value: [{ id: 'letter/slip', reason: 'The word “garbage” is no word.', evidence: [] }],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Letter' }));
    const letter = screen.getByRole('textbox', { name: 'Check a letter' });
    fireEvent.input(letter, { target: { value: 'A garbage letter.' } });
    await screen.findAllByText('1 thing to look at again');
    fireEvent.click(screen.getByRole('button', { name: 'Review' }));
    control('k');
    type('garbage');
    expect(selected()).toContain('Slip');
    press('Enter');
    expect(screen.getByRole('textbox', { name: 'Check a letter' })).toHaveProperty(
      'value',
      'A garbage letter.',
    );
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).dataset.finding).toBe('letter/slip'),
    );
  });

  test('goes to the draft on each request', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(
      async () => new Response(JSON.stringify({ abbreviations: [] })),
    );
    openPalette();
    type('write the draft amrix');
    press('Enter');
    expect(screen.getByRole('heading', { level: 2, name: 'Draft: Amrix 15 mg' })).toBeTruthy();
    await screen.findByLabelText(/^Paragraph 1: Request/);
  });

  test('without a case it still has its commands', () => {
    openPalette(states['no-case'] as typeof states.review);
    expect(screen.getAllByRole('option').map((each) => says(each))).toEqual([
      'Open the options',
      'List the keys',
    ]);
  });
});

describe('the filter of criteria', () => {
  test('leaves those with the words, says how many, and shows all again', () => {
    showPanel(states.review);
    fireEvent.click(screen.getAllByRole('button', { name: /^1 ?Trigger/ })[0] as HTMLElement);
    fireEvent.keyDown(document.body, { key: 'f' });
    const filter = screen.getByRole('searchbox', { name: 'Filter criteria' });
    expect(document.activeElement).toBe(filter);
    fireEvent.input(filter, { target: { value: 'radicul' } });
    expect(screen.getByText(/^1 of \d+ shown$/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^No radiculopathy/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Twitch response/ })).toBeNull();
    fireEvent.input(filter, { target: { value: 'qqq' } });
    expect(screen.getByText('No criterion of this request has these words.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getByRole('button', { name: /^Twitch response/ })).toBeTruthy();
  });
});
