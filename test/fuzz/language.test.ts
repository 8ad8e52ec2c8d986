import { expect } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { checkedRulebook } from '../../lib/cli/shipped-packs.ts';
import { checkLetter } from '../../lib/letter/check/check-letter.ts';
import { readerFor, reviewCase } from '../../lib/review/review-case.ts';
import index from '../../public/packs/index.json' with { type: 'json' };
import { fuzz } from './fuzz.ts';
import { anyText } from './inputs.ts';

const rulebook = await checkedRulebook(index);
const reader = readerFor(rulebook);

/** A span lies in its text, holds something, and cuts no character in two. */
function expectSound(text: string, { start, end }: { start: number; end: number }): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(text.length);
  for (const at of [start, end]) {
    const cuts =
      /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
    expect(cuts, `a character is cut at ${at}`).toBe(false);
  }
}

fuzz({
  name: 'language',
  inputs: anyText,
  runs: 150,
  holds(text) {
    const reading = reader.read(text);
    const { sentences, sections, mentions, values, medications } = reading;
    for (const span of [...sentences, ...mentions, ...values, ...medications]) {
      expectSound(text, span);
    }
    for (const { start, end } of sections) expect(start).toBeLessThanOrEqual(end);
    expect(JSON.stringify(reader.read(text))).toBe(JSON.stringify(reading));
  },
});

fuzz({
  name: 'review',
  inputs: anyText,
  runs: 60,
  holds(text) {
    const documents = [plainDocument('a', 'A', text), plainDocument('b', 'B', `${text}\n${text}`)];
    const file = { id: 'case', documents };
    const review = reviewCase(file, rulebook, { asOf: '2015-08-12' });
    const texts = new Map(documents.map((one) => [one.id, one.text]));
    const quoted = [...review.requests, ...review.safety, ...review.rfa].flatMap((part) => [
      ...('passages' in part ? part.passages : part.evidence),
      ...('criteria' in part ? part.criteria.flatMap(({ evidence }) => evidence) : []),
    ]);
    for (const { document, start, end, quote } of quoted) {
      expect(texts.get(document)?.slice(start, end)).toBe(quote);
    }
    for (const { verdict, receipt } of review.requests.flatMap(({ criteria }) => criteria)) {
      expect(receipt !== null).toBe(verdict === 'not-documented');
    }
    for (const { evidence } of checkLetter(text, review, rulebook, file, reader)) {
      for (const { document, start, end, quote } of evidence) {
        const source = texts.get(document);
        if (source !== undefined) expect(source.slice(start, end)).toBe(quote);
      }
    }
  },
});
