import { shippedRulebook } from '../../../lib/cli/shipped-packs.ts';
import { vocabularyOf } from '../../../lib/guidelines/vocabulary.ts';
import { createReader } from '../../../lib/language/reader.ts';
import { loadTexts } from '../language-corpus.ts';
import { peers as otherLibraries, plainPhrases, rate } from '../language-speed.ts';
import type { BenchPart, Measure } from '../measure.ts';
import { bareLoop } from '../stopwatch.ts';

const LENGTH = 2_000_000;
const LOOP = 'peers/bare loop over charCodeAt';

const measureOf = (name: string, value: number, more: Partial<Measure> = {}): Measure => ({
  ...{ id: `peers/${name}`, value, unit: 'MB/s', moreIsBetter: true },
  ...more,
});

/** Reading the same text: recognition is what peers do a part of, reading is all that is read here. */
export const peers: BenchPart = {
  name: 'peers',
  title: 'Reading the same text, beside libraries that do a part of it (marking: part browser)',
  async measure(): Promise<Measure[]> {
    const vocabulary = vocabularyOf(await shippedRulebook());
    const reader = createReader(vocabulary);
    const text = loadTexts().texts.join('\n\n').slice(0, LENGTH);
    const recognition = rate(text, () => reader.recognize(text));
    const rates = otherLibraries(text, plainPhrases(vocabulary));
    return [
      { id: LOOP, value: rate(text, () => bareLoop(text)), unit: 'MB/s', moreIsBetter: true },
      measureOf('Caseglass: recognition of all phrases', recognition, {
        against: LOOP,
      }),
      measureOf(
        'Caseglass: whole reading, with how each mention is meant',
        rate(text, () => reader.read(text)),
        { against: LOOP },
      ),
      ...rates.map(([name, value]) => measureOf(name, value)),
    ];
  },
};
