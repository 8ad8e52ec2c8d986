// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { states } from './sample-active.ts';
import { says, showPanel } from './show-panel.tsx';

afterEach(cleanup);

const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
};

const openRequest = () =>
  fireEvent.click(screen.getAllByRole('button', { name: /^1 ?Trigger/ })[0] as HTMLElement);

const question = () => screen.queryByRole('heading', { level: 3, name: /\?$/ })?.textContent;

function openFirst() {
  openRequest();
  fireEvent.click(screen.getByRole('button', { name: /^No radiculopathy/ }));
}

test('J and K move the focus through a list', () => {
  showPanel(states.review);
  openRequest();
  press('j', 'j');
  const first = document.activeElement;
  press('j');
  expect(document.activeElement).not.toBe(first);
  press('k');
  expect(document.activeElement).toBe(first);
});

test('with a criterion open, J and K read on to the next and back', () => {
  showPanel(states.review);
  openFirst();
  press('j');
  expect(question()).toBe('Does palpation evoke a local twitch response?');
  expect(screen.getByText('2 of 8')).toBeTruthy();
  press('k');
  expect(question()).toBe('Is radiculopathy absent by exam, imaging or nerve tests?');
});

test('opening moves the focus in, Escape back to the row and then to the requests', () => {
  showPanel(states.review);
  openFirst();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Close');
  press('Escape');
  expect(says(document.activeElement)).toContain('No radiculopathy');
  press('Escape');
  expect(says(document.activeElement)).toContain('Trigger point injections, left low back');
});

test('brackets go from request to request', () => {
  showPanel(states.review);
  openRequest();
  press(']');
  expect(says(screen.getByRole('heading', { level: 2 }))).toContain('2 Amrix 15 mg');
  press('[');
  expect(says(screen.getByRole('heading', { level: 2 }))).toContain('1 Trigger point');
});

test('S shows one passage after the other', () => {
  const { actions } = showPanel(states.review);
  openFirst();
  press('s', 's');
  expect(actions.show.mock.calls.map(([{ document: id }]) => id)).toEqual(['d2', 'd3']);
});

test('C copies the citation and R the receipt', () => {
  const { actions } = showPanel(states.review);
  openFirst();
  press('c');
  expect(actions.copy.mock.calls[0]?.[0].plain).toContain('MTUS');
  press('j', 'j', 'r');
  expect(actions.copy.mock.calls[1]?.[0].plain).toContain('Searched: 3 documents');
});

test('the slash goes to the search field, where keys are letters again', () => {
  const { actions } = showPanel(states.review);
  openFirst();
  press('j', 'j', '/');
  expect(document.activeElement).toBe(screen.getByLabelText('Search again with another term'));
  press('m');
  expect(actions.setMarks).not.toHaveBeenCalled();
});

test('M switches the marks, a question mark lists the keys', () => {
  const { actions } = showPanel(states.review);
  press('m');
  expect(actions.setMarks).toHaveBeenCalledWith(false);
  press('?');
  expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy();
});

test('single keys can be switched off; Escape goes on working', () => {
  const { actions } = showPanel(states.review, { singleKeys: false });
  openFirst();
  press('m', 'j', 'c');
  expect(actions.setMarks).not.toHaveBeenCalled();
  expect(actions.copy).not.toHaveBeenCalled();
  press('Escape');
  expect(question()).toBeUndefined();
});

test('keys with Ctrl, Alt or the command key are left to the browser', () => {
  const { actions } = showPanel(states.review);
  openFirst();
  fireEvent.keyDown(document.body, { key: 'c', ctrlKey: true });
  expect(actions.copy).not.toHaveBeenCalled();
});
