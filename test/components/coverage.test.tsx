// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { ActiveReview, CaseState } from '../../lib/messaging/active-review.ts';
import { states } from './sample-active.ts';
import { says, showPanel } from './show-panel.tsx';

afterEach(cleanup);

const partly = states['partly-read'];
const withCase = (more: Partial<CaseState>): ActiveReview => ({
  ...partly,
  case: { ...(partly.case as CaseState), ...more },
});
const page = (partly.case as CaseState).documents[0] as CaseState['documents'][0];

function showCoverage(more: Partial<CaseState>) {
  const shown = showPanel(withCase(more));
  fireEvent.click(shown.container.querySelector('.coverline') as Element);
  return shown;
}

test('a frame of a site that is not allowed can be allowed where it is named', () => {
  const site = 'https://docs.viewer.example/*';
  const unread = [{ code: 'CG-103', what: 'docs.viewer.example', site }];
  const { actions } = showCoverage({ documents: [{ ...page, unread }] });
  fireEvent.click(screen.getByRole('button', { name: 'Allow docs.viewer.example' }));
  expect(actions.allow).toHaveBeenCalledWith(site);
});

test('what cannot be read by allowing a site offers nothing to press', () => {
  const unread = [
    { code: 'CG-112', what: 'Chart entries' },
    { code: 'CG-113', what: 'Fax of 06/01/2015' },
  ];
  const { container } = showCoverage({ documents: [{ ...page, unread }] });
  expect(says(container)).toContain('Scroll through it, and all of it is read and kept.');
  expect(says(container)).toContain('Save it and open it in the reader.');
  expect(screen.queryByRole('button', { name: /^Allow/ })).toBeNull();
});

test('lines that scrolled away are told of, with their document', () => {
  const { container } = showCoverage({ documents: [{ ...page, away: 37 }] });
  expect(says(container)).toContain('37 lines scrolled or folded away are kept');
});

test('PDF files of the page are one click from the reader', () => {
  const url = 'https://claims.northgate.example/report.pdf';
  const { actions } = showCoverage({ files: [{ url, name: 'Operative report' }] });
  fireEvent.click(screen.getByRole('button', { name: 'Open Operative report in the reader' }));
  expect(actions.openReader).toHaveBeenCalledWith(url);
});

test('a tab that is a PDF offers the reader', () => {
  const url = 'https://claims.northgate.example/report.pdf';
  const unread = [{ code: 'CG-105', what: 'report.pdf' }];
  const { actions } = showPanel(
    withCase({
      review: null,
      faults: [{ code: 'CG-101' }],
      documents: [{ ...page, characters: 0, unread }],
      files: [{ url, name: 'report.pdf' }],
    }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Open in the reader' }));
  expect(actions.openReader).toHaveBeenCalledWith(url);
});

const notAllowed = states['not-allowed'] as ActiveReview & { site: object };

test('a site the organisation forbids cannot be allowed', () => {
  const site = { ...notAllowed.site, access: 'forbidden' } as ActiveReview['site'];
  const { container } = showPanel({ ...notAllowed, site });
  expect(says(container)).toContain('Your organisation does not let Caseglass run here.');
  expect(screen.queryByRole('button', { name: 'Allow on this site' })).toBeNull();
});

test('a site the organisation lists is said to be one, and allowed by the reviewer', () => {
  const site = { ...notAllowed.site, isListed: true } as ActiveReview['site'];
  const { container, actions } = showPanel({ ...notAllowed, site });
  expect(says(container)).toContain('Your organisation lists this site');
  fireEvent.click(screen.getByRole('button', { name: 'Allow on this site' }));
  expect(actions.allow).toHaveBeenCalledWith('https://records.meridian.example/*');
});
