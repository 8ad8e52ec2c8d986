// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { ReaderActions, ReaderData } from '../../components/reader/reader-data.ts';
import { ReaderPalette } from '../../components/reader/reader-palette.tsx';

afterEach(cleanup);

test('Ctrl+K in the reader finds a term in the text and goes to its page', async () => {
  const data = {
    name: 'a.pdf',
    pages: [{}, {}],
    text: 'Pain 6/10.\nA taut band.',
    starts: [0, 11],
  };
  const actions = { find: vi.fn(), goToPage: vi.fn() };
  render(
    <ReaderPalette
      data={data as unknown as ReaderData}
      actions={actions as unknown as ReaderActions}
    />,
  );
  fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
  const field = screen.getByRole('combobox');
  fireEvent.input(field, { target: { value: 'taut' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('group', { name: 'In the text' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(actions.find).toHaveBeenCalledWith('taut');
  expect(actions.goToPage).toHaveBeenCalledWith(1);
});
