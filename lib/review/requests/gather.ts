import type { DateValue } from '../../language/mention.ts';
import { DECISION_WORDS } from '../../language/sections/section-titles.ts';
import type { Anchor } from './anchors.ts';
import type { LineItem } from './line-items.ts';
import type { Zone } from './zone.ts';

/** A line item with where it stands. */
export interface PlacedItem {
  item: LineItem;
  zone: Zone;
  /** Index of the document in the case file. */
  document: number;
  /** What tells two items of one treatment apart. */
  traits: ItemTraits;
}

export interface ItemTraits {
  /** Body part concepts; empty where none is named. */
  regions: readonly string[];
  sides: readonly string[];
  /** "10 mg", "10/325". */
  strengths: readonly string[];
  /** A quantity, refills or visits are written. */
  counted: boolean;
  /** Visits, visits a week over weeks, or the rental of a device are written. */
  scheduled: boolean;
  /** A later word takes it back: "withdraws the request". */
  retracted: boolean;
  /** Lower-case words of the item. */
  words: ReadonlySet<string>;
  /** The cells before it in its row. */
  row: string;
}

/** The items that state one request; the first is the line item. */
export interface ItemGroup {
  items: PlacedItem[];
  listed: boolean;
}

/** Notes this much older than the newest are history. */
const HISTORY_AFTER_DAYS = 31;
const OLD_LIST_AFTER_DAYS = 75;

/** Brings together what states the same request. Lists govern; without one, what is asked for does. */
export function gatherRequests(placed: readonly PlacedItem[]): ItemGroup[] {
  const current = withoutHistory(placed);
  const hasFields = current.some(({ zone }) => zone.kind === 'list' && isField(zone));
  const formal = current.filter(
    ({ zone, item }) => (isFormal(zone) || (hasFields && zone.ordered)) && item.state !== 'dropped',
  );
  const decided =
    formal.length === 0 && current.some(({ zone }) => zone.kind === 'conclusion')
      ? current.filter(
          ({ zone, item }) =>
            zone.kind === 'conclusion' || (zone.addressed && item.state !== 'dropped'),
        )
      : [];
  const listing = formal.length > 0 ? formal : decided;
  const groups: ItemGroup[] = [];
  const isListing = new Set(listing);
  for (const one of listing) {
    const known = findGroup(groups, one, true);
    if (known) known.items.push(one);
    else groups.push({ items: [one], listed: one.item.state === 'stands' });
  }
  const hasList = groups.length > 0;
  for (const one of current) {
    if (isListing.has(one) || one.item.state === 'dropped') continue;
    const known = findGroup(groups, one, false);
    if (known) {
      known.items.push(one);
      if (one.traits.retracted) known.listed = false;
    } else if (asksEnough(one, hasList)) {
      const stands = one.item.state === 'stands' && !one.zone.mentioned;
      groups.push({ items: [one], listed: !hasList && stands });
    }
  }
  if (!groups.some(({ listed }) => listed)) addRestated(groups, current);
  if (!hasList) for (const group of groups) group.items.sort((a, b) => rankOf(a) - rankOf(b));
  return groups;
}

/** Where nothing else asks, what a form is said to ask for does: "The RFA reads Lunesta #30". */
function addRestated(groups: ItemGroup[], current: readonly PlacedItem[]): void {
  for (const one of current) {
    if (one.zone.kind !== 'restated' || !one.zone.ofForm || one.item.state !== 'stands') continue;
    const known = findGroup(groups, one, false);
    if (known) {
      if (!known.items.includes(one)) known.items.push(one);
      known.listed = true;
    } else groups.push({ items: [one], listed: true });
  }
}

/** Without a list the fullest statement is the line item: the one that names a quantity. */
function rankOf({ item, traits }: PlacedItem): number {
  return (item.state === 'stands' ? 0 : 2) + (traits.counted ? 0 : 1);
}

function isFormal(zone: Zone): boolean {
  return zone.kind === 'list' || zone.kind === 'decision';
}

/** Whether an item outside of any list is a request at all. */
function asksEnough({ item, zone, traits }: PlacedItem, hasList: boolean): boolean {
  if (zone.kind === 'conclusion' || zone.kind === 'restated') return false;
  if (item.state === 'withdrawn') return true;
  if (zone.kind === 'ask') return item.wording !== 'carried-on' || traits.counted;
  if (item.wording === 'asked' || item.wording === 'ordered') return true;
  if (item.wording === 'carried-on') return traits.counted;
  if (zone.treatmentNote) return traits.scheduled || isAnothersWork(item, zone);
  return !hasList || traits.counted;
}

/** "P: ... Facet inj L4-5 - ask MD" in a note of therapy: what no therapist gives is asked for. */
function isAnothersWork({ anchors: [head] }: LineItem, { title }: Zone): boolean {
  const kind = head?.treatment?.quantity;
  return (kind === 'injections' || kind === 'own') && /^\W*p(?:lan)?\b/i.test(title ?? '');
}

function findGroup(
  groups: readonly ItemGroup[],
  one: PlacedItem,
  isListing: boolean,
): ItemGroup | undefined {
  let best: ItemGroup | undefined;
  let bestLikeness = -1;
  for (const group of groups) {
    const first = group.items[0] as PlacedItem;
    const sameList = isListing && isSameList(first, one);
    if (!isSameRequest(first, one, sameList)) continue;
    const likeness = likenessOf(first.traits, one.traits);
    if (likeness > bestLikeness) {
      best = group;
      bestLikeness = likeness;
    }
  }
  return best;
}

/** Items of one list are line items of their own; fields and decisions of one text make one list. */
function isSameList(a: PlacedItem, b: PlacedItem): boolean {
  if (a.document !== b.document) return false;
  if (a.zone === b.zone) return true;
  if (isSlipOfForm(a.zone, b.zone) || isSlipOfForm(b.zone, a.zone)) return false;
  const kindOf = ({ kind, ordered }: Zone) => (ordered ? 'list' : kind);
  const areFields = kindOf(a.zone) === kindOf(b.zone) && isField(a.zone) && isField(b.zone);
  return areFields && isSameField(a.zone.title, b.zone.title);
}

/** "Procedure: ..." on a slip and what its "RFA 5/7" has are two papers. */
function isSlipOfForm(slip: Zone, form: Zone): boolean {
  return (
    slip.ordered === true &&
    !form.ordered &&
    /\b(?:RFA|request for authorization)\b/i.test(form.title ?? '')
  );
}

/** "Item 1:" and "Item 2:" are fields of one form; "RFA:" and "Request:" are two papers. */
function isSameField(a: string | undefined, b: string | undefined): boolean {
  const nameOf = (title: string) =>
    title
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim();
  return a === undefined || b === undefined || nameOf(a) === nameOf(b);
}

function isField(zone: Zone): boolean {
  return (
    zone.kind === 'decision' ||
    zone.kind === 'conclusion' ||
    zone.ordered === true ||
    (zone.kind === 'list' && zone.parts.length === 1)
  );
}

function isSameRequest(a: PlacedItem, b: PlacedItem, sameList: boolean): boolean {
  const [x, y] = [a.item.anchors[0] as Anchor, b.item.anchors[0] as Anchor];
  if (x.treatment !== y.treatment) return false;
  if (x.drug || y.drug) {
    if (x.drug?.id !== y.drug?.id) return false;
    return !sameList || !differ(a.traits.strengths, b.traits.strengths);
  }
  if (sameList) return sameWords(a.traits.words, b.traits.words) && a.traits.row === b.traits.row;
  // "MRI left knee, MRI right knee" in one list
  if (isBeside(a, b) && differ(a.traits.sides, b.traits.sides)) return false;
  return !differ(a.traits.regions, b.traits.regions);
}

/** Characters between two items that stand side by side. */
const BESIDE = 12;

function isBeside(a: PlacedItem, b: PlacedItem): boolean {
  const [first, second] = a.item.span.start < b.item.span.start ? [a, b] : [b, a];
  return a.zone === b.zone && second.item.span.start - first.item.span.end < BESIDE;
}

/** Both name some, and none of them in common. */
function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
}

/** "PT, 8 visits: Upheld" is "PT, 8 visits" with what became of it. */
function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [x, y] = [a, b].map((words) => [...words].filter((word) => !DECIDED.has(word)));
  return x?.length === y?.length && (x ?? []).every((word) => b.has(word));
}

const DECIDED: ReadonlySet<string> = new Set(DECISION_WORDS);

function likenessOf(a: ItemTraits, b: ItemTraits): number {
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  const common = (x: readonly string[], y: readonly string[]) =>
    x.filter((one) => y.includes(one)).length;
  return (
    shared / (a.words.size + b.words.size + 1) +
    common(a.regions, b.regions) +
    common(a.sides, b.sides) +
    common(a.strengths, b.strengths)
  );
}

/** Leaves out what stands in notes and lists that newer ones have overtaken. */
function withoutHistory(placed: readonly PlacedItem[]): PlacedItem[] {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { zone } of placed) newest = Math.max(newest, dayNumber(zone.date) ?? newest);
  return placed.filter(({ zone }) => {
    const day = dayNumber(zone.date);
    if (day === undefined || zone.kind === 'decision' || zone.kind === 'conclusion') return true;
    return newest - day <= (zone.kind === 'list' ? OLD_LIST_AFTER_DAYS : HISTORY_AFTER_DAYS);
  });
}

function dayNumber(date: DateValue | undefined): number | undefined {
  if (!date?.month) return undefined;
  return Date.UTC(date.year, date.month - 1, date.day ?? 1) / 86_400_000;
}
