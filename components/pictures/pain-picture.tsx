import type { DrawnScore, PainCondition } from '../../lib/review/pictures/picture.ts';
import { showDate } from '../../lib/wording/dates.ts';
import { counted, type MessageKey, words } from '../../lib/wording/words.ts';
import { Mark } from './mark.tsx';
import { type Drawing, NoPicture, Picture, type ShowPassage } from './picture.tsx';
import { linearScale, type Scale, widthOf } from './scale.ts';
import { TimeAxis } from './time-axis.tsx';

type DatedScore = DrawnScore & { at: NonNullable<DrawnScore['at']> };

const TOP = 8;
const BOTTOM = 94;
const LEFT = 26;
/** Days around scores that are all of one time. */
const AROUND = 20;
/** More numbers than this stand in each other's way. */
const MOST_NUMBERS = 14;
const LEGEND_ROW = 15;

const conditionKeys = {
  with: 'pain_with',
  without: 'pain_without',
  worst: 'pain_worst',
  least: 'pain_least',
  average: 'pain_average',
} as const satisfies Record<PainCondition, MessageKey>;

/** Pain of ten over time, with and without medicine told apart by shape. */
export function PainPicture({ scores }: { scores: readonly DrawnScore[] }) {
  const title = words('pain_title');
  const dated = scores.filter((score): score is DatedScore => score.at !== null);
  if (dated.length === 0) return <NoPicture title={title} why={words('pain_none')} />;
  const undated = scores.length - dated.length;
  const saysMedicine = scores.some(({ condition }) => isOfMedicine(condition));
  return (
    <Picture
      title={title}
      say={newest(dated)}
      how={[]}
      notes={[
        counted('pain_scores', dated.length),
        ...(undated > 0 ? [counted('pain_undated', undated)] : []),
        ...(saysMedicine ? [] : [words('pain_unsaid')]),
        words('picture_show_hint'),
      ]}
      table={{
        columns: [words('picture_date'), words('pain_score'), words('pain_condition')],
        rows: scores.map((score) => ({
          cells: [
            score.at === null ? words('picture_undated') : showDate(score.at.date),
            `${scoreWords(score)}/10`,
            conditionWords(score.condition),
          ],
          passage: score.passage,
        })),
      }}
      draw={(width, show) => drawing(dated, width, show)}
    />
  );
}

function isOfMedicine(condition: PainCondition | null): boolean {
  return condition === 'with' || condition === 'without';
}

function newest(dated: readonly DatedScore[]): string {
  const last = dated.at(-1) as DatedScore;
  const date = showDate(last.at.date);
  const ofDay = dated.filter(({ at }) => at.day === last.at.day);
  const without = ofDay.find(({ condition }) => condition === 'without');
  const with_ = ofDay.find(({ condition }) => condition === 'with');
  return without && with_
    ? words('pain_say_pair', scoreWords(without), scoreWords(with_), date)
    : words('pain_say', scoreWords(last), date);
}

function scoreWords({ low, high }: DrawnScore): string {
  return low === high ? String(low) : `${low}–${high}`;
}

function conditionWords(condition: PainCondition | null): string {
  return words(condition === null ? 'pain_plain' : conditionKeys[condition]);
}

function drawing(dated: readonly DatedScore[], width: number, show: ShowPassage): Drawing {
  const days = dated.map(({ at }) => at.day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const around = Math.max(AROUND, Math.round((last - first) * 0.06));
  const x = linearScale([first - around, last + around], [LEFT, width]);
  const y = linearScale([0, 10], [BOTTOM, TOP]);
  const shown = [...new Set(dated.map(({ condition }) => condition))];
  return {
    height: BOTTOM + 20 + shown.length * LEGEND_ROW,
    shapes: (
      <>
        {[0, 5, 10].map((level) => (
          <g key={level}>
            <line class="grid" x1={LEFT} y1={y(level)} x2={width} y2={y(level)} />
            <text class="faint" x={LEFT - 8} y={y(level) + (level === 0 ? 1 : 4)} text-anchor="end">
              {level}
            </text>
          </g>
        ))}
        {shown.map((condition) => (
          <polyline
            key={condition}
            class="join"
            points={dated
              .filter((score) => score.condition === condition)
              .map(({ at, low, high }) => `${x(at.day)},${y((low + high) / 2)}`)
              .join(' ')}
          />
        ))}
        {dated.map((score) => (
          <Score
            key={`${score.at.day}${score.passage.document}${score.passage.start}${score.condition}${score.low}`}
            {...{ score, x, y, show }}
            numbered={dated.length <= MOST_NUMBERS}
            isAtEdge={x(score.at.day) + 8 + widthOf(scoreWords(score)) > width}
          />
        ))}
        <TimeAxis scale={x} from={first - around} to={last + around} width={width} y={BOTTOM} />
        {shown.map((condition, row) => (
          <g key={condition}>
            <Sign condition={condition} x={LEFT + 4} y={BOTTOM + 28 + row * LEGEND_ROW} />
            <text x={LEFT + 14} y={BOTTOM + 32 + row * LEGEND_ROW}>
              {conditionWords(condition)}
            </text>
          </g>
        ))}
      </>
    ),
  };
}

interface ScoreProps {
  score: DatedScore;
  x: Scale;
  y: Scale;
  show: ShowPassage;
  numbered: boolean;
  isAtEdge: boolean;
}

function Score({ score, x, y, show, numbered, isAtEdge }: ScoreProps) {
  const { low, high, at, condition } = score;
  const place = x(at.day);
  const middle = y((low + high) / 2);
  const title = `${showDate(at.date)}: ${scoreWords(score)}/10, ${conditionWords(condition)}`;
  return (
    <Mark passage={score.passage} title={title} show={show}>
      <rect class="hit" x={place - 12} y={middle - 12} width="24" height="24" />
      {high > low && <line class="range" x1={place} y1={y(low)} x2={place} y2={y(high)} />}
      <Sign condition={condition} x={place} y={middle} />
      {numbered && (
        <text
          class="strong"
          x={isAtEdge ? place - 8 : place + 8}
          y={middle + (condition === 'with' ? 10 : -3)}
          text-anchor={isAtEdge ? 'end' : 'start'}
        >
          {scoreWords(score)}
        </text>
      )}
    </Mark>
  );
}

interface SignProps {
  condition: PainCondition | null;
  x: number;
  y: number;
}

/** Filled square with medicine, hollow square without; ends of a day as triangles; else a ring. */
function Sign({ condition, x, y }: SignProps) {
  switch (condition) {
    case 'with':
      return <rect class="dot full" x={x - 3.5} y={y - 3.5} width="7" height="7" />;
    case 'without':
      return <rect class="dot" x={x - 3.5} y={y - 3.5} width="7" height="7" />;
    case 'worst':
      return <path class="dot" d={`M${x} ${y - 4}l4.500 7.500h-9z`} />;
    case 'least':
      return <path class="dot" d={`M${x} ${y + 4}l4.500 -7.500h-9z`} />;
    case 'average':
      return <path class="dot" d={`M${x} ${y - 4.5}l4.500 4.500l-4.500 4.500l-4.500 -4.500z`} />;
    default:
      return <circle class="dot" cx={x} cy={y} r="3.5" />;
  }
}
