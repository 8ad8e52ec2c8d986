// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { newProfile } from '../../lib/portals/profile.ts';
import { states } from './sample-active.ts';
import { says, showPanel } from './show-panel.tsx';

afterEach(cleanup);

const letter = 'Soma is denied. There is no documentation of a twitch response.';
const finding = {
  id: 'letter/absence-contradicted',
  reason: 'The letter says that there is nothing on twitch response; the record has it.',
  evidence: [
    { document: 'letter', start: 16, end: 63, quote: letter.slice(16, 63), role: 'claim' as const },
    { document: 'd1', start: 4, end: 18, quote: 'twitch at L4', role: 'supports' as const },
  ],
};

function openLetter(options = {}) {
  const shown = showPanel(states.review, options);
  fireEvent.click(screen.getByRole('button', { name: 'Letter' }));
  const field = screen.getByRole('textbox', { name: 'Check a letter' }) as HTMLTextAreaElement;
  const remarks = screen.getByRole('region', { name: 'Remarks on the letter' });
  return { ...shown, field, remarks };
}

test('before a letter is there nothing is claimed about it', () => {
  const { remarks, actions } = openLetter();
  expect(says(within(remarks).getByRole('status'))).toBe('No letter yet.');
  expect(actions.checkLetter).not.toHaveBeenCalled();
});

test('what is written is checked, and each remark leads to the record and to the words', async () => {
  const { field, remarks, actions } = openLetter();
  actions.checkLetter.mockResolvedValue({ ok: true, value: [finding] });
  fireEvent.input(field, { target: { value: letter } });
  await waitFor(() => expect(says(remarks)).toContain('1 thing to look at again'));
  expect(says(remarks)).toContain('Called absent, and in the record');
  expect(says(remarks)).toContain('twitch at L4');
  fireEvent.click(within(remarks).getByRole('button', { name: 'Show in the letter' }));
  expect([field.selectionStart, field.selectionEnd]).toEqual([16, 63]);
  fireEvent.click(within(remarks).getByRole('button', { name: 'show' }));
  await waitFor(() =>
    expect(actions.show).toHaveBeenCalledWith({ document: 'd1', start: 4, end: 18 }),
  );
});

test('a letter without remarks says so, and one that cannot be checked says why', async () => {
  const { field, remarks, actions } = openLetter();
  fireEvent.input(field, { target: { value: 'A letter.' } });
  await waitFor(() => expect(says(remarks)).toContain('Nothing to look at again'));
  actions.checkLetter.mockResolvedValue({ ok: false, fault: 'CG-206' });
  fireEvent.input(field, { target: { value: 'Another letter.' } });
  await waitFor(() => expect(says(remarks)).toContain('CG-206'));
});

test('the text of the portal’s field and of a document can be taken', async () => {
  const profile = {
    ...newProfile('claims.northgate.example', 'https://claims.northgate.example'),
    places: { determination: { by: 'path' as const, path: ['#decision'] } },
  };
  const { field, actions } = openLetter({ profile });
  actions.readField.mockResolvedValue({ ok: true, value: 'From the field.' });
  fireEvent.click(screen.getByRole('button', { name: 'Take the text of the field' }));
  await waitFor(() => expect(field.value).toBe('From the field.'));
  actions.readDocument.mockResolvedValue({ ok: true, value: 'From the document.' });
  const choice = screen.getByRole('combobox', { name: 'Take a document of the case' });
  const [, first] = within(choice).getAllByRole('option') as HTMLOptionElement[];
  fireEvent.change(choice, { target: { value: first?.value } });
  await waitFor(() => expect(field.value).toBe('From the document.'));
});

test('the letter and its remarks are there again after a look at the evidence', async () => {
  const { field, remarks, actions } = openLetter();
  actions.checkLetter.mockResolvedValue({ ok: true, value: [finding] });
  fireEvent.input(field, { target: { value: letter } });
  await waitFor(() => expect(says(remarks)).toContain('1 thing to look at again'));
  fireEvent.click(screen.getByRole('button', { name: 'Review' }));
  fireEvent.keyDown(document.body, { key: '3', code: 'Digit3' });
  const again = screen.getByRole('textbox', { name: 'Check a letter' }) as HTMLTextAreaElement;
  expect(again.value).toBe(letter);
  expect(says(screen.getByRole('region', { name: 'Remarks on the letter' }))).toContain(
    'twitch at L4',
  );
});

test('a draft on one request is checked as such', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(
    async () => new Response(JSON.stringify({ abbreviations: [] })),
  );
  const { actions } = showPanel(states.review, { role: 'physician' });
  fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
  fireEvent.input(screen.getByRole('combobox'), { target: { value: 'draft amrix' } });
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
  await waitFor(() => expect(actions.checkLetter).toHaveBeenCalled());
  const amrix = states.review?.case?.review?.requests.find(({ label }) => /Amrix/.test(label));
  expect(actions.checkLetter.mock.lastCall?.[1]).toBe(amrix?.id);
});

test('writing on is not told aloud as long as it changes nothing', async () => {
  const { field, remarks, actions } = openLetter();
  actions.checkLetter.mockResolvedValue({ ok: true, value: [finding] });
  fireEvent.input(field, { target: { value: letter } });
  const status = within(remarks).getByRole('status');
  await waitFor(() => expect(says(status)).toBe('1 thing to look at again'));
  const said: string[] = [];
  const watching = new MutationObserver(() => said.push(says(status)));
  watching.observe(status, { childList: true, characterData: true, subtree: true });
  fireEvent.input(field, { target: { value: `${letter} More.` } });
  await waitFor(() => expect(actions.checkLetter).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(says(remarks)).not.toContain('Checking'));
  watching.disconnect();
  expect(said).toEqual([]);
});
