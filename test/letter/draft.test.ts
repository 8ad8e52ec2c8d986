import { describe, expect, test } from 'vitest';
import { choicesOf, choose, citationChoices, noChoices } from '../../lib/letter/assemble.ts';
import { compose } from '../../lib/letter/composition.ts';
import { type Draft, textOf } from '../../lib/letter/draft.ts';
import { htmlText, partsOf, plainText } from '../../lib/letter/forms.ts';
import { decisionsOf } from '../../lib/letter/roles.ts';
import { review } from '../components/sample-review.ts';
import { about, begun, injections, materialWith } from './sample.ts';

const paragraph = (draft: Draft, id: string) => {
  const found = draft.paragraphs.find((each) => each.id === id);
  return found ? textOf(found) : '';
};

describe('the draft as it is put together', () => {
  test('both sides stand with quote, document and date, and a slip as it was read', () => {
    const { draft } = begun();
    expect(paragraph(draft, 'record trigger-point-injection/no-radiculopathy')).toBe(
      'Is radiculopathy absent by exam, imaging or nerve tests? Nerve tests say none; the exam has a left foot drop. ' +
        'For: “Electrodiagnostic studies were done and it not shows a radiculopathy.” [read as: does not show] ' +
        '(Progress note, 19 Jun 2015, June 19, 2015). ' +
        'Against: “Thigh strength is down and there is a left foot drop.” (Records packet, undated).',
    );
  });

  test('where only the document is dated, its date stands with its name', () => {
    const dated = materialWith([], (criterion) => ({
      ...criterion,
      evidence: criterion.evidence.map(({ date, ...piece }) =>
        date === undefined ? { ...piece, documentDate: '2015-07-02' } : { ...piece, date },
      ),
    }));
    const { draft } = begun(dated);
    expect(paragraph(draft, 'record trigger-point-injection/no-radiculopathy')).toContain(
      'a left foot drop.” (Records packet of July 2, 2015).',
    );
  });

  test('a computed value comes with its working in words', () => {
    const { draft } = begun();
    const text = paragraph(draft, 'record trigger-point-injection/symptom-duration');
    expect(text).toContain('At least 46 months (18 Aug 2011 to 17 Jul 2015). Computed: Earliest');
    expect(text).toContain('the first mention is not a start date, so “at least”.');
  });

  test('an absence names the words searched, and once for all of them where', () => {
    const { draft } = begun();
    expect(paragraph(draft, 'searched')).toBe(
      'Searched: RFA and cover letter (4 pages), Progress note, 19 Jun 2015 (5 pages), Records packet (6 of 8 pages). ' +
        'Not readable, and so not searched: pages 6, 7 of Records packet.',
    );
    const absence = paragraph(draft, 'absence trigger-point-injection/myofascial-diagnosis');
    expect(absence).toContain('No myofascial diagnosis found in 3 documents, 15 of 17 pages.');
    expect(absence).toContain('Words searched: “myofascial pain”, “myofascial syndrome”');
    expect(absence).toContain('The nearest passage found: “mechanical low back pain;');
  });

  test('where a search was another one, each absence says its own', () => {
    const material = materialWith([], (criterion) =>
      criterion.id === 'request/quantity' && criterion.receipt
        ? { ...criterion, receipt: { ...criterion.receipt, unreadablePages: [] } }
        : criterion,
    );
    const { draft } = begun(material);
    expect(paragraph(draft, 'searched')).toBe('');
    expect(paragraph(draft, 'absence request/quantity')).toContain('Searched: RFA and cover');
  });

  test('the governing edition stands first; one out of force only when asked for, and named so', () => {
    const citations = citationChoices(injections, review.asOf);
    expect(citations.map(({ text, usual }) => [text.slice(0, 8), usual])).toEqual([
      ['MTUS Chr', true],
      ['Official', false],
    ]);
    const [, odg] = citations;
    const choices = odg ? choose(noChoices, odg, true) : noChoices;
    const usual = partsOf(begun().draft).find(({ title }) => title === 'Guideline');
    expect(usual?.paragraphs).toHaveLength(1);
    const { draft } = compose(null, materialWith(), choices);
    const guideline = partsOf(draft).find(({ title }) => title === 'Guideline');
    expect(guideline?.paragraphs).toEqual([
      'MTUS (Medical Treatment Utilization Schedule) Chronic Pain Medical Treatment Guidelines, 2009 ' +
        '(in force from July 18, 2009 to July 28, 2016, which covers July 17, 2015): Trigger point injections, page 122: ' +
        'Trigger point injections are advised only where radiculopathy is absent by exam, imaging or nerve tests.',
      'Official Disability Guidelines, as quoted in 2015 decisions (in force since January 1, 2016; not in force on July 17, 2015): ' +
        'Pain, trigger point injections: Not where radiculopathy is present; no more than three or four injections a session ' +
        '(not yet verified against the guideline itself).',
    ]);
  });

  test('an abbreviation is explained on its first use only, and no quotation is altered', () => {
    const text = plainText(begun().draft);
    expect(text).toContain('(RFA and cover letter) [RFA: request for authorization].');
    expect(text.match(/request for authorization/g)).toHaveLength(1);
    expect(text.match(/Medical Treatment Utilization Schedule/g)).toHaveLength(1);
  });

  test('criteria that do not apply are left out', () => {
    expect(plainText(begun().draft)).not.toContain('Was there relief');
    expect(choicesOf(injections).map(({ criterion }) => criterion.verdict)).not.toContain(
      'not-applicable',
    );
  });

  test('evidence is taken in and left out by choice, on either side alike', () => {
    const [{ choices = [] } = {}] = choicesOf(injections);
    expect(choices.map(({ kind, usual }) => [kind, usual])).toEqual([
      ['for', true],
      ['against', true],
    ]);
    const [supporting] = choices;
    const without = supporting ? choose(noChoices, supporting, false) : noChoices;
    const text = plainText(begun(materialWith(), without).draft);
    expect(text).not.toContain('Electrodiagnostic studies');
    expect(text).toContain('Against: “Thigh strength');
    const again = supporting ? choose(without, supporting, true) : without;
    expect(again).toEqual(noChoices);
  });

  test('what an earlier reviewer said is taken in only when chosen, and named as no record', () => {
    const claim = choicesOf(injections)
      .flatMap(({ choices }) => choices)
      .find(({ kind }) => kind === 'claim');
    expect(plainText(begun().draft)).not.toContain('There is no documentation of');
    const text = plainText(
      begun(materialWith(), claim ? choose(noChoices, claim, true) : noChoices).draft,
    );
    expect(text).toContain('Said in an earlier review, and not the record: “There is no');
  });
});

describe('decisions', () => {
  test('a nurse approves or refers, and nothing else', () => {
    expect(decisionsOf('nurse')).toEqual(['approve', 'refer']);
    expect(decisionsOf('physician')).toEqual(['approve', 'modify', 'deny', 'defer']);
    expect(decisionsOf('independent')).toEqual(['uphold', 'overturn', 'partly']);
  });

  test('none stands in the draft until the reviewer chose one', () => {
    const { draft } = begun();
    expect(draft.paragraphs.some(({ group }) => group === 'decision')).toBe(false);
    expect(plainText(draft)).not.toMatch(/\b(denied|approved|upheld|should be|recommend)\b/i);
    expect(paragraph(begun(materialWith(), { decision: 'deny' }).draft, 'decision deny')).toBe(
      'Trigger point injections, left low back: denied.',
    );
  });

  test('one that is not open to the role is not taken over', () => {
    const nurse = { ...materialWith(), role: 'nurse' as const };
    expect(compose(null, nurse, { ...noChoices, decision: 'deny' }).choices.decision).toBeNull();
    const unsaid = { ...materialWith(), role: null };
    expect(
      compose(null, unsaid, { ...noChoices, decision: 'approve' }).choices.decision,
    ).toBeNull();
  });
});

describe('the reviewer’s own judgements', () => {
  test('stand apart, named as such, with their reasons', () => {
    const material = materialWith([
      {
        kind: 'correction',
        ...about,
        criterion: 'trigger-point-injection/twitch-response',
        verdict: 'met',
        reason: 'The handwritten note names it',
      },
      {
        kind: 'dismissal',
        ...about,
        criterion: 'trigger-point-injection/no-radiculopathy',
        reason: 'Another patient’s page.',
        passage: { document: 'd3', quote: 'Thigh strength is down and there is a left foot drop.' },
      },
    ]);
    const { draft } = begun(material);
    const own = partsOf(draft).find(({ title }) => title === 'The reviewer’s own judgement');
    expect(own?.paragraphs).toEqual([
      'The reviewer’s own judgement on “No radiculopathy”: set aside is “Thigh strength is down and there is a left foot drop.” (Records packet, undated). Reason: Another patient’s page.',
      'The reviewer’s own judgement on “Twitch response”: met, where the search of the record gave unclear. Reason: The handwritten note names it.',
    ]);
    const record = paragraph(draft, 'record trigger-point-injection/no-radiculopathy');
    expect(record).not.toContain('foot drop');
  });
});

test('the forms carry the same words; what the record holds of markup is text', () => {
  const material = materialWith([], (criterion) => ({
    ...criterion,
    question: `${criterion.question} <b>& so on</b>`,
  }));
  const { draft } = begun(material);
  expect(htmlText(draft)).toContain('&lt;b&gt;&amp; so on&lt;/b&gt;');
  expect(htmlText(draft)).not.toContain('<b>');
  const stripped = htmlText(draft)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  expect(stripped.replace(/\s+/g, ' ').trim()).toBe(plainText(draft).replace(/\s+/g, ' '));
});
