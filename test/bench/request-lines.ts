import { plainDocument } from '../../lib/case/document.ts';
import type { RequestDetails, RequestReview } from '../../lib/review/review.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { AS_OF, asked, linesOf, percent, rulebook } from './framed.ts';
import { printTable } from './table.ts';

/**
 * What can be asked for, written in many ways: as rows of a form, in narrative, on the phone, twice
 * in other words, twice and not the same, with a piece left out. Counts by kind of layout how often
 * the verdicts of the checks asked of every request, and the details read, are those wanted.
 *   npm run bench:request-lines [-- --detail] [--set=two|three|four|five|six] [WORD...]   only kinds, items and checks of these names
 */

/** A thing asked for, in the forms that layouts need. */
interface Item {
  id: string;
  group: string;
  treatment: string;
  details: Partial<RequestDetails> & { days?: number };
  forms: Record<string, string>;
}

interface Layout {
  kind: string;
  /** Groups of items that make sense of it. */
  groups: string[];
  /** With the forms of the item in braces: "RFA: {name} {strength}". */
  layout: string;
  /** Details that the layout states. */
  details?: (keyof RequestDetails | 'days')[];
  /** Verdicts other than the usual ones of the group; several are joined by "|". */
  wanted?: Record<string, string>;
}

interface Tally {
  all: number;
  right: number;
  falselyMet: number;
}

const NO_REQUEST = 'no request';
const CHECKS = ['item-specified', 'quantity', 'directions', 'consistent', 'guideline-cited'];
const options = process.argv.slice(2);
const { showsDetail, words } = asked(options);
const set = options.find((option) => option.startsWith('--set='))?.replace('--set=', '-') ?? '';
const items = linesOf<Item>(`request-lines${set}.jsonl`);
const byKind = new Map<string, Tally>();
const byCheck = new Map<string, Tally>();

for (const layout of linesOf<Layout>(`request-layouts${set}.jsonl`)) {
  for (const item of items) {
    const text = written(item, layout);
    if (text === undefined) continue;
    const request = requestIn(text, item);
    const answers = [...verdictsOf(request, item, layout), ...detailsOf(request, item, layout)];
    for (const { check, wanted, found } of answers) {
      if (!isAskedFor(check, item, layout)) continue;
      count(byKind, layout.kind, wanted, found);
      count(byCheck, check, wanted, found);
      if (showsDetail && !wanted.includes(found))
        process.stdout.write(
          `${layout.kind}: ${item.id}: ${check}: ${wanted.join('|')} -> ${found}: ${JSON.stringify(text)}\n`,
        );
    }
  }
}
for (const [title, tallies] of [
  ['Requests by layout', byKind],
  ['Requests by check', byCheck],
] as const)
  printTable({
    title,
    head: ['', 'answers', 'as wanted', 'falsely met'],
    rows: [...tallies].map(([name, { all, right, falselyMet }]) => [
      name,
      String(all),
      percent(right, all),
      String(falselyMet),
    ]),
  });

function isAskedFor(check: string, { id }: Item, { kind }: Layout): boolean {
  return words.length === 0 || words.some((word) => [check, id, kind].includes(word));
}

/** The item in the layout; undefined where the one is not made for the other. */
function written({ group, forms }: Item, { groups, layout }: Layout): string | undefined {
  if (!groups.includes(group)) return undefined;
  let isWhole = true;
  const text = layout.replace(/\{(\w+)\}/g, (_, form: string) => {
    isWhole &&= forms[form] !== undefined;
    return String(forms[form]);
  });
  return isWhole ? text : undefined;
}

/** The request for the item's treatment, one that is listed first. */
function requestIn(text: string, { treatment }: Item): RequestReview | undefined {
  const { requests } = reviewCase(
    { id: 'line', documents: [plainDocument('note', 'Note', text)] },
    rulebook,
    { asOf: AS_OF },
  );
  const ofTreatment = requests.filter((request) => request.treatment === treatment);
  return ofTreatment.find(({ listed }) => listed) ?? ofTreatment[0];
}

interface Answer {
  check: string;
  wanted: string[];
  found: string;
}

function verdictsOf(
  request: RequestReview | undefined,
  { group }: Item,
  { wanted = {} }: Layout,
): Answer[] {
  // what is merely shown as mentioned is not asked for
  const isNone = Object.values(wanted).includes(NO_REQUEST);
  const judged = isNone && !request?.listed ? undefined : request;
  return CHECKS.map((check) => ({
    check,
    wanted: (wanted[check] ?? usual(check, group)).split('|'),
    found: judged?.criteria.find(({ id }) => id === `request/${check}`)?.verdict ?? NO_REQUEST,
  }));
}

function usual(check: string, group: string): string {
  if (check === 'guideline-cited') return 'not-applicable';
  return check === 'directions' && group !== 'drug' ? 'not-applicable' : 'met';
}

function detailsOf(
  request: RequestReview | undefined,
  { details }: Item,
  layout: Layout,
): Answer[] {
  return (layout.details ?? []).flatMap((name) => {
    const wanted = details[name];
    if (wanted === undefined) return [];
    const found = request?.details[name === 'days' ? 'daysSupply' : name];
    return [{ check: name, wanted: [told(wanted)], found: told(found) }];
  });
}

/** A detail as it can be compared: "L4-L5" is "l4-5". */
function told(detail: unknown): string {
  return String(detail)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\/hr?$|\/hour$/, '/h')
    .replace(/([cls])(\d)\s?[-/]\s?[cls]?(\d)/g, '$1$2-$3');
}

function count(tallies: Map<string, Tally>, name: string, wanted: string[], found: string): void {
  const tally = tallies.get(name) ?? { all: 0, right: 0, falselyMet: 0 };
  tallies.set(name, tally);
  tally.all += 1;
  if (wanted.includes(found)) tally.right += 1;
  else if (found === 'met') tally.falselyMet += 1;
}
