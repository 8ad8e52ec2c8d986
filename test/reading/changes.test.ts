// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Changes } from '../../lib/reading/changes.ts';
import type { Chunk } from '../../lib/reading/chunk.ts';
import { type PageReading, watchPage } from '../../lib/reading/page-watch.ts';
import { brokenHtml, readBody, readHtml } from './read-html.ts';

const never = () => false;

/** One random edit of the page, somewhere in its body. */
const edit = fc.record({
  kind: fc.constantFrom('text', 'remove', 'append', 'hide', 'show', 'replace'),
  at: fc.nat(),
  html: brokenHtml,
});

function apply({ kind, at, html }: { kind: string; at: number; html: string }): void {
  const elements = [document.body, ...document.body.querySelectorAll<HTMLElement>('*')];
  const element = elements[at % elements.length] as HTMLElement;
  if (kind === 'text' && element.firstChild) element.firstChild.nodeValue = 'changed';
  else if (kind === 'remove' && element !== document.body) element.remove();
  else if (kind === 'append') element.insertAdjacentHTML('beforeend', html);
  else if (kind === 'hide') element.setAttribute('style', 'display: none');
  else if (kind === 'show') element.removeAttribute('style');
  else if (kind === 'replace') element.innerHTML = html;
}

test('reading only what changed gives the same text as reading all', async () => {
  await fc.assert(
    fc.asyncProperty(brokenHtml, fc.array(edit, { maxLength: 4 }), async (html, edits) => {
      const changes = new Changes();
      readHtml(html, { kept: changes.kept });
      const records: MutationRecord[] = [];
      const observer = new MutationObserver((seen) => records.push(...seen));
      observer.observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      for (const one of edits) apply(one);
      records.push(...observer.takeRecords());
      observer.disconnect();
      changes.take(records, never);
      const chunkOf = new WeakMap<Text, Chunk>();
      const partly = readBody({ kept: changes.kept, stale: changes.begin(), chunkOf });
      expect(partly.map.text).toBe(readBody().map.text);
    }),
    { numRuns: 100 },
  );
});

test('what was not changed is not read again', () => {
  const changes = new Changes();
  readHtml('<div id="a"><p>One</p></div><div id="b"><p>Two</p></div>', { kept: changes.kept });
  const seen = vi.spyOn(window, 'getComputedStyle');
  const paragraph = document.querySelector('#b p') as HTMLElement;
  paragraph.textContent = 'Three';
  changes.forget(paragraph);
  const { map } = readBody({ kept: changes.kept, stale: changes.begin() });
  expect(map.text).toBe('One\n\nThree');
  const looked = seen.mock.calls.map(([element]) => element.id || element.localName);
  expect(looked).toEqual(['body', 'b', 'p']);
  seen.mockRestore();
});

test('a change under a reading is not kept from before it', () => {
  const changes = new Changes();
  readHtml('<div><p>One</p></div>');
  const stale = changes.begin();
  readBody({ kept: changes.kept, stale });
  const paragraph = document.querySelector('p') as HTMLElement;
  paragraph.textContent = 'Two';
  changes.forget(paragraph);
  readBody({ kept: changes.kept, stale: new Set() });
  changes.end();
  expect(changes.kept.has(paragraph)).toBe(false);
  expect(changes.kept.has(document.body)).toBe(false);
});

describe('watching a page', () => {
  let stop = new AbortController();
  afterEach(() => stop.abort());

  function watch(html: string) {
    readHtml(html);
    stop = new AbortController();
    const readings: PageReading[] = [];
    watchPage(document, {
      signal: stop.signal,
      onRead: (reading) => readings.push(reading),
      shadowRootOf: (element) => element.shadowRoot,
      isOurs: (node) => (node as Element).id === 'ours',
    });
    return readings;
  }

  const texts = (readings: PageReading[]) => readings.map(({ text }) => text);

  test('reads at once, and again after a change', async () => {
    const readings = watch('<h1>Claim 1</h1><p>One</p>');
    await vi.waitFor(() => expect(texts(readings)).toEqual(['Claim 1\n\nOne']));
    expect(readings[0]?.heading).toBe('Claim 1');
    (document.querySelector('p') as HTMLElement).textContent = 'Two';
    await vi.waitFor(() => expect(texts(readings).at(-1)).toBe('Claim 1\n\nTwo'));
  });

  test('several changes together are one reading', async () => {
    const readings = watch('<p>One</p>');
    await vi.waitFor(() => expect(readings).toHaveLength(1));
    for (let i = 0; i < 20; i++) document.body.insertAdjacentHTML('beforeend', `<p>${i}</p>`);
    await vi.waitFor(() => expect(readings.at(-1)?.text).toMatch(/19$/));
    expect(readings).toHaveLength(2);
  });

  /** A person writes into the page's field, letter by letter. */
  function write(value: string): void {
    const field = document.querySelector('input') as HTMLInputElement;
    for (const letter of value) {
      field.value += letter;
      const event = new InputEvent('input', { bubbles: true, inputType: 'insertText' });
      Object.defineProperty(event, 'isTrusted', { value: true });
      field.dispatchEvent(event);
    }
  }

  test('what is written into a field is read, also right after something else has changed', async () => {
    const readings = watch('<p>Seen</p><div>Note <input></div>');
    await vi.waitFor(() => expect(readings).toHaveLength(1));
    write('one');
    await vi.waitFor(() => expect(readings.at(-1)?.text).toContain('one'));
    const seen = document.querySelector('p') as HTMLElement;
    await new Promise((isNoted) => {
      new MutationObserver(isNoted).observe(seen, { childList: true, subtree: true });
      seen.textContent = 'Seen again';
    });
    write(' two');
    await vi.waitFor(() => expect(readings.at(-1)?.text).toMatch(/Seen again.*one two/s));
  });

  test('what we put into the page ourselves is no change', async () => {
    const readings = watch('<p>One</p>');
    await vi.waitFor(() => expect(readings).toHaveLength(1));
    const ours = document.createElement('div');
    ours.id = 'ours';
    document.documentElement.append(ours);
    ours.remove();
    document.body.insertAdjacentHTML('beforeend', '<p>Two</p>');
    await vi.waitFor(() => expect(readings.at(-1)?.text).toBe('One\n\nTwo'));
    expect(readings).toHaveLength(2);
  });

  test('a page that changes without end is read all the same', async () => {
    const readings = watch('<p>0</p>');
    const paragraph = document.querySelector('p') as HTMLElement;
    let count = 0;
    const storm = setInterval(() => {
      paragraph.textContent = String(++count);
    }, 20);
    try {
      await vi.waitFor(() => expect(readings.length).toBeGreaterThan(2), { timeout: 4_000 });
      // No faster than the longest wait: the page's time is the page's.
      expect(count).toBeGreaterThan(40);
    } finally {
      clearInterval(storm);
    }
  });

  test('after its end nothing is read', async () => {
    const readings = watch('<p>One</p>');
    await vi.waitFor(() => expect(readings).toHaveLength(1));
    stop.abort();
    document.body.insertAdjacentHTML('beforeend', '<p>Two</p>');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(readings).toHaveLength(1);
  });

  test('reading changes nothing in the page', async () => {
    const html =
      '<dl><dt>A</dt><dd>B</dd></dl><table><tr><td>C</td></tr></table><textarea>D</textarea>';
    readHtml(html);
    const before = document.documentElement.outerHTML;
    const readings = watch(html);
    await vi.waitFor(() => expect(readings).toHaveLength(1));
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
