// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { states } from './sample-active.ts';
import { says, showPanel } from './show-panel.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function openTimeline(active = states.timeline as (typeof states)['review']) {
  const shown = showPanel(active);
  fireEvent.click(screen.getByRole('button', { name: 'Timeline' }));
  return shown;
}

const figure = (name: RegExp) => screen.getByRole('figure', { name });

const rowsOf = (of: HTMLElement) =>
  [...of.querySelectorAll('tbody tr')].map((row) => says(row).replace(/ show$/, ''));

describe('the timeline', () => {
  test('draws use of the class, visits, pain and the chronology', () => {
    openTimeline();
    expect(screen.getAllByRole('figure').map((each) => says(each.querySelector('h2')))).toEqual([
      'Length of use: Xanax 0.5 mg #15 with 1 refill',
      'Visits: Physical therapy 6 visits, lumbar spine',
      'Pain scores',
      'Chronology',
    ]);
    expect(screen.getByRole('button', { name: 'Timeline' }).getAttribute('aria-current')).toBe(
      'page',
    );
  });

  test('says the number of the verdict and how it was computed', () => {
    openTimeline();
    const use = figure(/^Length of use/);
    expect(says(use)).toContain('At least 56 days');
    expect(says(use)).toContain('Drawn from 17 Jun 2015 to 12 Aug 2015, at least 56 days.');
    expect(says(use)).toContain('30 days at most, and is not counted');
    expect(says(figure(/^Visits/))).toContain('14 visits');
    expect(says(figure(/^Pain/))).toContain('6/10 without, 2/10 with medicine on 12 Aug 2015');
  });

  test('holds every mark in a table, with limits and their guideline in full', () => {
    openTimeline();
    const use = figure(/^Length of use/);
    expect(rowsOf(use)).toContain('17 Jun 2015clonazepam, taken or prescribed');
    expect(rowsOf(use).some((row) => /^Limit: at most 4 weeks \(.*2009/.test(row))).toBe(true);
    expect(rowsOf(figure(/^Pain/))[0]).toBe('14 Jan 20157/10without or before medicine');
    expect(rowsOf(figure(/^Chronology/))[0]).toBe('21 Mar 2011Injury');
  });

  test('the table opens by its button and then goes to each passage', () => {
    const { actions } = openTimeline();
    const pain = figure(/^Pain/);
    expect(within(pain).queryAllByRole('button', { name: 'show' })).toEqual([]);
    const table = within(pain).getByRole('button', { name: 'Table' });
    fireEvent.click(table);
    expect(table.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(within(pain).getAllByRole('button', { name: 'show' })[0] as HTMLElement);
    expect(actions.show.mock.calls[0]?.[0].document).toBe('d2');
  });

  test('a click on any mark goes to its passage, or says why it cannot', async () => {
    const { actions } = openTimeline();
    actions.show.mockResolvedValue('CG-303');
    const chronology = figure(/^Chronology/);
    const marks = chronology.querySelectorAll('[data-mark]');
    expect(marks.length).toBe(rowsOf(chronology).length);
    for (const mark of chronology.ownerDocument.querySelectorAll('[data-mark]'))
      fireEvent.click(mark);
    expect(actions.show).toHaveBeenCalledTimes(document.querySelectorAll('[data-mark]').length);
    expect(
      await within(chronology).findByText('This passage is no longer on the page.'),
    ).toBeTruthy();
  });

  test('a browser that refuses the image is answered in a sentence', async () => {
    vi.stubGlobal('ClipboardItem', undefined);
    openTimeline();
    fireEvent.click(within(figure(/^Pain/)).getByRole('button', { name: 'Copy image' }));
    expect(await screen.findByText(/does not let images be copied/)).toBeTruthy();
  });

  test('prints one picture and takes its mark away afterwards', () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    openTimeline();
    const pain = figure(/^Pain/);
    fireEvent.click(within(pain).getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
    expect(pain.dataset.printed).toBe('true');
    dispatchEvent(new Event('afterprint'));
    expect(pain.dataset.printed).toBeUndefined();
  });

  test('says so where nothing can be drawn, and where drawing failed', () => {
    const active = states.timeline as (typeof states)['review'];
    const review = active?.case?.review;
    if (!active?.case || !review) throw new Error('no review');
    const none = { exposures: [], visits: [], pain: [], chronicle: [], chronicleLeftOut: 0 };
    const { tell } = openTimeline({
      ...active,
      case: { ...active.case, review: { ...review, pictures: none } },
    });
    expect(screen.getByText('Nothing dated was found to draw')).toBeTruthy();
    const { pictures: _, ...without } = review;
    tell({ ...active, case: { ...active.case, review: without } });
    expect(screen.getByText(/could not be drawn/)).toBeTruthy();
  });
});
