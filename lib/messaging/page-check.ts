import { markKinds, meanings, type PageMark } from '../case/page-mark.ts';
import { placeNames } from '../case/portal-profile.ts';
import type { Envelope, MarkSheet, Name } from './protocol.ts';

/** Written by hand: Zod would be most of the script that every portal page has to load. */

/** A message to a page's reader whose every part was looked at. */
export type PageArrival = {
  [N in Name<'backgroundToPage'>]: Envelope<'backgroundToPage', N>;
}[Name<'backgroundToPage'>];

const checks: { [N in Name<'backgroundToPage'>]: (body: unknown) => boolean } = {
  paintMarks: isMarkSheet,
  showPassage: (body) => isSpan(body) && isCount(body.revision) && typeof body.reader === 'string',
  readAgain: (body) => body === null,
  setPlaces: (body) => body === null || isPlaces(body),
  fetchFile: (body) => isRecord(body) && typeof body.url === 'string' && isCount(body.offset),
  pickPlace: (body) => isRecord(body) && isPlaceName(body.place),
  insertText: (body) =>
    isRecord(body) &&
    isLocator(body.locator) &&
    typeof body.plain === 'string' &&
    typeof body.html === 'string',
  readField: (body) => isRecord(body) && isLocator(body.locator),
  undoInsert: (body) => body === null,
  holdsDraft: (body) => isRecord(body) && typeof body.text === 'string',
  stop: (body) => body === null,
};

/** The message, or undefined when any part of it is not as the protocol says. */
export function checkForPage(message: unknown): PageArrival | undefined {
  if (!isRecord(message) || message.way !== 'backgroundToPage') return undefined;
  const { name, body } = message;
  if (typeof name !== 'string' || !Object.hasOwn(checks, name)) return undefined;
  return checks[name as keyof typeof checks](body)
    ? (message as unknown as PageArrival)
    : undefined;
}

function isMarkSheet(body: unknown): body is MarkSheet {
  if (!isRecord(body) || !isCount(body.revision) || typeof body.reader !== 'string') return false;
  if (!Array.isArray(body.marks)) return false;
  const { keys } = body;
  const keysFit =
    keys === null ||
    (isRecord(keys) && typeof keys.next === 'string' && typeof keys.previous === 'string');
  return keysFit && isColours(body.colours) && body.marks.every(isMark);
}

/** The colours go into a style sheet: nothing but a colour may. */
function isColours(colours: unknown): boolean {
  if (!isRecord(colours)) return false;
  return [colours.light, colours.dark].every(
    (shade) => isRecord(shade) && meanings.every((meaning) => isColour(shade[meaning])),
  );
}

function isColour(colour: unknown): boolean {
  return typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour);
}

function isMark(mark: unknown): mark is PageMark {
  return (
    isSpan(mark) &&
    (meanings as readonly unknown[]).includes(mark.meaning) &&
    (markKinds as readonly unknown[]).includes(mark.kind) &&
    Array.isArray(mark.requests) &&
    mark.requests.every(isCount) &&
    typeof mark.about === 'string' &&
    isOptionalString(mark.why) &&
    [undefined, 'unlisted', 'nearest'].includes(mark.note as undefined) &&
    (mark.date === null || isOptionalString(mark.date)) &&
    isOptionalString(mark.documentDate) &&
    isTarget(mark.target) &&
    (mark.list === undefined || (Array.isArray(mark.list) && mark.list.every(isListed)))
  );
}

function isPlaces(body: unknown): boolean {
  return (
    isRecord(body) &&
    Object.entries(body).every(([name, place]) => isPlaceName(name) && isLocator(place))
  );
}

function isPlaceName(name: unknown): boolean {
  return (placeNames as readonly unknown[]).includes(name);
}

function isLocator(place: unknown): boolean {
  if (!isRecord(place)) return false;
  if (place.by === 'label') return typeof place.label === 'string';
  return (
    place.by === 'path' &&
    Array.isArray(place.path) &&
    place.path.every((step) => typeof step === 'string')
  );
}

function isListed(item: unknown): boolean {
  return isRecord(item) && typeof item.words === 'string' && isTarget(item.target);
}

function isTarget(target: unknown): boolean {
  return isRecord(target) && isOptionalString(target.request) && isOptionalString(target.criterion);
}

function isSpan(value: unknown): value is Record<string, unknown> & { start: number; end: number } {
  return isRecord(value) && isCount(value.start) && isCount(value.end) && value.start <= value.end;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isOptionalString(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
