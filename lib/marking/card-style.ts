import type { MarkColours, Meaning } from '../case/page-mark.ts';

const svg = (attributes: string, inner: string) =>
  `url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' ${attributes}>${inner}</svg>`)}")`;

/** The silhouettes of the five meanings: they hold without colour. */
const glyphs: Record<Meaning, string> = {
  supports: svg('', "<path d='M7 3h2v4h4v2H9v4H7V9H3V7h4Z'/>"),
  opposes: svg('', "<path d='M3 7h10v2H3Z'/>"),
  ambiguous: svg(
    "fill='none' stroke='#000' stroke-width='2' stroke-linecap='round'",
    "<path d='M3 9.4c1.6-3 3.4-3 5-1.4s3.4 1.6 5-1.4'/>",
  ),
  missing: svg(
    '',
    "<circle cx='3.4' cy='8' r='1.5'/><circle cx='8' cy='8' r='1.5'/><circle cx='12.6' cy='8' r='1.5'/>",
  ),
  request: svg(
    "fill='none' stroke='#000' stroke-width='1.6'",
    "<rect x='2.3' y='3.8' width='11.4' height='8.4' rx='1'/><path d='M5.2 8h5.6'/>",
  ),
};

const meaningRules = (colours: MarkColours) =>
  (Object.keys(glyphs) as Meaning[])
    .map(
      (meaning) => `
.${meaning} { --m: light-dark(${colours.light[meaning]}, ${colours.dark[meaning]}); }
.${meaning} > .glyph { mask: ${glyphs[meaning]} center / contain no-repeat; }`,
    )
    .join('');

/**
 * The card stands alone in a page that is not ours: every value is its own, sizes are in pixels
 * since the page's root size says nothing, and the host refuses what the page's rules say of it.
 */
export function cardStyleSheet(colours: MarkColours): string {
  return `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  display: none !important;
  overflow: visible !important;
}
:host(:popover-open) { display: block !important; }
.card {
  --raised: light-dark(#ffffff, #212528);
  --select: light-dark(#e9ecee, #2a2f33);
  --line: light-dark(#e0e4e7, #2c3135);
  --line-2: light-dark(#bfc6cb, #454d53);
  --ink: light-dark(#16191b, #e9ecee);
  --ink-2: light-dark(#454d53, #b9c0c5);
  --ink-3: light-dark(#5f686e, #99a2a8);
  box-sizing: border-box;
  inline-size: min(320px, 100vw - 16px);
  max-block-size: min(420px, 100vh - 16px);
  display: flex;
  flex-direction: column;
  color: var(--ink);
  background: var(--raised);
  border: 1px solid var(--line-2);
  border-radius: 6px;
  box-shadow:
    0 1px 2px light-dark(rgb(22 25 27 / .10), rgb(0 0 0 / .5)),
    0 8px 24px light-dark(rgb(22 25 27 / .16), rgb(0 0 0 / .55));
  font: 400 13px/18px "Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont,
    Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums lining-nums;
  text-align: start;
  overflow-wrap: anywhere;
}
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.reads { padding: 10px 12px 0; overflow-y: auto; overscroll-behavior: contain; }
.read {
  display: grid;
  grid-template-columns: 16px 1fr;
  column-gap: 8px;
  padding-block: 0 10px;
}
.read + .read { padding-block-start: 10px; border-block-start: 1px solid var(--line); }
.read > * { grid-column: 2; }
.read > .glyph {
  grid-column: 1;
  inline-size: 16px;
  block-size: 16px;
  margin-block-start: 1px;
  background: var(--m);
}
.kind { font-weight: 600; color: var(--m); }
.about { color: var(--ink); }
.why { margin: 2px 0 0; font-size: 12px; line-height: 16px; color: var(--ink-2); }
.source { margin: 4px 0 0; font-size: 11px; line-height: 16px; color: var(--ink-3); }
.brief .why, .brief .source { display: none; }
.list { margin: 4px 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0 12px; }
.list button {
  padding-inline: 0;
  text-align: start;
  text-decoration: underline dotted 1px var(--m);
  text-underline-offset: 3px;
}
.notice { margin: 0; padding: 10px 12px; }
.foot {
  display: flex;
  align-items: center;
  gap: 4px;
  padding: 5px 8px 5px 12px;
  border-block-start: 1px solid var(--line);
  font-size: 11px;
  line-height: 16px;
  color: var(--ink-3);
}
.foot > :first-child { margin-inline-end: auto; }
button {
  min-block-size: 24px;
  padding: 0 8px;
  border: 0;
  border-radius: 4px;
  background: none;
  color: var(--ink);
  font: inherit;
  font-size: 12px;
  line-height: 16px;
  cursor: pointer;
}
button:hover { background: var(--select); }
button:focus-visible { outline: 2px solid var(--ink); outline-offset: 0; }
${meaningRules(colours)}
@media (forced-colors: active) {
  .card { border-color: CanvasText; }
  .read > .glyph { forced-color-adjust: none; background: CanvasText; }
  .card:focus-visible, button:focus-visible { outline: 3px solid Highlight; }
}
`;
}
