import type { MarkColours, Meaning } from '../case/page-mark.ts';

export type Shade = 'light' | 'dark';

/**
 * What is painted: a meaning; its line alone, where another mark over the same words gives the
 * tint; or the passage the reviewer is on.
 */
export type Layer = Meaning | `${Meaning}-line` | 'current';

/** From low to high: where two overlap both lines are drawn, and the higher gives the tint. */
const order: readonly Meaning[] = ['request', 'supports', 'opposes', 'ambiguous', 'missing'];
const layers: readonly Layer[] = [
  ...order,
  'current',
  ...order.map((meaning) => `${meaning}-line` as const),
];

/**
 * Names in the registry can be seen by the page, so they say nothing of what was found. A dark
 * ground has names of its own: one page may have both, and the page's style stays untouched.
 */
export function highlightName(layer: Layer, shade: Shade): string {
  return `cg-${layers.indexOf(layer) + 1 + (shade === 'dark' ? layers.length : 0)}`;
}

export function isOurName(name: string): boolean {
  return /^cg-\d+$/.test(name);
}

export function priorityOf(layer: Layer): number {
  if (layer === 'current') return order.length;
  return rankOf(layer.replace('-line', '') as Meaning);
}

/** Which of two marks over the same words gives the tint: the higher. */
export function rankOf(meaning: Meaning): number {
  return order.indexOf(meaning);
}

/** The line of each meaning: with the tint gone they still differ. */
const lines: Record<Meaning, (colour: string) => string> = {
  supports: (colour) =>
    `text-decoration: underline solid 2px ${colour}; text-underline-offset: 2px;`,
  opposes: (colour) =>
    `text-decoration: underline double 1px ${colour}; text-underline-offset: 2px;`,
  ambiguous: (colour) => `text-decoration: underline wavy 1px ${colour};`,
  missing: (colour) =>
    `text-decoration: underline dotted 2px ${colour}; text-underline-offset: 2px;`,
  request: (colour) => `text-decoration: underline overline solid 1px ${colour};`,
};

/** Opacity of a tint, in two hexadecimal digits. */
const tints: Record<Shade, Record<Meaning, string>> = {
  light: { supports: '1c', opposes: '1c', ambiguous: '1c', missing: '1a', request: '1c' },
  dark: { supports: '2b', opposes: '2b', ambiguous: '2b', missing: '24', request: '29' },
};

const current: Record<Shade, string> = {
  light: 'background-color: rgb(22 25 27 / .92); color: #fff;',
  dark: 'background-color: rgb(233 236 238 / .92); color: #16191b;',
};

/**
 * Forced colours: Chromium paints every highlight in the system's selection colours whatever is
 * written, and its lines in the selection's text colour. So the line alone tells, inside the box.
 */
const forcedLines: Record<Meaning, string> = {
  supports: 'underline solid 3px',
  opposes: 'underline double 1px',
  ambiguous: 'underline wavy 1px',
  missing: 'underline dotted 3px',
  request: 'underline overline solid 1px',
};

/** The style of all marks, for a page that is not ours: no variables, nothing but `::highlight`. */
export function markStyleSheet(colours: MarkColours): string {
  const rules: string[] = [];
  const forced: string[] = [];
  for (const shade of ['light', 'dark'] as const) {
    for (const meaning of Object.keys(lines) as Meaning[]) {
      const colour = colours[shade][meaning];
      const selector = `::highlight(${highlightName(meaning, shade)})`;
      const tint = `background-color: ${colour}${tints[shade][meaning]};`;
      const lineOnly = `::highlight(${highlightName(`${meaning}-line`, shade)})`;
      rules.push(`${selector} { ${tint} ${lines[meaning](colour)} }`);
      rules.push(`${lineOnly} { ${lines[meaning](colour)} }`);
      const line = `text-decoration: ${forcedLines[meaning]} CanvasText; text-underline-offset: 0;`;
      forced.push(`  ${selector}, ${lineOnly} { ${line} }`);
    }
    const selector = `::highlight(${highlightName('current', shade)})`;
    rules.push(`${selector} { ${current[shade]} }`);
    forced.push(`  ${selector} { background-color: Highlight; color: HighlightText; }`);
  }
  return `${rules.join('\n')}\n@media (forced-colors: active) {\n${forced.join('\n')}\n}\n`;
}
