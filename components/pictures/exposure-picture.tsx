import { inUnit } from '../../lib/review/judges/limits.ts';
import type { DrawnExposure, DrawnSighting, DrawnUse } from '../../lib/review/pictures/picture.ts';
import type { CriterionReview, Measure } from '../../lib/review/review.ts';
import { showDate } from '../../lib/wording/dates.ts';
import { type MessageKey, worded, words } from '../../lib/wording/words.ts';
import { isoOfDay } from './days.ts';
import { editionName, limitLabel } from './edition-name.ts';
import { Hatched } from './hatched.tsx';
import { LIMIT_ROW, LimitLines } from './limit-lines.tsx';
import { Mark } from './mark.tsx';
import { type Drawing, NoPicture, Picture, type ShowPassage } from './picture.tsx';
import type { TableData } from './picture-table.tsx';
import { fitted, keptIn, linearScale, type Scale, widthOf } from './scale.ts';
import { TimeAxis } from './time-axis.tsx';

interface Props {
  /** What was asked for, as the request names it. */
  request: string;
  criterion: CriterionReview;
}

const ROW = 30;
const BAR = 14;
const EDGE = 6;

/** How long a class of drugs was taken, the supply asked for appended, against each edition's limit. */
export function ExposurePicture({ request, criterion }: Props) {
  const title = words('exposure_title', request);
  const { measure } = criterion;
  const exposure = measure?.exposure;
  if (!measure || !exposure || (exposure.run === null && exposure.requested === null)) {
    return <NoPicture title={title} why={words('exposure_none')} />;
  }
  return (
    <Picture
      title={title}
      say={worded(measure.text)}
      how={[...runWords(exposure), ...supplyWords(exposure)]}
      notes={notesOf(exposure)}
      table={tableOf(exposure, measure, criterion)}
      draw={(width, show) => drawing(exposure, measure, width, show)}
    />
  );
}

function runWords({ run, uses }: DrawnExposure): string[] {
  if (run === null || run.days === 0) return [];
  const first = uses
    .filter(({ counted }) => counted)
    .flatMap(({ sightings }) => sightings)
    .find(({ at }) => at.day === run.from.day);
  const isStart = first?.kind === 'since' || first?.kind === 'started';
  const parts = [showDate(run.from.date), showDate(run.to.date), run.days] as const;
  return [words(isStart ? 'exposure_since' : 'exposure_first', ...parts)];
}

function supplyWords({ requested }: DrawnExposure): string[] {
  if (requested === null) return [];
  return [words(requested.stated ? 'exposure_supply' : 'exposure_supply_most', requested.days)];
}

function notesOf({ asOf, run, uses, requested }: DrawnExposure): string[] {
  const apart = run === null || requested === null ? 0 : asOf.day - run.to.day;
  const earlier = uses.filter(({ counted }) => !counted).map(({ to }) => to);
  return [
    ...(apart > 0 ? [words('exposure_apart', apart)] : []),
    ...(earlier.length > 0
      ? [words('exposure_history', showDate(isoOfDay(Math.max(...earlier))))]
      : []),
    words('picture_show_hint'),
  ];
}

/** Where the run begins, and what is asked for is appended, as the number counts them. */
function startOf({ run, asOf }: DrawnExposure): { start: number; appended: number } {
  return run === null
    ? { start: asOf.day, appended: asOf.day }
    : { start: run.from.day, appended: run.to.day };
}

function drawing(
  exposure: DrawnExposure,
  measure: Measure,
  width: number,
  show: ShowPassage,
): Drawing {
  const { requested, asOf } = exposure;
  const { start, appended } = startOf(exposure);
  const counted = exposure.uses.filter((use) => use.counted);
  const limits = measure.limits.map(({ amount, unit, pack, text }) => ({
    at: start + inUnit(amount, unit, 'days'),
    label: limitLabel(text, pack),
  }));
  const end = Math.max(asOf.day, appended + (requested?.days ?? 0), ...limits.map(({ at }) => at));
  const scale = linearScale([start, end], [EDGE, width - EDGE]);
  const top = limits.length * LIMIT_ROW + 4;
  const rows = counted.length + (requested === null ? 0 : 1);
  const bottom = top + rows * ROW + 22;
  const bracket = bottom - 12;
  const counts = appended + (requested?.stated ? requested.days : 0);
  return {
    height: bottom + 18,
    shapes: (
      <>
        {counted.map((use, row) => (
          <UseBar key={use.drug} use={use} y={top + row * ROW} {...{ scale, show }} />
        ))}
        {requested !== null && (
          <Mark
            passage={requested.passage}
            title={words('exposure_requested_row', requested.days)}
            show={show}
          >
            <BarLabel
              text={words('exposure_requested', requested.days)}
              x={scale(appended)}
              y={top + counted.length * ROW + 10}
              width={width}
            />
            <Hatched
              x={scale(appended)}
              y={top + counted.length * ROW + LIMIT_ROW}
              width={Math.max(2, scale(appended + requested.days) - scale(appended))}
              height={BAR - 2}
              hollow={!requested.stated}
            />
          </Mark>
        )}
        <LimitLines limits={limits} scale={scale} width={width} bottom={bottom} />
        {counted.map(({ drug, from }, row) => (
          <BarLabel key={drug} text={drug} x={scale(from)} y={top + row * ROW + 10} width={width} />
        ))}
        <Bracket
          from={scale(start)}
          to={scale(counts)}
          y={bracket}
          width={width}
          text={worded(measure.text)}
        />
        <TimeAxis scale={scale} from={start} to={end} width={width} y={bottom} />
      </>
    ),
  };
}

interface UseProps {
  use: DrawnUse;
  y: number;
  scale: Scale;
  show: ShowPassage;
}

function UseBar({ use, y, scale, show }: UseProps) {
  const x = scale(use.from);
  const bar = { x, y: y + LIMIT_ROW, height: BAR, width: Math.max(3, scale(use.to) - x) };
  return (
    <>
      <Mark passage={use.sightings[0]?.passage ?? null} title={use.drug} show={show}>
        <rect class="taken" {...bar} />
      </Mark>
      {use.sightings.map((sighting) => (
        <Mark
          key={`${sighting.at.day}${sighting.passage?.document}${sighting.passage?.start}`}
          passage={sighting.passage}
          title={`${showDate(sighting.at.date)}: ${sightingWords(sighting)}`}
          show={show}
        >
          <rect class="hit" x={scale(sighting.at.day) - 6} y={bar.y - 4} width="12" height="22" />
          <circle class="dot" cx={scale(sighting.at.day)} cy={bar.y + BAR / 2} r="3" />
        </Mark>
      ))}
    </>
  );
}

function BarLabel({ text, x, y, width }: { text: string; x: number; y: number; width: number }) {
  const label = fitted(text, width);
  return (
    <text class="strong" x={keptIn(x, widthOf(label) + 4, 0, width)} y={y}>
      {label}
    </text>
  );
}

/** The length that is counted, from end to end. */
function Bracket(props: { from: number; to: number; y: number; width: number; text: string }) {
  const { from, to, y, width, text } = props;
  const label = widthOf(text) + 4;
  const x = keptIn((from + to - label) / 2, label, 0, width);
  return (
    <>
      <path class="dim" d={`M${from} ${y - 4}v8M${to} ${y - 4}v8M${from} ${y}H${to}`} />
      <rect class="bg" x={x - 2} y={y - 7} width={label} height="14" />
      <text class="strong" x={x} y={y + 4}>
        {text}
      </text>
    </>
  );
}

const sightingKeys = {
  mention: 'sighting_mention',
  since: 'sighting_since',
  started: 'sighting_started',
  stopped: 'sighting_stopped',
  request: 'sighting_request',
} as const satisfies Record<DrawnSighting['kind'], MessageKey>;

function sightingWords({ kind, drug }: DrawnSighting): string {
  return words(sightingKeys[kind], drug);
}

function tableOf(
  { uses, asOf, requested }: DrawnExposure,
  measure: Measure,
  criterion: CriterionReview,
): TableData {
  const signs = uses
    .flatMap(({ counted, sightings }) => sightings.map((sighting) => ({ counted, sighting })))
    .sort((a, b) => a.sighting.at.day - b.sighting.at.day);
  return {
    columns: [words('picture_date'), words('picture_what')],
    rows: [
      ...signs.map(({ counted, sighting }) => {
        const what = sightingWords(sighting);
        return {
          cells: [showDate(sighting.at.date), counted ? what : words('sighting_history', what)],
          passage: sighting.passage,
        };
      }),
      ...(requested === null
        ? []
        : [
            {
              cells: [
                showDate(asOf.date),
                words(
                  requested.stated ? 'exposure_requested_row' : 'exposure_requested_most_row',
                  requested.days,
                ),
              ],
              passage: requested.passage,
            },
          ]),
      ...measure.limits.map(({ text, pack }) => ({
        cells: ['', words('limit_row', text, editionName(pack, criterion))],
        passage: null,
      })),
    ],
  };
}
