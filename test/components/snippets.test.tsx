// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DraftParagraphs } from '../../components/composer/draft-paragraphs.tsx';
import { DraftSnippets } from '../../components/composer/draft-snippets.tsx';
import { DataPart } from '../../components/options/data-part.tsx';
import {
  type LibraryActions,
  LibraryActionsProvider,
} from '../../components/options/library-actions.ts';
import { OptionsActionsProvider } from '../../components/options/options-actions.ts';
import { SnippetsPart } from '../../components/options/snippets-part.tsx';
import { ActionsProvider } from '../../components/panel/actions.ts';
import { CriterionSnippets } from '../../components/snippets/criterion-snippets.tsx';
import { SnippetRequestProvider, SnippetShelfProvider } from '../../components/snippets/shelf.ts';
import { knownFacts } from '../../components/snippets/snippet-segments.ts';
import { slashBefore } from '../../components/snippets/use-slash-trigger.ts';
import { type Draft, segmentOf } from '../../lib/letter/draft.ts';
import { plainText } from '../../lib/letter/forms.ts';
import { noLibraries, type StoredSnippet } from '../../lib/library/snippets.ts';
import type { JudgedRequest } from '../../lib/review/judgements.ts';
import type { CriterionReview } from '../../lib/review/review.ts';
import { say } from '../../lib/saying/said.ts';
import { sample } from '../snippets/sample.ts';
import { optionsData } from './sample-options.ts';
import { review as sampleReview } from './sample-review.ts';
import { says, watchedActions } from './show-panel.tsx';

const notJson = {
  reason: 'not-json' as const,
  at: { line: 3, reason: say('reason_json_colon') },
};

afterEach(cleanup);

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

const stored = (library: string, id: string, more = {}): StoredSnippet => ({
  key: `${library}/${id}`,
  library,
  snippet: sample(id, more),
  from: null,
  waiting: false,
});

describe('the picker in a criterion', () => {
  const criterion: CriterionReview = {
    id: 'muscle-relaxant/duration',
    name: 'Duration',
    question: 'Is exposure short?',
    verdict: 'not-met',
    reason: 'Exposure of at least 56 days.',
    evidence: [{ document: 'd1', start: 0, end: 9, quote: 'since 17 June', role: 'opposes' }],
    receipt: null,
    citation: null,
    alsoCited: [],
    measure: { text: 'At least 56 days', working: [], limits: [] },
  };

  function show(asOf: string) {
    const actions = watchedActions();
    const shelf = {
      snippets: [
        stored('starter', 'a'),
        stored('starter', 'b', { title: 'Therapy', criteria: ['physical-therapy/visit-limit'] }),
      ],
      favourites: new Set<string>(),
      recent: [],
      setFavourite: vi.fn(),
      noteUse: vi.fn(),
    };
    render(
      <ActionsProvider value={actions}>
        <SnippetShelfProvider value={shelf}>
          <CriterionSnippets criterion={criterion} asOf={asOf} />
        </SnippetShelfProvider>
      </ActionsProvider>,
    );
    click('1 for this question');
    return { actions, shelf };
  }

  test('what serves the question comes first and opens filled, with its sources', async () => {
    const { actions, shelf } = show('2015-08-12');
    const [first] = screen.getAllByRole('article');
    expect(says(first)).toContain('Muscle relaxant: short courses');
    click(/^Muscle relaxant/);
    expect(says(screen.getAllByRole('article')[0])).toContain(
      'The medicine is meant for short courses. At least 56 days',
    );
    expect(says(screen.getAllByRole('article')[0])).toContain('measure: d1, “since 17 June”');
    expect(says(screen.getAllByRole('article')[0])).toContain(
      'Not found in the case, to be filled in: The medicine',
    );
    click('Copy');
    expect(actions.copy.mock.calls[0]?.[0].plain).toBe(
      [
        'The medicine is meant for short courses. At least 56 days',
        'MTUS Chronic Pain Medical Treatment Guidelines, 2009. Muscle relaxants (for pain), p. 63-66. In force 18 Jul 2009 to 28 Jul 2016.',
        '[Awaiting verification against the printed guideline]',
      ].join('\n'),
    );
    expect(shelf.noteUse).toHaveBeenCalledWith('starter/a');
  });

  test('outside its dates it warns, and is copied only all the same', () => {
    show('2020-01-01');
    click(/^Muscle relaxant/);
    expect(says(screen.getAllByRole('article')[0])).toContain('no longer on 1 Jan 2020');
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
    click('Copy all the same');
  });

  test('in the composer one that is chosen becomes a paragraph at the end of the draft', () => {
    const edited = vi.fn();
    const shelf = {
      snippets: [stored('starter', 'a')],
      favourites: new Set<string>(),
      recent: [],
      setFavourite: vi.fn(),
      noteUse: vi.fn(),
    };
    const request = sampleReview.requests[0] as JudgedRequest;
    render(
      <ActionsProvider value={watchedActions()}>
        <SnippetShelfProvider value={shelf}>
          <DraftSnippets
            draft={{ paragraphs: [] }}
            request={request}
            asOf="2015-08-12"
            onEdit={edited}
          />
        </SnippetShelfProvider>
      </ActionsProvider>,
    );
    click('Snippets');
    click(/^Muscle relaxant/);
    click('Insert');
    const [draft] = edited.mock.calls[0] ?? [];
    expect(plainText(draft)).toContain('is meant for short courses');
  });

  test('it is searched as one types', () => {
    show('2015-08-12');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'therap' } });
    expect(screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'))).toEqual([
      'Therapy',
    ]);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'kangaroo' } });
    expect(screen.getByText('No snippet has these words.')).toBeTruthy();
  });
});

test.each([
  ['/', 1, { query: '', start: 0, end: 1 }],
  ['Text. /musc rel', 15, { query: 'musc rel', start: 6, end: 15 }],
  ['and/or', 6, null],
  ['on 3/4/2015', 11, null],
  ['a / b', 5, null],
  ['/musc\nnext', 10, null],
])('the slash in %j at %i calls %j', (value, caret, asked) => {
  expect(slashBefore(value, caret)).toEqual(asked);
});

describe('a slash in the draft', () => {
  const request = sampleReview.requests[0] as JudgedRequest;
  const serving = request.criteria[0]?.id ?? '';

  async function write(asOf = '2015-08-12') {
    const shelf = {
      snippets: [
        stored('starter', 'general', { title: 'General words' }),
        stored('starter', 'fits', {
          title: 'Injections: what is asked',
          text: 'Asked for is {{request}}.',
          criteria: [serving],
          treatments: ['trigger-point-injection'],
        }),
      ],
      favourites: new Set<string>(),
      recent: [],
      setFavourite: vi.fn(),
      noteUse: vi.fn(),
    };
    const Writing = () => {
      const [draft, setDraft] = useState<Draft>({
        paragraphs: [
          { id: `record ${serving}`, group: 'record', segments: [segmentOf('own', '', 'Seen. ')] },
        ],
      });
      written.draft = draft;
      return (
        <ActionsProvider value={watchedActions()}>
          <SnippetShelfProvider value={shelf}>
            <SnippetRequestProvider value={request}>
              <DraftParagraphs
                {...{ request, asOf, draft }}
                known={new Map(knownFacts(request, asOf))}
                onEdit={setDraft}
              />
            </SnippetRequestProvider>
          </SnippetShelfProvider>
        </ActionsProvider>
      );
    };
    const written = { draft: { paragraphs: [] } as Draft, shelf };
    render(<Writing />);
    return written;
  }

  const field = () => screen.getByRole('textbox') as HTMLTextAreaElement;
  const type = (text: string) => {
    field().value += text;
    field().setSelectionRange(field().value.length, field().value.length);
    fireEvent.input(field());
  };
  const press = (key: string) => fireEvent.keyDown(field(), { key });
  const options = () => screen.queryAllByRole('option').map((each) => says(each));

  test('lists snippets, those of the criterion at hand first, and fills the one chosen', async () => {
    const written = await write();
    type('/');
    expect(options()[0]).toContain('Injections: what is asked');
    expect(options()[0]).toContain('Asked for is Trigger point injections, left low back.');
    expect(field().getAttribute('aria-activedescendant')).toBe(
      screen.getAllByRole('option')[0]?.id,
    );
    press('Enter');
    expect(field().value).toMatch(
      /^Seen\. Asked for is Trigger point injections, left low back\. MTUS Chronic Pain .* In force /,
    );
    expect(options()).toEqual([]);
    expect(written.shelf.noteUse).toHaveBeenCalledWith('starter/fits');
    const kinds = written.draft.paragraphs[0]?.segments.map(({ source }) => source.kind);
    expect(kinds).toContain('fact');
    expect(kinds).toContain('snippet');
  });

  test('is searched as one types, by arrows and Escape', async () => {
    await write();
    type('/');
    press('ArrowDown');
    const selected = () => screen.getByRole('option', { selected: true });
    expect(says(selected())).toContain('General words');
    type('inject');
    expect(options()).toHaveLength(1);
    press('Escape');
    expect(options()).toEqual([]);
    expect(field().value).toBe('Seen. /inject');
    type('i');
    expect(options()).toEqual([]);
  });

  test('outside its dates a snippet warns, and is inserted when it is chosen again', async () => {
    await write('2020-01-01');
    type('/inject');
    expect(options()[0]).toContain('no longer on 1 Jan 2020');
    press('Enter');
    expect(field().value).toBe('Seen. /inject');
    expect(screen.getByRole('alert').textContent).toBe(
      'Choose it again to insert it all the same.',
    );
    press('Enter');
    expect(field().value).toContain('Asked for is Trigger point injections');
  });

  test('words that find nothing are left as they are', async () => {
    await write();
    type('/kangaroo');
    expect(screen.getByText('No snippet has these words.')).toBeTruthy();
    type(' pouch');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('a value of the case that changes is pointed out in the snippet', async () => {
    const written = await write();
    type('/');
    press('Enter');
    cleanup();
    const changed = { ...request, label: 'Trigger point injections, right low back' };
    render(
      <ActionsProvider value={watchedActions()}>
        <DraftParagraphs
          request={changed}
          asOf="2015-08-12"
          draft={written.draft}
          known={new Map(knownFacts(changed, '2015-08-12'))}
          onEdit={() => undefined}
        />
      </ActionsProvider>,
    );
    expect(screen.getByText('Trigger point injections, left low back')).toBeTruthy();
  });
});

function libraryActions() {
  return {
    saveSnippet: vi.fn<LibraryActions['saveSnippet']>(async () => ({ faults: [] })),
    removeSnippet: vi.fn(async () => undefined),
    copySnippet: vi.fn<LibraryActions['copySnippet']>(async () => ({ faults: [] })),
    setFavourite: vi.fn(),
    importSnippets: vi.fn<LibraryActions['importSnippets']>(async () => notJson),
    subscribe: vi.fn<LibraryActions['subscribe']>(async () => ({ reason: 'no-library' })),
    settleDuplicate: vi.fn(async () => undefined),
    exportSnippets: vi.fn(),
    takeUpdate: vi.fn(async () => undefined),
    declineUpdate: vi.fn(async () => undefined),
    removeLibrary: vi.fn(async () => undefined),
    exportPreferences: vi.fn(async () => undefined),
    importPreferences: vi.fn<LibraryActions['importPreferences']>(async () => notJson),
    storageUse: vi.fn<LibraryActions['storageUse']>(async () => ({
      rows: [{ table: 'snippets', count: 7 }],
      bytes: 20_480,
    })),
    deleteEverything: vi.fn(async () => true),
  };
}

function showSnippets(more: Partial<typeof noLibraries> = {}) {
  const actions = libraryActions();
  render(
    <LibraryActionsProvider value={actions}>
      <SnippetsPart
        stored={{ ...noLibraries, ...more }}
        starter={[stored('starter', 'a')]}
        packs={optionsData.shipped}
        team={null}
      />
    </LibraryActionsProvider>,
  );
  return actions;
}

const take = (label: string, file: File) =>
  fireEvent.change(screen.getByLabelText(label), { target: { files: [file] } });

describe('the snippets of the options', () => {
  test('a starter snippet is read-only and can be copied', () => {
    const { copySnippet } = showSnippets();
    expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
    click(/^Make an own copy of/);
    expect(copySnippet).toHaveBeenCalled();
  });

  test('a wrong field says why beside it', async () => {
    const { saveSnippet } = showSnippets();
    saveSnippet.mockResolvedValueOnce({
      faults: [{ field: 'text', reason: say('reason_slot_not_closed') }],
    });
    click('New snippet');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(says(await screen.findByRole('alert'))).toBe(
      'A slot is opened by “{{” and never closed.',
    );
    expect(screen.getByLabelText('Text').getAttribute('aria-invalid')).toBe('true');
  });

  test('a chosen guideline brings its dates', () => {
    const { saveSnippet } = showSnippets();
    click('New snippet');
    fireEvent.change(screen.getByLabelText('Guideline cited'), { target: { value: 'mtus-2009' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(saveSnippet.mock.calls[0]?.[2]).toMatchObject({
      citation: { pack: 'mtus-2009', edition: '2009' },
      inForce: { from: '2009-07-18', to: '2016-07-28' },
    });
  });

  test('a save that the guard stopped says what was found; a name can be vouched for', async () => {
    const mine = stored('personal', 'b', { title: 'Mine' });
    const { saveSnippet } = showSnippets({ snippets: [mine] });
    saveSnippet.mockResolvedValueOnce({
      identifiers: [
        { kind: 'name', text: 'Maria Lopez', start: 0, sign: 'names-together', field: 'text' },
      ],
    });
    click('Edit Mine');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(says(await screen.findByRole('alert'))).toContain(
      '“Maria Lopez” in text: a name (two names together)',
    );
    click(/is no one’s name$/);
    expect([...(saveSnippet.mock.calls[1]?.[4] ?? [])]).toEqual(['Maria Lopez']);
  });

  test('an import says what came in, and offers duplicates', async () => {
    const { importSnippets, settleDuplicate } = showSnippets();
    const duplicate = { mine: sample('b'), theirs: sample('c'), why: 'same-text' as const };
    importSnippets.mockResolvedValueOnce({
      library: 'personal',
      name: 'personal',
      added: 2,
      same: 1,
      removed: 0,
      duplicates: [duplicate],
      faults: [{ row: 3, field: 'title', reason: say('reason_empty'), title: '' }],
      held: [],
    });
    take('File with snippets', new File(['[]'], 'a.json'));
    expect(await screen.findByText('Row 3, title: This may not be empty.')).toBeTruthy();
    expect(screen.getByText('My snippets: 2 added, 1 there already, 0 removed.')).toBeTruthy();
    click('Merge');
    expect(settleDuplicate).toHaveBeenCalledWith('personal', duplicate, 'unite');
  });
});

test('everything is deleted only when asked twice', async () => {
  const actions = libraryActions();
  render(
    <OptionsActionsProvider value={{ reset: vi.fn() } as never}>
      <LibraryActionsProvider value={actions}>
        <DataPart />
      </LibraryActionsProvider>
    </OptionsActionsProvider>,
  );
  expect(await screen.findByText('snippets: 7')).toBeTruthy();
  click('Delete everything');
  expect(actions.deleteEverything).not.toHaveBeenCalled();
  click('Yes, delete everything');
  expect(await screen.findByText('Everything was deleted.')).toBeTruthy();
});
