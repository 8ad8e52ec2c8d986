import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { openCriteria } from '../../entrypoints/background/badge.ts';
import { CaseStore } from '../../entrypoints/background/case-store.ts';
import { readDocument } from '../../entrypoints/background/open-case.ts';
import { searchTerm } from '../../entrypoints/background/term-search.ts';
import { keyOf } from '../../lib/case/page-key.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';
import { siteOf } from '../../lib/portals/site.ts';
import { criterion, request, review } from '../marking/reviews.ts';

const page = (more: Partial<PageText> = {}): PageText => ({
  reader: 'r',
  revision: 1,
  url: 'https://claims.example/cases/1',
  title: 'Case 1',
  heading: 'Case 1',
  text: 'Flexeril 5 mg.\nTrigger point\tinjection (C-7) [x]',
  unread: [],
  ...more,
});

const place = (tabId: number, frameId: number) => ({ tabId, frameId, page: 'p', unread: [] });

const caseWith = (...pages: PageText[]) => ({
  documents: pages.map((one, at) => readDocument(`document-${at + 1}`, one, place(1, at))),
});

describe('one case or another', () => {
  test.each([
    ['an anchor in the page', { url: 'https://claims.example/cases/1#exam' }, true],
    ['a route behind #/', { url: 'https://claims.example/cases/1#/notes' }, false],
    ['another address', { url: 'https://claims.example/cases/2' }, false],
    ['another query', { url: 'https://claims.example/cases/1?tab=2' }, false],
    ['another heading', { heading: 'Case 2' }, false],
    ['another text', { text: 'changed' }, true],
    ['another title, which may count messages', { title: '(2) Case 1' }, true],
  ])('%s', (_, more, same) => expect(keyOf(page(more)) === keyOf(page())).toBe(same));
});

describe('a document of a page', () => {
  test('is one page, readable where there is text', () => {
    const { document } = readDocument('document-1', page(), place(7, 0));
    expect(document).toMatchObject({
      id: 'document-1',
      name: 'Case 1',
      origin: { kind: 'page', url: 'https://claims.example/cases/1' },
      pages: [{ number: 1, readable: true }],
    });
    expect(readDocument('document-2', page({ text: '' }), place(7, 3)).document).toMatchObject({
      id: 'document-2',
      origin: { kind: 'frame' },
      pages: [{ readable: false }],
    });
  });

  test('without a title has the name of its heading, or of its site', () => {
    expect(readDocument('d', page({ title: ' ' }), place(7, 0)).document.name).toBe('Case 1');
    const { name } = readDocument('d', page({ title: '', heading: '' }), place(7, 0)).document;
    expect(name).toBe('claims.example');
  });
});

describe('searching again', () => {
  test('finds a term over any white space, whatever the case, in all documents', () => {
    const found = searchTerm(
      ' trigger  POINT injection ',
      caseWith(page(), page({ text: 'none' })),
    );
    expect(found).toMatchObject({ term: 'trigger  POINT injection', found: 1 });
    expect(found.hits[0]).toMatchObject({
      document: 'document-1',
      quote: 'Trigger point\tinjection',
    });
  });

  test.each(['(C-7)', '[x]', '.', 'C-7', '\\', '*'])('%s is no pattern', (term) => {
    expect(() => searchTerm(term, caseWith(page()))).not.toThrow();
  });

  test('finds other wordings of it as well, a place of two of them once', () => {
    const text = 'Xanax 0.5 mg. Alprazolam 0.5 mg tablet.';
    const found = searchTerm('xanax', caseWith(page({ text })), [
      'alprazolam',
      'alprazolam 0.5 mg',
    ]);
    expect(found.synonyms).toEqual(['alprazolam', 'alprazolam 0.5 mg']);
    expect(found.hits.map(({ quote }) => quote)).toEqual(['Xanax', 'Alprazolam 0.5 mg']);
  });

  test('counts what it does not list', () => {
    const found = searchTerm('a', caseWith(page({ text: 'a '.repeat(300) })));
    expect([found.found, found.hits.length]).toEqual([300, 100]);
  });
});

describe('keeping cases', () => {
  const openTabs = (...ids: number[]) =>
    vi.spyOn(browser.tabs, 'query').mockResolvedValue(ids.map((id) => ({ id })) as never);
  const storeWith = async (...tabs: number[]) => {
    const store = new CaseStore();
    await store.restored;
    for (const tabId of tabs) {
      store.desk.readPage(page({ reader: `r${tabId}` }), { tabId, frameId: 0, unread: [] }, 0);
    }
    await store.save();
    return store;
  };

  test('a worker that is woken finds what the last one kept, if its tab is open', async () => {
    openTabs(1);
    await storeWith(1, 2);
    const woken = new CaseStore();
    await woken.restored;
    expect([...woken.desk.tabs.keys()]).toEqual([1]);
    expect(woken.desk.cases.size).toBe(1);
    expect(woken.desk.caseOf(1)?.documents[0]?.document.text).toContain('Flexeril');
  });

  test('nothing of a case comes to a store that outlives the browser', async () => {
    openTabs();
    await storeWith(1);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await browser.storage.sync.get(null)).toEqual({});
  });

  test('a case that does not fit stays in memory, and is known as too large', async () => {
    openTabs();
    const full = vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('quota'));
    const store = await storeWith(1).catch(() => undefined);
    full.mockRestore();
    const id = store?.desk.caseOf(1)?.id ?? '';
    expect([store?.isTooLarge(id), store?.desk.caseOf(1)?.documents.length]).toEqual([true, 1]);
    store?.desk.change(id, { asOf: null });
    await store?.save();
    expect(store?.isTooLarge(id)).toBe(false);
  });

  test('a dropped case is gone from both', async () => {
    openTabs();
    const store = await storeWith(1);
    store.desk.closeTab(1);
    await store.save();
    expect(store.desk.caseOf(1)).toBeUndefined();
    expect(await browser.storage.session.get(null)).toEqual({});
  });
});

test('open criteria are those without an answer either way', () => {
  const verdicts = ['met', 'not-met', 'conflicting', 'unclear', 'not-documented', 'not-applicable'];
  const criteria = verdicts.map((verdict) => criterion(verdict, { verdict: verdict as 'met' }));
  expect(openCriteria(review([request('a', criteria), request('b', criteria)]))).toBe(6);
});

describe('the site of an address', () => {
  test.each([
    ['https://claims.example/a?b', { host: 'claims.example', pattern: 'https://claims.example/*' }],
    ['http://127.0.0.1:8080/', { host: '127.0.0.1:8080', pattern: 'http://127.0.0.1/*' }],
    ['chrome://settings', undefined],
    ['file:///etc/hosts', undefined],
    ['about:blank', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (address, site) => expect(siteOf(address)).toEqual(site));
});
