import { describe, expect, test } from 'vitest';
import { choicesOf, choose } from '../../lib/letter/assemble.ts';
import {
  type Composition,
  compose,
  compositionSchema,
  knownSources,
} from '../../lib/letter/composition.ts';
import { type Paragraph, segmentOf, textOf } from '../../lib/letter/draft.ts';
import {
  addParagraph,
  editParagraph,
  lostIn,
  ownParagraph,
  replaceParagraph,
} from '../../lib/letter/edit.ts';
import { begun, injections, materialWith } from './sample.ts';

const radiculopathy = 'record trigger-point-injection/no-radiculopathy';

const find = ({ draft }: Composition, id: string) =>
  draft.paragraphs.find((paragraph) => paragraph.id === id) as Paragraph;

function rewritten(composition: Composition, id: string, rewrite: (text: string) => string) {
  const paragraph = find(composition, id);
  const changed = editParagraph(paragraph, rewrite(textOf(paragraph)));
  return { ...composition, draft: replaceParagraph(composition.draft, changed) };
}

const withoutFootDrop = () =>
  materialWith([], (criterion) => ({
    ...criterion,
    evidence: criterion.evidence.filter(({ quote }) => !quote.includes('foot drop')),
  }));

describe('edits', () => {
  test('what is left alone keeps its source, also when the paragraph is turned around', () => {
    const before = find(begun(), radiculopathy);
    const [passage] = before.segments.filter(({ source }) => source.kind === 'passage');
    const after = editParagraph(before, `In sum, ${passage?.text} was weighed.`);
    expect(textOf(after)).toBe(`In sum, ${passage?.text} was weighed.`);
    expect(after.segments.map(({ source }) => source.kind)).toEqual(['own', 'passage', 'own']);
    expect(after.segments[1]?.source.key).toBe(passage?.source.key);
  });

  test('a word taken out of a quotation and put back is the quotation again', () => {
    const before = find(begun(), radiculopathy);
    const text = textOf(before);
    const cut = editParagraph(before, text.replace('is a left foot', 'is a foot'));
    expect(cut.segments.filter(({ source }) => source.kind === 'passage')).toHaveLength(1);
    const back = editParagraph(cut, text);
    expect(back.segments.filter(({ source }) => source.kind === 'passage')).toHaveLength(2);
    expect(textOf(back)).toBe(text);
  });

  test('a later review leaves them as they are and renews the rest', () => {
    const edited = rewritten(begun(), radiculopathy, (text) => `${text} I examined the films.`);
    const after = compose(
      edited,
      materialWith([], (criterion) =>
        criterion.id.endsWith('twitch-response')
          ? { ...criterion, reason: 'A twitch response is named now.' }
          : criterion,
      ),
    );
    expect(textOf(find(after, radiculopathy))).toMatch(/I examined the films\.$/);
    expect(textOf(find(after, 'record trigger-point-injection/twitch-response'))).toContain(
      'A twitch response is named now.',
    );
  });

  test('what is left out goes from an edited paragraph, what is taken in comes to its end', () => {
    const material = materialWith();
    const edited = rewritten(begun(material), radiculopathy, (text) => `Weighed: ${text}`);
    const against = choicesOf(injections)[0]?.choices.find(({ kind }) => kind === 'against');
    if (!against) throw new Error('the sample has a passage against');
    const out = compose(edited, material, choose(edited.choices, against, false));
    expect(textOf(find(out, radiculopathy))).not.toContain('Thigh strength');
    expect(textOf(find(out, radiculopathy))).toMatch(/^Weighed: .*June 19, 2015\)\.$/);
    const back = compose(out, material, choose(out.choices, against, true));
    expect(textOf(find(back, radiculopathy))).toMatch(/foot drop\.” \(Records packet, undated\)$/);
  });

  test('paragraphs of one’s own and snippets stay where they were put', () => {
    const first = begun();
    const words = segmentOf('snippet', 'MTUS p. 122', 'At most four injections a session.');
    const snippet = ownParagraph(first.draft, [words]);
    const added = { ...first, draft: addParagraph(first.draft, snippet, radiculopathy) };
    const after = compose(added, withoutFootDrop());
    const ids = after.draft.paragraphs.map(({ id }) => id);
    expect(ids[ids.indexOf(radiculopathy) + 1]).toBe('own 1');
    expect(lostIn(snippet, new Map())).toEqual([]);
  });
});

test('the words written for one decision do not stand for another', () => {
  const material = materialWith();
  const modify = begun(material, { decision: 'modify' });
  const edited = rewritten(modify, 'decision modify', () => 'Modified: two injections.');
  const deny = compose(edited, material, { ...edited.choices, decision: 'deny' });
  const decisions = deny.draft.paragraphs.filter(({ group }) => group === 'decision');
  expect(decisions.map(textOf)).toEqual(['Trigger point injections, left low back: denied.']);
  const nurse = compose(edited, { ...material, role: 'nurse' });
  expect(nurse.draft.paragraphs.some(({ group }) => group === 'decision')).toBe(false);
});

describe('sources that are lost', () => {
  test('a passage that is gone from the record stays in an edited paragraph, and is named', () => {
    const edited = rewritten(begun(), radiculopathy, (text) => `${text} Noted.`);
    const material = withoutFootDrop();
    const after = compose(edited, material);
    const lost = lostIn(find(after, radiculopathy), knownSources(material, null));
    expect(lost.map(({ text }) => text)).toEqual([
      '“Thigh strength is down and there is a left foot drop.” (Records packet, undated)',
    ]);
  });

  test('a finding that is another one now is named', () => {
    const edited = rewritten(begun(), radiculopathy, (text) => `${text} Noted.`);
    const material = materialWith([], (criterion) => ({
      ...criterion,
      reason: 'Found otherwise.',
    }));
    const after = compose(edited, material);
    const known = knownSources(material, null);
    const lost = lostIn(find(after, radiculopathy), known);
    expect(lost.map(({ source }) => source.kind)).toEqual(['finding']);
    expect(known.has(lost[0]?.source.key ?? '')).toBe(true);
  });

  test('an edited paragraph whose criterion is gone stays, with all of it named', () => {
    const edited = rewritten(begun(), radiculopathy, (text) => `${text} Noted.`);
    const material = materialWith();
    const { request } = material;
    const criteria = request.criteria.filter(({ id }) => !id.endsWith('no-radiculopathy'));
    const gone = { ...material, request: { ...request, criteria } };
    const after = compose(edited, gone);
    expect(lostIn(find(after, radiculopathy), knownSources(gone, null))).toHaveLength(3);
  });

  test('nothing is lost in a draft that was just begun', () => {
    const material = materialWith();
    const known = knownSources(material, 'deny');
    const { draft } = begun(material, { decision: 'deny' });
    expect(draft.paragraphs.flatMap((paragraph) => lostIn(paragraph, known))).toEqual([]);
  });
});

test('a composition comes back as it was kept, and something else is no composition', () => {
  const kept = rewritten(begun(), radiculopathy, (text) => `${text} Noted.`);
  expect(compositionSchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(compositionSchema.safeParse({ choices: {}, draft: 'x' }).success).toBe(false);
});
