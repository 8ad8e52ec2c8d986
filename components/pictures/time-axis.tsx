import { showDate } from '../../lib/wording/dates.ts';
import { dayOf, ticksBetween } from './days.ts';
import { keptIn, type Scale, widthOf } from './scale.ts';

interface Props {
  scale: Scale;
  /** Days. */
  from: number;
  to: number;
  width: number;
  y: number;
}

/** Letters that a tick's label may take with the space after it. */
const LABEL = 62;

/** A line of time with the first days of months or years on it. */
export function TimeAxis({ scale, from, to, width, y }: Props) {
  const ticks = ticksBetween(from, to, Math.max(2, Math.floor(width / LABEL)));
  return (
    <>
      <line class="axis" x1="0" y1={y} x2={width} y2={y} />
      {ticks.map((tick) => {
        const iso = tick.length === 4 ? `${tick}-01-01` : `${tick}-01`;
        const x = scale(dayOf(iso));
        const label = showDate(tick);
        const half = widthOf(label) / 2;
        return (
          <g key={tick}>
            <line class="tick" x1={x} y1={y} x2={x} y2={y + 4} />
            <text x={keptIn(x - half, 2 * half, 0, width)} y={y + 15}>
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}
