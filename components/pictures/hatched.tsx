interface Props {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Not counted: only its outline. */
  hollow?: boolean;
}

const STEP = 9;

/** What is asked for: tint, edge and hatching, so that it holds without colour. */
export function Hatched({ x, y, width, height, hollow = false }: Props) {
  if (hollow) return <rect class="room asked-room" x={x} y={y} width={width} height={height} />;
  const lines = [];
  for (let at = x; at < x + width; at += STEP) {
    const end = Math.min(x + width, at + STEP - 1);
    const rise = ((end - at) / (STEP - 1)) * height;
    lines.push(
      <line key={at} class="hatch" x1={at} y1={y + height} x2={end} y2={y + height - rise} />,
    );
  }
  return (
    <>
      <rect class="asked" x={x} y={y} width={width} height={height} />
      {lines}
    </>
  );
}
