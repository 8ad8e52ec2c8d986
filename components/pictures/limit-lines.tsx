import { fitted, type Scale, widthOf } from './scale.ts';

/** A limit at its place on the scale. */
export interface DrawnLimit {
  at: number;
  label: string;
}

/** Height of one label. */
export const LIMIT_ROW = 14;

interface Props {
  limits: readonly DrawnLimit[];
  scale: Scale;
  width: number;
  /** Where the lines end. */
  bottom: number;
}

/** One line for each edition's limit, the governing one first and drawn through; labels in rows. */
export function LimitLines({ limits, scale, width, bottom }: Props) {
  return (
    <>
      {limits.map(({ at, label }, row) => {
        const x = scale(at);
        const y = row * LIMIT_ROW;
        return (
          <g key={`${label}${at}`}>
            <line class="casing" x1={x} y1={y + 12} x2={x} y2={bottom} />
            <line class={row === 0 ? 'limit' : 'limit two'} x1={x} y1={y} x2={x} y2={bottom} />
          </g>
        );
      })}
      {limits.map(({ at, label }, row) => {
        const x = scale(at);
        const isLeft = x + 4 + widthOf(label) > width && x > width / 2;
        const room = (isLeft ? x : width - x) - 4;
        return (
          <text
            key={`${label}${at}`}
            class={row === 0 ? 'strong' : 'cased'}
            x={isLeft ? x - 4 : x + 4}
            y={row * LIMIT_ROW + 10}
            text-anchor={isLeft ? 'end' : 'start'}
          >
            {fitted(label, room)}
          </text>
        );
      })}
    </>
  );
}
