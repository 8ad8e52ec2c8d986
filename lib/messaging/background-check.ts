import { z } from 'zod';
import { isFaultCode } from '../case/fault.ts';
import { placeNames } from '../case/portal-profile.ts';
import { longestText } from './longest-text.ts';
import type { Body, Name } from './protocol.ts';

/** What the background accepts. Sizes are bounded: a page that was taken over may send anything. */

const line = z.string().max(2_000);
const tabId = z.int().nonnegative();
const offset = z.int().nonnegative();

const target = z.strictObject({
  request: line.optional(),
  criterion: line.optional(),
  receipt: z.boolean().optional(),
});

const fact = z.string().max(300).optional();
const pageFacts = z.strictObject({
  claimNumber: fact,
  requestDate: fact,
  receivedDate: fact,
  author: fact,
});

const readerDocument = z.strictObject({
  origin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('file'), fileName: line }),
    z.strictObject({ kind: z.literal('pasted') }),
  ]),
  pages: z
    .array(z.strictObject({ number: offset, start: offset, end: offset, readable: z.boolean() }))
    .max(20_000),
  caseId: line.nullable(),
  uncertain: z
    .array(z.strictObject({ start: offset, end: offset, confidence: z.number() }))
    .max(20_000),
});

const fromPage = {
  textRead: z.strictObject({
    reader: line,
    revision: z.int().nonnegative(),
    url: z.string().max(10_000),
    title: line,
    heading: line,
    text: z.string().max(longestText),
    unread: z.array(z.strictObject({ code: line, what: line, site: line.optional() })).max(200),
    away: z.int().nonnegative().optional(),
    files: z
      .array(z.strictObject({ url: z.url().max(10_000), name: line }))
      .max(50)
      .optional(),
    facts: pageFacts.optional(),
    document: readerDocument.optional(),
  }),
  getPlaces: z.null(),
  markingFault: z.strictObject({ fault: z.custom(isFaultCode).nullable() }),
  lookedAt: z.null(),
  showInPanel: target,
} satisfies { [N in Name<'pageToBackground'>]: z.ZodType };

const locator = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('label'), label: line }),
  z.strictObject({ by: z.literal('path'), path: z.array(line).max(20) }),
]);

const about = {
  request: line,
  label: line,
  criterion: line,
  reason: z.string().trim().min(1).max(2_000),
};

const judgement = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dismissal'),
    ...about,
    passage: z.strictObject({ document: line, quote: z.string().max(20_000) }),
  }),
  z.strictObject({
    kind: z.literal('correction'),
    ...about,
    verdict: z.enum([
      'met',
      'not-met',
      'conflicting',
      'unclear',
      'not-documented',
      'not-applicable',
    ]),
  }),
]);

const longestLetter = 500_000;

const fromPanel = {
  getActiveReview: z.strictObject({ windowId: z.int() }),
  lookedAt: z.strictObject({ tabId }),
  showPassage: z.strictObject({
    tabId,
    passage: z.object({ document: line, start: offset, end: offset }),
  }),
  setAsOf: z.strictObject({ tabId, asOf: line.nullable() }),
  setEdition: z.strictObject({ tabId, edition: line.nullable() }),
  fetchFile: z.strictObject({ tabId, url: z.url().max(10_000), offset }),
  openReader: z.strictObject({ tabId, file: z.url().max(10_000).nullable() }),
  pickPlace: z.strictObject({ tabId, place: z.enum(placeNames) }),
  judge: z.strictObject({ tabId, judgement, isOn: z.boolean() }),
  insertText: z.strictObject({
    tabId,
    insert: z.strictObject({
      locator,
      plain: z.string().max(longestLetter),
      html: z.string().max(longestLetter),
    }),
  }),
  readField: z.strictObject({ tabId, locator }),
  readDocument: z.strictObject({ tabId, document: line }),
  checkLetter: z.strictObject({
    tabId,
    text: z.string().max(longestLetter),
    draftOn: z.string().nullable(),
  }),
  undoInsert: z.strictObject({ tabId }),
  setMarks: z.strictObject({ tabId, on: z.boolean() }),
  searchAgain: z.strictObject({ tabId, term: z.string().trim().min(1).max(200) }),
  settingsChanged: z.null(),
  openOptions: z.strictObject({ part: line.optional() }),
  addToCase: z.strictObject({ tabId, caseId: line }),
  leaveOut: z.strictObject({ tabId, document: line }),
  newCase: z.strictObject({ tabId }),
  getOpenCases: z.null(),
  getCaseText: z.strictObject({ tabId }),
  forgetEverything: z.null(),
} satisfies { [N in Name<'panelToBackground'>]: z.ZodType };

const envelope = z.strictObject({ way: z.string(), name: z.string(), body: z.unknown() });

/** A message to the background whose every part was looked at. */
export type Arrival =
  | { [N in Name<'pageToBackground'>]: Arrived<'pageToBackground', N> }[Name<'pageToBackground'>]
  | {
      [N in Name<'panelToBackground'>]: Arrived<'panelToBackground', N>;
    }[Name<'panelToBackground'>];

interface Arrived<W extends 'pageToBackground' | 'panelToBackground', N extends Name<W>> {
  way: W;
  name: N;
  body: Body<W, N>;
}

/** The message, or undefined when any part of it is not as the protocol says. */
export function checkForBackground(message: unknown): Arrival | undefined {
  const opened = envelope.safeParse(message);
  if (!opened.success) return undefined;
  const { way, name, body } = opened.data;
  const schemas: Record<string, z.ZodType> | undefined =
    way === 'pageToBackground' ? fromPage : way === 'panelToBackground' ? fromPanel : undefined;
  if (!schemas || !Object.hasOwn(schemas, name)) return undefined;
  const checked = schemas[name]?.safeParse(body);
  return checked?.success ? ({ way, name, body: checked.data } as Arrival) : undefined;
}
