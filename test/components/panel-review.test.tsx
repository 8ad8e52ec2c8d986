// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { Citations } from '../../components/citation/citations.tsx';
import { ActionsProvider } from '../../components/panel/actions.ts';
import { noActions } from '../../components/panel/no-actions.ts';
import type { CriterionReview } from '../../lib/review/review.ts';
import { states } from './sample-active.ts';
import { says, showPanel } from './show-panel.tsx';

afterEach(cleanup);

const click = (name: string | RegExp) =>
  fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement);

const openInjections = () => click(/^1 ?Trigger point injections/);

function openCriterion(name: string): HTMLElement {
  openInjections();
  click(new RegExp(`^${name}`));
  return screen.getByRole('region', { name: /\?$/ });
}

const texts = (elements: Iterable<Element>) => [...elements].map((each) => each.textContent);

describe('the case at a glance', () => {
  test('requests stand in order, each with its number, its asking and its defects first', () => {
    showPanel(states.review);
    const requests = screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent);
    expect(requests.slice(0, 2)).toEqual([
      'Trigger point injections, left low back',
      'Amrix 15 mg',
    ]);
    const amrix = screen.getByRole('region', { name: 'Amrix 15 mg' });
    const [, asked] = within(amrix).getAllByRole('button');
    expect(says(amrix)).toContain('1 PO QHS PRN');
    expect(says(asked)).toContain(
      'Same wherever statednot metStated two ways: Amrix 15 mg, and Flexeril 5 mg #30 with 2 refills.',
    );
  });

  test('the tally keeps every verdict in its place, zero counts too', () => {
    showPanel(states.review);
    const injections = screen.getByRole('region', { name: /^Trigger point/ });
    expect(texts(within(injections).getAllByRole('listitem'))).toEqual([
      '2 not documented',
      '1 conflicting',
      '0 not met',
      '1 unclear',
      '2 n/a',
      '2 met',
    ]);
    expect(
      within(injections).getByRole('img', {
        name: '8 criteria: 1 conflicting, 1 unclear, 2 not documented, 2 met, 2 n/a',
      }),
    ).toBeTruthy();
  });

  test('what is only mentioned stands apart', () => {
    showPanel(states.review);
    const mentioned = screen.getByRole('region', { name: 'Mentioned, not listed' });
    expect(within(mentioned).getByRole('heading', { name: 'Flexeril 5 mg' })).toBeTruthy();
  });

  test('a safety finding opens to its passages', () => {
    showPanel(states.review);
    click(/^One drug under two names/);
    const safety = screen.getByRole('region', { name: 'Clock and safety' });
    expect(within(safety).getByText('Flexeril 5 mg #30, 2 refills')).toBeTruthy();
  });

  test('the decision clock stands before everything else', () => {
    showPanel(states.review);
    const [first] = within(screen.getByRole('main')).getAllByRole('button');
    expect(says(first)).toContain('Decision due Fri 24 Jul 2015');
  });

  test('checks of the request form are listed, open questions first', () => {
    showPanel(states.review);
    const checks = screen.getByRole('region', { name: 'Request form' });
    expect(texts(within(checks).getAllByRole('button'))).toEqual([
      'No date of receipt found.not documented',
      'Signed by the requesting physician.met',
    ]);
  });

  test('a check that found nothing shows what was searched, and where', () => {
    showPanel(states.review);
    click(/^No date of receipt found/);
    const checks = screen.getByRole('region', { name: 'Request form' });
    const receipt = within(checks).getByRole('region', { name: 'Search receipt' });
    expect(says(receipt)).toContain('date received');
    expect(says(receipt)).toContain('Request for authorization');
    expect(says(checks)).not.toContain('Rests on no single passage');
  });
});

describe('a request', () => {
  test('open questions come before answered ones; what does not apply is folded away', () => {
    showPanel(states.review);
    openInjections();
    const names = (region: string) =>
      texts(screen.getByRole('region', { name: region }).querySelectorAll('.crit > .hang__main'));
    expect(names('Open')).toEqual([
      'No radiculopathy',
      'Twitch response',
      'Myofascial diagnosis',
      'Quantity',
    ]);
    expect(names('Answered')).toEqual(['Symptoms over 3 months', 'Named precisely']);
    expect(names('Not applicable')).toEqual([]);
    click(/^Not applicable/);
    expect(names('Not applicable')).toEqual(['Relief from earlier injections', 'Directions']);
  });

  test('every row has its verdict as a word', () => {
    showPanel(states.review);
    openInjections();
    for (const row of document.querySelectorAll('.crit')) {
      expect(row.querySelector('.word')?.textContent).toMatch(/\w/);
    }
  });

  test('the way back leads to all requests', () => {
    showPanel(states.review);
    openInjections();
    click('All requests');
    expect(screen.getByRole('heading', { name: 'Amrix 15 mg' })).toBeTruthy();
  });
});

describe('a criterion', () => {
  test('both sides show their words, source, date and why they count', () => {
    showPanel(states.review);
    const open = openCriterion('No radiculopathy');
    expect(says(open)).toContain(
      'Conflicting. Nerve tests say none; the exam has a left foot drop.',
    );
    const pro = within(open).getByRole('region', { name: 'For' });
    expect(says(pro)).toContain('it not shows a radiculopathy.');
    expect(says(pro)).toContain('Said to be absentnegated by “not”, 1 word before');
    expect(says(pro)).toContain('Progress note, 19 Jun 201519 Jun 2015 · show');
    expect(says(pro)).toContain('Read as does not show');
    const con = within(open).getByRole('region', { name: 'Against' });
    expect(says(con)).toContain('there is a left foot drop.');
    expect(says(con)).toContain('Records packetno date · show');
    expect(says(open)).toContain('What would settle itA dated neurologic exam');
  });

  test('a side without a passage keeps its place and says so', () => {
    showPanel(states.review);
    const open = openCriterion('Symptoms over 3 months');
    expect(says(within(open).getByRole('region', { name: 'Against' }))).toContain(
      'Against 0No passage found.',
    );
  });

  test('ambiguous passages, claims and history stand apart from both sides', () => {
    showPanel(states.review);
    const open = openCriterion('Twitch response');
    expect(within(open).queryByRole('region', { name: 'For' })).toBeNull();
    const part = (name: string) => within(open).getByRole('region', { name });
    expect(says(part('Ambiguous'))).toContain('positive jump sign in the low back');
    expect(says(part('A reviewer’s claim'))).toContain('There is no documentation');
    expect(says(part('Earlier'))).toContain('elicited on 3 May 2012');
  });

  test('a computed number shows its working and each limit for itself', () => {
    showPanel(states.review);
    const open = openCriterion('Symptoms over 3 months');
    const computed = within(open).getByRole('region', { name: 'Computed' });
    expect(within(computed).getAllByRole('listitem')).toHaveLength(3);
    expect(texts(within(computed).getAllByRole('row')).slice(1)).toEqual([
      'MTUS Chronic Pain Medical Treatment Guidelines, 2009over 3 monthswithin',
      'Official Disability Guidelines, as quoted in 2015 decisionsover 3 monthswithin',
    ]);
  });

  test('a criterion that could not be judged says so with its code', () => {
    showPanel(states.review);
    click(/^2 ?Amrix/);
    click(/^Length of use/);
    expect(screen.getByText(/The rule stopped \(code CG-201\)/)).toBeTruthy();
  });

  test('show goes to the passage; where it is gone, the panel says so', async () => {
    const { actions } = showPanel(states.review);
    const open = openCriterion('No radiculopathy');
    const pro = within(open).getByRole('region', { name: 'For' });
    actions.show.mockResolvedValueOnce('CG-303');
    fireEvent.click(within(pro).getByRole('button', { name: 'show' }));
    expect(actions.show).toHaveBeenCalledWith({
      document: 'd2',
      start: expect.any(Number),
      end: expect.any(Number),
    });
    expect(await within(pro).findByText('This passage is no longer on the page.')).toBeTruthy();
  });
});

test('a click on the words of a passage shows them too', () => {
  const { actions } = showPanel(states.review);
  openCriterion('No radiculopathy');
  fireEvent.click(screen.getByText('Thigh strength is down and there is a left foot drop.'));
  expect(actions.show).toHaveBeenCalledWith(expect.objectContaining({ document: 'd3' }));
});

describe('a citation', () => {
  test('is copied with edition, section, page and dates, plain and rich', async () => {
    const { actions } = showPanel(states.review);
    const open = openCriterion('No radiculopathy');
    fireEvent.click(within(open).getByRole('button', { name: 'Copy' }));
    const [{ plain, html }] = actions.copy.mock.calls[0] as [{ plain: string; html: string }];
    expect(plain).toBe(
      'Trigger point injections are advised only where radiculopathy is absent by exam, imaging or nerve tests.\n' +
        'MTUS Chronic Pain Medical Treatment Guidelines, 2009. Trigger point injections, p. 122. ' +
        'In force 18 Jul 2009 to 28 Jul 2016; covers 17 Jul 2015.',
    );
    expect(html).toContain('<cite>MTUS Chronic Pain Medical Treatment Guidelines, 2009</cite>');
    expect(await within(open).findByText('Citation copied')).toBeTruthy();
  });

  test('the case is judged by another edition from its citation, where there is a case', () => {
    const { actions } = showPanel(states.review);
    openCriterion('No radiculopathy');
    click('1 other edition');
    const [chosen] = screen.getAllByRole('button', { name: 'Judge by this edition' });
    fireEvent.click(chosen as HTMLElement);
    expect(actions.setEdition).toHaveBeenCalledWith('odg');
    cleanup();
    const criterion = states.review.case?.review?.requests
      .flatMap(({ criteria }) => criteria)
      .find(({ alsoCited }) => alsoCited.length > 0) as CriterionReview;
    render(
      <ActionsProvider value={noActions}>
        <Citations criterion={criterion} asOf="2015-07-17" />
      </ActionsProvider>,
    );
    click('1 other edition');
    expect(screen.queryByRole('button', { name: 'Judge by this edition' })).toBeNull();
  });

  test('other editions stand beside it, each with whether it covers the date', () => {
    showPanel(states.review);
    const open = openCriterion('No radiculopathy');
    click('1 other edition');
    const other = within(open).getByRole('article', { name: /Official Disability/ });
    expect(says(other)).toContain('from 1 Jan 2016; does not cover 17 Jul 2015');
    expect(says(other)).toContain('Awaiting verification');
  });

  test('where the browser does not allow copying, the panel says so', async () => {
    const { actions } = showPanel(states.review);
    actions.copy.mockResolvedValueOnce(false);
    const open = openCriterion('No radiculopathy');
    fireEvent.click(within(open).getByRole('button', { name: 'Copy' }));
    expect(await within(open).findByText('The browser did not allow copying.')).toBeTruthy();
  });

  test('an unverified one says so when copied', () => {
    const { actions } = showPanel(states.review);
    const open = openCriterion('No radiculopathy');
    click('1 other edition');
    const other = within(open).getByRole('article', { name: /Official Disability/ });
    fireEvent.click(within(other).getByRole('button', { name: 'Copy' }));
    expect(actions.copy.mock.calls[0]?.[0].plain).toContain('[Awaiting verification');
  });
});

describe('an absence', () => {
  test('opens its receipt: terms, pages read and not, nearest hit', () => {
    showPanel(states.review);
    const open = openCriterion('Myofascial diagnosis');
    const receipt = within(open).getByRole('region', { name: 'Search receipt' });
    expect(says(receipt)).toContain('Terms searched 7');
    expect(texts(within(receipt).getAllByRole('row')).slice(1)).toEqual([
      'RFA and cover letter4 of 40',
      'Progress note, 19 Jun 20155 of 50',
      'Records packet6 of 80',
      'Records packet, not readp. 6, 7?',
      'Total15 of 170',
    ]);
    expect(says(receipt)).toContain('Six working diagnoses; none is myofascial.');
  });

  test('its receipt is copied as text', () => {
    const { actions } = showPanel(states.review);
    openCriterion('Myofascial diagnosis');
    click('Copy receipt');
    expect(actions.copy.mock.calls[0]?.[0].plain.split('\n')).toEqual([
      'Is myofascial pain a working diagnosis? No myofascial diagnosis found in 3 documents, 15 of 17 pages.',
      'Searched: 3 documents, 15 of 17 pages.',
      expect.stringContaining('Terms: myofascial pain, '),
      'Not read: Records packet, p. 6, 7.',
      expect.stringContaining('Nearest: “mechanical low back pain'),
    ]);
  });

  test('is searched again with a term of one’s own, and the term stays on the receipt', async () => {
    const { actions } = showPanel(states.review);
    actions.search.mockResolvedValueOnce({
      term: 'taut band',
      found: 1,
      synonyms: [],
      hits: [
        {
          document: 'd3',
          start: 5,
          end: 14,
          quote: 'taut band',
          before: 'finds a ',
          after: ' at L4',
        },
      ],
    });
    openCriterion('Myofascial diagnosis');
    const field = screen.getByLabelText('Search again with another term');
    fireEvent.input(field, { target: { value: ' taut band ' } });
    fireEvent.submit(field.closest('form') as HTMLElement);
    expect(actions.search).toHaveBeenCalledWith('taut band');
    expect(await screen.findByText('1 place')).toBeTruthy();

    click('Close');
    click(/^Myofascial diagnosis/);
    expect(screen.getByText('1 place')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'taut band 1 place' })).toBeTruthy();
  });
});
