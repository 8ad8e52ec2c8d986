import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { indexDocuments } from '../../lib/review/requests/find-requests.ts';
import { createSigns } from '../../lib/review/requests/signs.ts';
import { type ExpectedItem, openTexts, requestCases } from '../review/requests/case-texts.ts';
import { isHeldOut } from './held-out.ts';

/**
 * Fits what the signs of asking weigh (`lib/review/requests/signs.ts`) to the labelled texts: a logistic
 * regression over the treatments that the texts name. A treatment is asked for where its likeliest place
 * is; which place that is, the words of the label and the weights so far tell.
 *   npm run -s fit:requests [-- --without=WORD]   files with the word in their name are left out
 */

const WEIGHTS = new URL('../../lib/review/requests/sign-weights.json', import.meta.url);
const FOLDERS = ['blind', 'gold'] as const;
/** A sign that fewer places have says nothing. */
const LEAST_PLACES = 3;
const RIDGE = 1;
const ROUNDS = 4;
const STEPS = 60;
const RATE = 0.05;
/** Weights nearer to zero are left out. */
const LEAST_WEIGHT = 0.04;
/** How much a place that holds the words of the label is to be preferred. */
const LABEL_WEIGHT = 5;

interface Labelled {
  text: string;
  expect: (ExpectedItem & { listed?: boolean })[];
}

interface Place {
  signs: string[];
  /** Share of the label's words around it. */
  likeness: number;
}

/** The places of one text that name one treatment or drug. */
interface Named {
  asked: boolean;
  places: Place[];
}

const without = process.argv.find((one) => one.startsWith('--without='))?.slice(10);
const named = await namedTreatments(labelledTexts());
const { bias, weights } = fitted(named);
const signs = Object.fromEntries(
  [...weights]
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sign, weight]) => [sign, Math.round(weight * 100) / 100]),
);
writeFileSync(
  WEIGHTS,
  `${JSON.stringify({ bias: Math.round(bias * 100) / 100, signs }, null, 2)}\n`,
);
process.stdout.write(`${named.length} treatments named, ${Object.keys(signs).length} signs\n`);

function labelledTexts(): Labelled[] {
  const short = requestCases().filter(({ file }) => !without || !file.includes(without));
  const long = FOLDERS.flatMap((folder) => {
    const path = new URL(`../cases/${folder}/`, import.meta.url);
    return readdirSync(path)
      .filter((file) => file.endsWith('.txt') && !isHeldOut(folder, file))
      .map((file): Labelled => {
        const { requests } = JSON.parse(
          readFileSync(new URL(file.replace('.txt', '.json'), path), 'utf8'),
        );
        return {
          text: readFileSync(new URL(file, path), 'utf8'),
          expect: requests.map(
            ({
              treatment,
              item,
              listed,
            }: {
              treatment: string;
              item: string;
              listed: boolean;
            }) => ({
              treatment,
              label: item,
              listed,
            }),
          ),
        };
      });
  });
  return [...short, ...long];
}

async function namedTreatments(texts: readonly Labelled[]): Promise<Named[]> {
  const read = await openTexts();
  return texts.flatMap(({ text, expect }) => {
    const { documents, rulebook } = read(text);
    const [document] = indexDocuments(documents, rulebook);
    if (!document) return [];
    const { anchors } = document;
    const signsAt = createSigns(document);
    const groups = new Map<string, number[]>();
    for (const [at, { treatment, drug }] of anchors.entries()) {
      if (!treatment) continue;
      const key = `${treatment.id}|${drug?.id ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), at]);
    }
    return [...groups].flatMap(([key, ats]): Named[] => {
      const [treatment, drug] = key.split('|') as [string, string];
      const expected = expect.filter((one) => one.treatment === treatment && one.listed !== false);
      const isOnly =
        [...groups.keys()].filter((one) => one.startsWith(`${treatment}|`)).length === 1;
      const names = (label: string) =>
        ats.some((at) => {
          const { start, end } = anchors[at] as (typeof anchors)[number];
          return share(label, text.slice(start, end)) > 0;
        });
      const asked =
        expected.length > 0 &&
        (drug === '' || isOnly || expected.some(({ label }) => !label || names(label)));
      if (!asked && expect.some((one) => one.treatment === treatment && one.listed === false))
        return [];
      const places = ats.map((at) => {
        const { start, end } = anchors[at] as (typeof anchors)[number];
        const around = text.slice(Math.max(0, start - 30), end + 40);
        const likeness = Math.max(0, ...expected.map(({ label }) => share(label ?? '', around)));
        return { signs: signsAt(at), likeness };
      });
      return [{ asked, places }];
    });
  });
}

/** Share of the words of a label that stand in the text. */
function share(label: string, text: string): number {
  const words = wordsOf(label);
  const has = wordsOf(text);
  return words.size === 0 ? 0 : [...words].filter((word) => has.has(word)).length / words.size;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z]{2,}|\d+(?:\.\d+)?/g) ?? []);
}

function fitted(groups: readonly Named[]) {
  const counts = new Map<string, number>();
  for (const { places } of groups)
    for (const { signs: all } of places)
      for (const sign of all) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [sign, count] of counts) if (count >= LEAST_PLACES) numbers.set(sign, numbers.size);
  const rows = groups.flatMap(({ asked, places }, group) =>
    places.map(({ signs: all, likeness }) => ({
      group,
      asked,
      likeness,
      signs: all.flatMap((sign) => numbers.get(sign) ?? []),
    })),
  );
  // The last weight is the bias.
  const last = numbers.size;
  const found = new Float64Array(last + 1);
  const sumOf = ({ signs: all }: { signs: number[] }) =>
    all.reduce((total, sign) => total + (found[sign] as number), found[last] as number);
  for (let round = 0; round < ROUNDS; round += 1) {
    const best = new Map<number, { row: (typeof rows)[number]; key: number }>();
    for (const row of rows) {
      const key = (round > 0 ? sumOf(row) : 0) + LABEL_WEIGHT * row.likeness;
      if (key > (best.get(row.group)?.key ?? Number.NEGATIVE_INFINITY))
        best.set(row.group, { row, key });
    }
    // Of a treatment that is asked for its likeliest place speaks; of any other every place does.
    const used = rows.filter((row) => !row.asked || best.get(row.group)?.row === row);
    descend(used);
  }
  return {
    bias: found[last] as number,
    weights: new Map([...numbers].map(([sign, number]) => [sign, found[number] as number])),
  };

  /** Adam over all rows at once: the same weights for the same texts. */
  function descend(used: typeof rows): void {
    const mean = new Float64Array(last + 1);
    const square = new Float64Array(last + 1);
    for (let step = 1; step <= STEPS; step += 1) {
      const slope = new Float64Array(last + 1);
      for (let at = 0; at < last; at += 1) slope[at] = RIDGE * (found[at] as number);
      for (const row of used) {
        const error = 1 / (1 + Math.exp(-sumOf(row))) - Number(row.asked);
        for (const sign of row.signs) slope[sign] = (slope[sign] as number) + error;
        slope[last] = (slope[last] as number) + error;
      }
      for (let at = 0; at <= last; at += 1) {
        const one = slope[at] as number;
        mean[at] = 0.9 * (mean[at] as number) + 0.1 * one;
        square[at] = 0.99 * (square[at] as number) + 0.01 * one * one;
        const size = Math.sqrt((square[at] as number) / (1 - 0.99 ** step)) + 1e-8;
        found[at] =
          (found[at] as number) - (RATE * (mean[at] as number)) / (1 - 0.9 ** step) / size;
      }
    }
  }
}
