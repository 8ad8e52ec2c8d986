// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import type { Judgement } from '../../lib/review/judgements.ts';
import { states } from './sample-active.ts';
import { says, showPanel } from './show-panel.tsx';

afterEach(cleanup);

const about = {
  request: 'trigger-point-injection-1',
  label: 'Trigger point injections, left low back',
  criterion: 'trigger-point-injection/no-radiculopathy',
};
const correction: Judgement = {
  kind: 'correction',
  ...about,
  verdict: 'met',
  reason: 'The foot drop is from 1998.',
};
const dismissal: Judgement = {
  kind: 'dismissal',
  ...about,
  reason: 'Another patient.',
  passage: { document: 'd3', quote: 'Thigh strength is down and there is a left foot drop.' },
};

const judged = (...judgements: Judgement[]): ActiveReview => {
  const { review } = states;
  if (!review?.case) throw new Error('the sample has a case');
  return { ...review, case: { ...review.case, judgements } };
};

const click = (name: string | RegExp, within_: HTMLElement = document.body) =>
  fireEvent.click(within(within_).getAllByRole('button', { name })[0] as HTMLElement);

function openRadiculopathy(): HTMLElement {
  click(/^1 ?Trigger point injections/);
  click(/^No radiculopathy/);
  return screen.getByRole('region', { name: /^Is radiculopathy absent/ });
}

describe('judging otherwise', () => {
  test('a passage is set aside with a reason, and not without one', () => {
    const { actions } = showPanel(states.review);
    const criterion = openRadiculopathy();
    const against = within(criterion).getByRole('region', { name: 'Against' });
    click('Set aside', against);
    const reason = within(against).getByLabelText('Why this passage does not count');
    fireEvent.submit(reason.closest('form') as HTMLFormElement);
    expect(actions.judge).not.toHaveBeenCalled();
    fireEvent.input(reason, { target: { value: 'Another patient.' } });
    fireEvent.submit(reason.closest('form') as HTMLFormElement);
    expect(actions.judge).toHaveBeenCalledWith(dismissal, true);
  });

  test('a verdict is corrected to any but the one that was found', () => {
    const { actions } = showPanel(states.review);
    const criterion = openRadiculopathy();
    click('Correct this verdict', criterion);
    const verdict = within(criterion).getByLabelText('The verdict as you judge it');
    expect([...verdict.querySelectorAll('option')].map(({ value }) => value)).not.toContain(
      'conflicting',
    );
    fireEvent.input(verdict, { target: { value: 'met' } });
    const reason = within(criterion).getByLabelText('Your reason');
    fireEvent.input(reason, { target: { value: 'The foot drop is from 1998.' } });
    fireEvent.submit(reason.closest('form') as HTMLFormElement);
    expect(actions.judge).toHaveBeenCalledWith(correction, true);
  });
});

describe('what was judged otherwise', () => {
  test('shows in its row with what was found, moves the criterion to its group, and counts', () => {
    showPanel(judged(correction, dismissal));
    const card = screen.getByRole('region', { name: /^Trigger point/ });
    expect(says(card)).toContain('2 judgements of your own');
    expect(
      within(card).getByRole('img', {
        name: '8 criteria: 1 unclear, 2 not documented, 3 met, 2 n/a',
      }),
    ).toBeTruthy();
    click(/^1 ?Trigger point injections/);
    const row = screen.getByRole('button', { name: /^No radiculopathy/ });
    expect(says(row)).toContain('Corrected by you; found was: conflicting.');
    expect(says(row)).toContain('1 passage set aside by you.');
  });

  test('stands in the criterion with its reason and is taken back there', () => {
    const { actions } = showPanel(judged(correction, dismissal));
    const own = within(openRadiculopathy()).getByRole('region', { name: 'Your own judgement' });
    expect(says(own)).toContain('You judge: met. Found was: conflicting.');
    expect(says(own)).toContain('Thigh strength is down');
    expect(says(own)).toContain('Your reason: Another patient.');
    click('Back to what was found', own);
    click('Count it again', own);
    expect(actions.judge.mock.calls).toEqual([
      [correction, false],
      [dismissal, false],
    ]);
  });

  test('of another item of the same place in the list it is left alone', () => {
    showPanel(judged({ ...correction, label: 'Another item' }));
    const card = screen.getByRole('region', { name: /^Trigger point/ });
    expect(says(card)).not.toContain('of your own');
    const kept = screen.getByRole('region', { name: 'Judgements of yours that have no place now' });
    expect(says(kept)).toContain('Another item: no-radiculopathy, met. Your reason: The foot drop');
  });
});
