import type { FoundRequest } from '../../review/requests/found-request.ts';
import type { Evidence } from '../../review/review.ts';
import { type MessageKey, say } from '../../saying/said.ts';
import { type LetterCheck, type LetterContext, reviewOf } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';
import { type LetterItem, quoteLetter, requestFor } from './read-letter.ts';
import { type PartName, partsOfRecord, partsStated } from './stated-parts.ts';
import { type Statement, statementsOf } from './statements.ts';
import { isSame, namedBy, namedByRequest } from './treatment-named.ts';

const id = 'letter/request-mismatch' as const;

/** Drug, strength, quantity, side, level or body part that are not those of the request. */
export const requestMismatch: LetterCheck = (context) =>
  context.letter.items.flatMap((item) => {
    const statements = statementsOf(context.letter, item);
    return [
      ...notAskedFor(context, item, statements),
      ...differing(context, item, statements),
      ...ofTwoMinds(context, item),
    ];
  });

/** The letter answers a treatment that the record asks for nowhere. */
function notAskedFor(
  { letter, requests }: LetterContext,
  item: LetterItem,
  statements: readonly Statement[],
): LetterFinding[] {
  if (requests.length === 0) return [];
  const seen = new Set<string>();
  return statements.flatMap(({ kind, subject, sentence }) => {
    const named = namedBy(subject);
    const asked = requestFor(named, requests);
    if (kind === 'conclusion' && !isSame(named, item.named)) return [];
    const isOther = asked?.drug && named.drug && asked.drug.id !== named.drug;
    if (asked && !isOther) return [];
    const words = letter.document.reading.text.slice(subject.start, subject.end);
    if (seen.has(words.toLowerCase())) return [];
    seen.add(words.toLowerCase());
    const nearest = asked ?? nearestTo(item, requests);
    const record = nearest?.passages[0];
    return [
      {
        id,
        reason: record
          ? say('remark_other_request', words, nearest.label)
          : say('remark_no_request', words),
        evidence: [
          claimed(quoteLetter(letter.document, sentence)),
          ...(record ? [{ ...record, role: 'opposes' as const }] : []),
        ],
      },
    ];
  });
}

function nearestTo(item: LetterItem, requests: readonly FoundRequest[]): FoundRequest | undefined {
  return (
    item.request ??
    requests.find((request) => request.treatment === item.named.treatment) ??
    (requests.length === 1 ? requests[0] : undefined)
  );
}

/** Values of the request that the record states otherwise. */
function differing(
  { letter, requests }: LetterContext,
  item: LetterItem,
  statements: readonly Statement[],
): LetterFinding[] {
  const alike = requests.filter((request) => isSame(namedByRequest(request), item.named));
  if (alike.length === 0) return [];
  const records = alike.map(partsOfRecord);
  const found: LetterFinding[] = [];
  const seen = new Set<string>();
  for (const statement of statements) {
    if (!isSame(namedBy(statement.subject), item.named)) continue;
    for (const { part, value, passage } of partsStated(letter.document, statement)) {
      const stated = records.flatMap((record) => [...(record.get(part) ?? [])]);
      if (stated.length === 0 || stated.some(([known]) => agrees(part, value, known))) continue;
      const key = `${part} ${value}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const record = stated.find(([, where]) => where)?.[1] ?? alike[0]?.passages[0];
      found.push({
        id,
        reason: say(
          'remark_part_differs',
          say(SAID[part]),
          quoteLetter(letter.document, passage).quote,
          (record?.quote ?? stated[0]?.[0] ?? '').replace(/\s+/g, ' ').trim(),
        ),
        evidence: [
          claimed(quoteLetter(letter.document, statement.span)),
          ...(record ? [{ ...record, role: 'opposes' as const }] : []),
        ],
      });
    }
  }
  return found;
}

/** "10" is "10/325": the second number is often left out. */
function agrees(part: PartName, value: string, known: string): boolean {
  if (value === known) return true;
  if (part === 'strength')
    return (
      value.split('/')[0] === known.split('/')[0] && !(value.includes('/') && known.includes('/'))
    );
  return false;
}

/** The record itself asks in two ways and the item decides on one without a word on the other. */
function ofTwoMinds(context: LetterContext, item: LetterItem): LetterFinding[] {
  const { letter } = context;
  const consistent = reviewOf(context, item)?.criteria.find(
    ({ id: criterion }) => criterion === 'request/consistent',
  );
  if (consistent?.verdict !== 'not-met') return [];
  const own = item.sentences
    .map(({ start, end }) => letter.document.reading.text.slice(start, end))
    .join(' ');
  const unsaid = consistent.evidence.filter(
    ({ quote, role }) =>
      role === 'opposes' && !numbersOf(quote).some((number) => numbersOf(own).includes(number)),
  );
  if (unsaid.length === 0) return [];
  const heading = item.headings[0] ?? item.sentences[0];
  const evidence: Evidence[] = heading ? [claimed(quoteLetter(letter.document, heading))] : [];
  return [
    {
      id,
      reason: say('remark_asked_also', (unsaid[0]?.quote ?? '').replace(/\s+/g, ' ')),
      evidence: [...evidence, ...unsaid],
    },
  ];
}

/** Strengths and quantities as written: "5mg", "#30". */
function numbersOf(text: string): string[] {
  return (text.match(/\d+(?:\.\d+)?\s?(?:mg|mcg|%)|#\s?\d+/gi) ?? []).map((one) =>
    one.replace(/\s/g, '').toLowerCase(),
  );
}

const SAID: Record<PartName, MessageKey> = {
  strength: 'stated_strength',
  quantity: 'stated_quantity',
  refills: 'stated_refills',
  visits: 'stated_visits',
  side: 'stated_side',
  level: 'stated_level',
  'body-part': 'stated_body_part',
};
