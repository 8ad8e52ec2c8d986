import type { DrawnCount, DrawnPart } from '../../lib/review/pictures/picture.ts';
import type { CriterionReview, Measure } from '../../lib/review/review.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { editionName, limitLabel } from './edition-name.ts';
import { Hatched } from './hatched.tsx';
import { LIMIT_ROW, LimitLines } from './limit-lines.tsx';
import { Mark } from './mark.tsx';
import { type Drawing, NoPicture, Picture, type ShowPassage } from './picture.tsx';
import type { TableData } from './picture-table.tsx';
import { keptIn, linearScale, type Scale, widthOf } from './scale.ts';

interface Props {
  request: string;
  criterion: CriterionReview;
}

const BAR = 16;
/** Width of the place for visits of unknown number, left of all that is counted. */
const UNKNOWN = 48;
const EDGE = 6;
/** Narrower cells are not drawn apart. */
const NARROWEST_CELL = 5;

/** Visits done and visits asked for, one after the other, against each edition's limit. */
export function VisitsPicture({ request, criterion }: Props) {
  const title = words('visits_title', request);
  const { measure } = criterion;
  const count = measure?.count;
  if (!measure || !count) return <NoPicture title={title} why={words('visits_none')} />;
  const isRange = count.parts.some(({ low, high }) => high !== low);
  return (
    <Picture
      title={title}
      say={worded(measure.text)}
      how={measure.working.length > 1 ? [`${measure.working.map(worded).join(' + ')}.`] : []}
      notes={[
        ...(count.open ? [words('visits_open')] : []),
        ...(isRange ? [words('visits_range')] : []),
        words('picture_show_hint'),
      ]}
      table={tableOf(count, measure, criterion)}
      draw={(width, show) => drawing(count, measure, width, show)}
    />
  );
}

function drawing(count: DrawnCount, measure: Measure, width: number, show: ShowPassage): Drawing {
  const limits = measure.limits.map(({ amount, pack, text }) => ({
    at: amount,
    label: limitLabel(text, pack),
  }));
  const isUnknown = count.open && !count.parts.some(({ of }) => of === 'done');
  const left = isUnknown ? UNKNOWN + EDGE : EDGE;
  const total = count.parts.reduce((sum, part) => sum + (part.high ?? part.low), 0);
  const most = Math.max(total, ...limits.map(({ at }) => at)) * 1.05;
  const scale = linearScale([0, most], [left, width - EDGE]);
  const y = limits.length * LIMIT_ROW + 6;
  let from = 0;
  const placed = count.parts.map((part) => {
    const start = from;
    from += part.high ?? part.low;
    return { part, start };
  });
  return {
    height: y + BAR + 20,
    shapes: (
      <>
        {isUnknown && (
          <>
            <rect class="room" x={EDGE} y={y} width={UNKNOWN - 6} height={BAR} />
            <text class="strong" x={EDGE + UNKNOWN / 2 - 6} y={y + 12}>
              ?
            </text>
            <text x={EDGE} y={y + BAR + 13}>
              {words('visits_earlier')}
            </text>
          </>
        )}
        {placed.map(({ part, start }) => (
          <PartBar key={part.of} {...{ part, start, y, scale, width, show }} />
        ))}
        <LimitLines limits={limits} scale={scale} width={width} bottom={y + BAR + 4} />
      </>
    ),
  };
}

interface PartProps {
  part: DrawnPart;
  start: number;
  y: number;
  scale: Scale;
  width: number;
  show: ShowPassage;
}

function PartBar({ part, start, y, scale, width, show }: PartProps) {
  const x = scale(start);
  const low = scale(start + part.low) - x;
  const high = scale(start + (part.high ?? part.low)) - x;
  const label = partWords(part);
  const cell = scale(1) - scale(0);
  return (
    <Mark passage={part.passages[0] ?? null} title={label} show={show}>
      {high > low && <rect class="room" x={x} y={y} width={high} height={BAR} />}
      {part.of === 'requested' ? (
        <Hatched x={x} y={y} width={low} height={BAR} />
      ) : (
        <rect class="taken" x={x} y={y} width={low} height={BAR} />
      )}
      {cell >= NARROWEST_CELL &&
        Array.from({ length: Math.max(0, Math.ceil(part.low) - 1) }, (_, at) => {
          const edge = scale(start + at + 1);
          return <line key={edge} class="gap" x1={edge} y1={y} x2={edge} y2={y + BAR} />;
        })}
      <text x={keptIn(x, widthOf(label), 0, width)} y={y + BAR + 13}>
        {label}
      </text>
    </Mark>
  );
}

function partWords(part: DrawnPart): string {
  return words(part.of === 'done' ? 'visits_done' : 'visits_requested', numberWords(part));
}

function numberWords({ low, high }: DrawnPart): string {
  if (high === null) return words('visits_or_more', low);
  return low === high ? String(low) : `${low}–${high}`;
}

function tableOf(count: DrawnCount, measure: Measure, criterion: CriterionReview): TableData {
  return {
    columns: [words('visits_kind'), words('visits_number')],
    rows: [
      ...count.parts.flatMap((part) => {
        const cells = [partWords(part), numberWords(part)];
        const passages = part.passages.length === 0 ? [null] : part.passages;
        return passages.map((passage) => ({ cells, passage }));
      }),
      ...measure.limits.map(({ text, pack, amount }) => ({
        cells: [words('limit_row', text, editionName(pack, criterion)), String(amount)],
        passage: null,
      })),
    ],
  };
}
