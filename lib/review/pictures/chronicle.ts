import { type QuotedPassage, quotePassage } from '../../case/passage.ts';
import { governingDates, namesDocument } from '../../language/medications/dated.ts';
import type { DateValue, Mention } from '../../language/mention.ts';
import { earliestDay } from '../../language/values/calendar.ts';
import { datedMentions } from '../authorization/dates.ts';
import { quoteLine } from '../authorization/fields.ts';
import type { CaseIndex, IndexedDocument } from '../evidence/case-index.ts';
import { parseIso } from '../evidence/dates.ts';
import {
  documentDate,
  labelledDates,
  REQUEST_DATE,
  VISIT_DATE,
} from '../evidence/document-date.ts';
import { quoteAround } from '../evidence/passage.ts';
import { doneMentions, isDoneValue, valuesIn } from '../judges/places.ts';
import { documentsOf } from '../request-checks/check-context.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { drawnDate } from './drawn-date.ts';
import type { ChronicleEvent, EventKind } from './picture.ts';

/** Longer lists are cut, the oldest first; how many were left out is said. */
const MOST_EVENTS = 300;
/** A heading is quoted no longer. */
const LONGEST_TITLE = 120;
/** A label and its date stand within so many characters. */
const NEAR = 40;
/** No event of a claim lies further back. */
const FIRST_YEAR = 1900;

/** Concepts of the shipped packs. */
const INJURY = 'injury-date';
const LABELS = [
  [REQUEST_DATE, 'request'],
  [VISIT_DATE, 'visit'],
] as const satisfies [string, EventKind][];
const FORM_LABELS = [
  ['rfa-received', 'received'],
  ['rfa-decided', 'decision'],
] as const satisfies [string, EventKind][];

interface Found {
  kind: EventKind;
  name: string | null;
  date: DateValue;
  passage: QuotedPassage;
}

/**
 * The dated documents and events of a case in the order of their dates: what a date beside its words
 * or over its section says. A guideline, a plan and another person's history are no event.
 */
export function chronicleOf(
  index: CaseIndex,
  requests: readonly FoundRequest[],
): { events: ChronicleEvent[]; leftOut: number } {
  const found = [
    ...index.documents.flatMap((document) => [
      ...labelled(document),
      ...injuries(document),
      ...notes(document),
      ...namedNotes(document),
      ...datedDocument(document),
    ]),
    ...onForms(index),
    ...treatments(index, requests),
    ...requests.flatMap(asked),
  ].filter(({ date }) => date.year >= FIRST_YEAR);
  const events = withoutRepeats(found).sort(
    (a, b) => a.at.day - b.at.day || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
  const leftOut = Math.max(0, events.length - MOST_EVENTS);
  return { events: events.slice(leftOut), leftOut };
}

/** On one day: what happened before what was written of it, and what was asked and decided last. */
const ORDER: EventKind[] = [
  'injury',
  'treatment',
  'visit',
  'note',
  'document',
  'request',
  'received',
  'decision',
];

function labelled(document: IndexedDocument): Found[] {
  return LABELS.flatMap(([concept, kind]) =>
    labelledDates(document, concept).map(({ mention, date, end }) => ({
      kind,
      name: null,
      date,
      passage: quotePassage(document.document, mention.start, end),
    })),
  );
}

function injuries(document: IndexedDocument): Found[] {
  return (document.mentions.get(INJURY) ?? []).filter(isOfPatient).flatMap((mention) => {
    const date = dateBeside(document, mention);
    const passage = quoteAround(document, mention);
    return date ? [{ kind: 'injury' as const, name: null, date, passage }] : [];
  });
}

/** A form states the date of injury in a section of what is asked for. */
function isOfPatient({ assertion: { presence, subject, voice } }: Mention): boolean {
  return presence === 'affirmed' && subject === 'patient' && voice !== 'guideline';
}

function dateBeside(document: IndexedDocument, { start, end }: Mention): DateValue | undefined {
  return valuesIn(document, 'date', { start, end: end + NEAR }).find(
    ({ value }) => value.date.year > 0,
  )?.value.date;
}

/** A date that opens a note governs the sections up to the next one: one event, at its heading. */
function notes(document: IndexedDocument): Found[] {
  const found: Found[] = [];
  let before: DateValue | undefined;
  for (const { date, start, end } of document.reading.sections) {
    if (date && date.year > 0 && !isSame(date, before))
      found.push({ kind: 'note', name: null, date, passage: firstLine(document, start, end) });
    before = date;
  }
  return found;
}

function isSame(one: DateValue, other: DateValue | undefined): boolean {
  return one.year === other?.year && one.month === other.month && one.day === other.day;
}

/** "According to a June 17, 2015 progress note": a document that the text tells of. */
function namedNotes(document: IndexedDocument): Found[] {
  const { text } = document.reading;
  return (document.values.get('date') ?? []).flatMap((mention): Found[] => {
    const { value } = mention;
    if (value.kind !== 'date' || value.date.day === undefined) return [];
    if (!namesDocument(text, mention) || !isDoneValue(mention)) return [];
    return [
      { kind: 'note', name: null, date: value.date, passage: quoteAround(document, mention) },
    ];
  });
}

/** The date of the document itself, where it is not that of a request it tells of. */
function datedDocument(document: IndexedDocument): Found[] {
  const date = documentDate(document);
  if (labelledDates(document, REQUEST_DATE).some((label) => isSame(label.date, date))) return [];
  const { name, text } = document.document;
  const passage = firstLine(document, 0, text.length);
  return date ? [{ kind: 'document', name, date, passage }] : [];
}

function firstLine({ document }: IndexedDocument, from: number, to: number): QuotedPassage {
  const { text } = document;
  let start = from;
  while (start < to && /\s/.test(text[start] as string)) start += 1;
  const line = text.indexOf('\n', start);
  const end = Math.min(line < 0 ? to : line, to, start + LONGEST_TITLE);
  return quotePassage(document, start, start + text.slice(start, end).trimEnd().length);
}

/** When the form says the request was received and decided, as the decision clock reads it. */
function onForms(index: CaseIndex): Found[] {
  const documents = documentsOf(index);
  return FORM_LABELS.flatMap(([concept, kind]) =>
    datedMentions(documents, concept).flatMap(({ placed, date: iso }) => {
      const date = parseIso(iso);
      const { document, start, end, quote } = quoteLine(placed, 'history');
      return date ? [{ kind, name: null, date, passage: { document, start, end, quote } }] : [];
    }),
  );
}

/** Treatments other than medicines that the record tells of as done, with a date of their own. */
function treatments(index: CaseIndex, requests: readonly FoundRequest[]): Found[] {
  return [...index.rulebook.treatments.values()]
    .filter(({ concepts, drugClasses }) => concepts && !drugClasses)
    .flatMap(({ name, concepts = [] }) =>
      doneMentions(concepts, { index, requests }).flatMap(({ document, item }): Found[] => {
        const [date] = governingDates(document.reading, item.sentence, item.start, item.end);
        if (!date) return [];
        return [{ kind: 'treatment', name, date, passage: quoteAround(document, item) }];
      }),
    );
}

function asked({ date, label, passages: [passage] }: FoundRequest): Found[] {
  return date && passage ? [{ kind: 'request', name: label, date, passage }] : [];
}

/** What is told at several places is one event; a note on the day of a visit is that visit. */
function withoutRepeats(found: readonly Found[]): ChronicleEvent[] {
  const events = new Map<string, ChronicleEvent>();
  for (const { kind, name, date, passage } of found) {
    const at = drawnDate(date, earliestDay(date));
    const isOfDocument = kind === 'visit' || kind === 'note' || kind === 'document';
    const key = isOfDocument
      ? `written ${at.date} ${passage.document}`
      : `${kind} ${at.date} ${name ?? ''}`;
    const known = events.get(key);
    if (known) known.times += 1;
    else events.set(key, { kind, name, at, passage, times: 1 });
  }
  return [...events.values()];
}
