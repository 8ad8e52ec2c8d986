const width = 100;

/** JSON as the pack files are written: what fits on a line stands on one, a group never does. */
export function prettyJson(value: unknown, indent = ''): string {
  return pretty(value, indent, 0);
}

/** `before` is what stands on the line already: a name and its colon. */
function pretty(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const oneLine = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const isPlain = value.every((item) => typeof item !== 'object' || item === null);
    if (isPlain && indent.length + before + oneLine.length < width) return oneLine;
    return `[\n${value.map((item) => inner + pretty(item, inner, 0)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  const lines = members.map(([name, member]) => {
    const head = `${JSON.stringify(name)}: `;
    return inner + head + pretty(member, inner, head.length);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
