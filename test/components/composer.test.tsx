// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newProfile } from '../../lib/portals/profile.ts';
import { states } from './sample-active.ts';
import { says, showPanel } from './show-panel.tsx';

beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(
    async () => new Response(readFileSync('public/letter/abbreviations.json', 'utf8')),
  );
});
afterEach(cleanup);

const click = (name: string | RegExp) =>
  fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement);

type Options = NonNullable<Parameters<typeof showPanel>[1]>;

async function openComposer(options: Options = { role: 'physician' }) {
  const shown = showPanel(states.review, options);
  click(/^1 ?Trigger point injections/);
  click(/^Write the draft/);
  await screen.findByLabelText(/^Paragraph 1: Request/);
  return shown;
}

const paragraphs = () => screen.getAllByRole('textbox') as HTMLTextAreaElement[];
const whole = () =>
  paragraphs()
    .map(({ value }) => value)
    .join('\n');

describe('the composer', () => {
  test('asks once as whom the reviewer writes, and offers no decision before', async () => {
    const { actions } = await openComposer({ role: null });
    expect(screen.queryByRole('group', { name: 'Your decision on this item' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Utilization review nurse' }));
    expect(actions.saveRole).toHaveBeenCalledWith('nurse');
  });

  test.each([
    ['nurse', ['Approve', 'Refer to a physician']],
    ['physician', ['Approve', 'Modify', 'Deny', 'Defer']],
    ['independent', ['Uphold', 'Overturn', 'Uphold in part']],
  ] as const)(
    'a %s chooses among what is theirs, and nothing is chosen before',
    async (role, expected) => {
      await openComposer({ role });
      const group = screen.getByRole('group', { name: 'Your decision on this item' });
      const choices = within(group).getAllByRole('radio') as HTMLInputElement[];
      expect(choices.map((choice) => says(choice.closest('label')))).toEqual(expected);
      expect(choices.some(({ checked }) => checked)).toBe(false);
      expect(screen.queryByRole('heading', { name: 'Decision' })).toBeNull();
    },
  );

  test('a decision that needs words of the reviewer’s says what is still to be filled in', async () => {
    await openComposer();
    fireEvent.click(screen.getByRole('radio', { name: 'Modify' }));
    const field = paragraphs().at(-1) as HTMLTextAreaElement;
    expect(field.value).toMatch(/: modified\. Approved is \[/);
    expect(screen.getByText(/^Still to be filled in:/)).toBeTruthy();
    fireEvent.input(field, { target: { value: 'Modified. Approved are two injections.' } });
    expect(screen.queryByText(/^Still to be filled in:/)).toBeNull();
  });

  test('both sides have a box of the same kind, and a passage goes and comes with it', async () => {
    await openComposer();
    const group = screen.getByRole('group', { name: 'No radiculopathy', hidden: true });
    const boxes = within(group).getAllByRole('checkbox', { hidden: true }) as HTMLInputElement[];
    expect(boxes.map((box) => says(box.closest('div')).split(' ')[0])).toEqual(['For', 'Against']);
    expect(boxes.every(({ checked }) => checked)).toBe(true);
    expect(whole()).toContain('foot drop.” (Records packet');
    fireEvent.click(boxes[1] as HTMLElement);
    expect(whole()).not.toContain('foot drop.” (Records packet');
    fireEvent.click(boxes[1] as HTMLElement);
    expect(whole()).toContain('foot drop.” (Records packet');
  });

  test('an edit is kept with the case, counted, and stands when the review comes anew', async () => {
    const { actions, tell } = await openComposer();
    const field = paragraphs()[1] as HTMLTextAreaElement;
    fireEvent.input(field, { target: { value: `${field.value} I examined the films.` } });
    expect(actions.keepDraft.mock.lastCall?.slice(0, 2)).toEqual([
      'case-1',
      'trigger-point-injection-1 Trigger point injections, left low back',
    ]);
    const count = () => Number.parseInt(says(document.querySelector('.composer__count')), 10);
    const before = count();
    fireEvent.input(field, { target: { value: `${field.value} Twice.` } });
    expect(count()).toBe(before + 1);

    const changed = structuredClone(states.review);
    const criteria = changed?.case?.review?.requests[0]?.criteria ?? [];
    for (const criterion of criteria) {
      criterion.evidence = criterion.evidence.filter(({ quote }) => !quote.includes('foot drop'));
    }
    tell(changed);
    await waitFor(() => expect(screen.getByText(/^Not in the record any more:/)).toBeTruthy());
    expect(whole()).toContain('I examined the films. Twice.');
  });

  test('what was kept is there again', async () => {
    const first = await openComposer();
    const field = paragraphs()[1] as HTMLTextAreaElement;
    fireEvent.input(field, { target: { value: 'My own words.' } });
    const [, key, kept] = first.actions.keepDraft.mock.lastCall ?? [];
    cleanup();
    const drafts = { [String(key)]: JSON.parse(JSON.stringify(kept)) };
    await openComposer({ role: 'physician', drafts });
    expect(paragraphs()[1]?.value).toBe('My own words.');
  });

  test('it is copied in both forms', async () => {
    const { actions } = await openComposer();
    click('Copy the draft');
    await screen.findByText('The draft is on the clipboard.');
    const [{ plain, html } = { plain: '', html: '' }] = actions.copy.mock.lastCall ?? [];
    expect(plain).toContain('What was not found\nSearched: RFA and cover letter');
    expect(html).toContain('<p><strong>What was not found</strong></p><p>Searched:');
  });

  test('Escape leads back to the request', async () => {
    await openComposer();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.getByRole('button', { name: /^Write the draft/ })).toBeTruthy();
  });
});

describe('into the portal’s field', () => {
  const path = { by: 'path' as const, path: ['#rationale'] };

  test('without a field that was chosen nothing can be inserted', async () => {
    const { actions } = await openComposer();
    expect(screen.queryByRole('button', { name: 'Insert the draft' })).toBeNull();
    actions.pickPlace.mockResolvedValueOnce({ locator: path, shows: '' });
    click('Choose the field');
    fireEvent.click(await screen.findByRole('button', { name: 'Insert the draft' }));
    await screen.findByText(/^Landed: read back/);
    expect(actions.insertText.mock.lastCall?.[0]).toMatchObject({ locator: path });
    click('Remember it for this portal');
    expect(actions.saveProfile.mock.lastCall?.[0].places.determination).toEqual(path);
  });

  test('the field the profile names is used, and what became of the text is said', async () => {
    const profile = {
      ...newProfile('claims.northgate.example', 'https://claims.northgate.example'),
      places: { determination: path },
    };
    const { actions } = await openComposer({ role: 'nurse', profile });
    const insert = async (outcome: Awaited<ReturnType<typeof actions.insertText>>) => {
      actions.insertText.mockResolvedValueOnce(outcome);
      click('Insert the draft');
      await waitFor(() => expect(actions.insertText).toHaveBeenCalled());
    };
    await insert({ ok: true, value: { outcome: 'changed', holds: 'Requested: tri' } });
    await screen.findByText('Landed, but changed. The field holds:');
    expect(screen.getByText('Requested: tri')).toBeTruthy();
    actions.undoInsert.mockResolvedValueOnce(false);
    click('Take it back out');
    await screen.findByText(/^It could not be taken back from here/);
    await insert({ ok: true, value: { outcome: 'not-landed', holds: '' } });
    await screen.findByText(/^Not landed:/);
    expect(screen.queryByRole('button', { name: 'Take it back out' })).toBeNull();
    await insert({ ok: false, fault: 'CG-310' });
    await screen.findByText(/^The chosen field is not on this page now\. CG-310/);
  });
});
