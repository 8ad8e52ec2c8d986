import type { ChronicleEvent, EventKind } from '../../lib/review/pictures/picture.ts';
import { showDate } from '../../lib/wording/dates.ts';
import { counted, type MessageKey, words } from '../../lib/wording/words.ts';
import { Mark } from './mark.tsx';
import { type Drawing, NoPicture, Picture, type ShowPassage } from './picture.tsx';
import { fitted } from './scale.ts';

interface Props {
  events: readonly ChronicleEvent[];
  leftOut: number;
}

const ROW = 24;
const GAP = 18;
const LINE = 92;
/** More rows than this are for the table. */
const MOST_ROWS = 40;
/** Months without an event that are written as a gap. */
const LONG_GAP = 3;

const kindKeys = {
  injury: 'event_injury',
  visit: 'event_visit',
  note: 'event_note',
  document: 'event_document',
  treatment: 'event_treatment',
  request: 'event_request',
  received: 'event_received',
  decision: 'event_decision',
} as const satisfies Record<EventKind, MessageKey>;

/** The dated documents and events of a case, one below the other; long gaps are written. */
export function ChroniclePicture({ events, leftOut }: Props) {
  const title = words('chronicle_title');
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return <NoPicture title={title} why={words('timeline_none')} />;
  const drawn = events.slice(-MOST_ROWS);
  return (
    <Picture
      title={title}
      say={counted('chronicle_say', events.length)}
      how={[words('chronicle_span', showDate(first.at.date), showDate(last.at.date))]}
      notes={[
        ...(drawn.length < events.length ? [words('chronicle_cut', drawn.length)] : []),
        ...(leftOut > 0 ? [counted('chronicle_left_out', leftOut)] : []),
        words('picture_show_hint'),
      ]}
      table={{
        columns: [words('picture_date'), words('picture_what')],
        rows: events.map((event) => ({
          cells: [showDate(event.at.date), eventWords(event)],
          passage: event.passage,
        })),
      }}
      draw={(width, show) => drawing(drawn, width, show)}
    />
  );
}

export function eventWords({ kind, name }: ChronicleEvent): string {
  const word = words(kindKeys[kind]);
  return name === null ? word : words('event_named', word, name);
}

function drawing(events: readonly ChronicleEvent[], width: number, show: ShowPassage): Drawing {
  let y = 0;
  const rows = events.map((event, at) => {
    const before = events[at - 1];
    const gap = before ? gapWords(before, event) : null;
    if (gap !== null) y += GAP;
    const row = { event, gap, y, sameDay: before?.at.date === event.at.date };
    y += ROW;
    return row;
  });
  return {
    height: y,
    shapes: (
      <>
        {rows.length > 1 && <line class="axis" x1={LINE} y1={ROW / 2} x2={LINE} y2={y - ROW / 2} />}
        {rows.map((row) => (
          <Row key={row.y} {...row} width={width} show={show} />
        ))}
      </>
    ),
  };
}

/** "4 years" where so long nothing dated is told. */
function gapWords(before: ChronicleEvent, after: ChronicleEvent): string | null {
  const months = Math.floor((after.at.day - before.at.day) / 30.44);
  if (months < LONG_GAP) return null;
  return months >= 24
    ? counted('chronicle_years', Math.floor(months / 12))
    : counted('chronicle_months', months);
}

interface RowProps {
  event: ChronicleEvent;
  gap: string | null;
  y: number;
  sameDay: boolean;
  width: number;
  show: ShowPassage;
}

function Row({ event, gap, y, sameDay, width, show }: RowProps) {
  const middle = y + ROW / 2;
  const label = eventWords(event);
  return (
    <>
      {gap !== null && (
        <>
          <line class="casing" x1={LINE} y1={y - GAP + 2} x2={LINE} y2={y - 2} />
          <line class="join" x1={LINE} y1={y - GAP} x2={LINE} y2={y} />
          <text class="faint" x={LINE + 14} y={y - GAP / 2 + 4}>
            {gap}
          </text>
        </>
      )}
      <Mark passage={event.passage} title={event.passage.quote} show={show}>
        <rect class="hit" x="0" y={y} width={width} height={ROW} />
        {!sameDay && (
          <text x={LINE - 12} y={middle + 4} text-anchor="end">
            {showDate(event.at.date)}
          </text>
        )}
        <Sign kind={event.kind} y={middle} />
        <text class="strong" x={LINE + 14} y={middle + 4}>
          {fitted(label, width - LINE - 14)}
        </text>
      </Mark>
    </>
  );
}

/** What was asked or decided is square, what was done or happened round and full, what was written a ring. */
function Sign({ kind, y }: { kind: EventKind; y: number }) {
  if (kind === 'request' || kind === 'received' || kind === 'decision') {
    const look = kind === 'decision' ? 'dot full' : 'dot asked-dot';
    return <rect class={look} x={LINE - 4} y={y - 4} width="8" height="8" />;
  }
  const look = kind === 'injury' || kind === 'treatment' ? 'dot full' : 'dot';
  return <circle class={look} cx={LINE} cy={y} r="4" />;
}
