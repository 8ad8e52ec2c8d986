import fc from 'fast-check';
import { assemble } from '../../lib/reading/assemble.ts';
import type { Chunk } from '../../lib/reading/chunk.ts';
import { Folds } from '../../lib/reading/folds.ts';
import { longestText } from '../../lib/reading/page-watch.ts';
import { type Walk, walkPage } from '../../lib/reading/walk.ts';

/** What happy-dom leaves out of the styles every browser starts with. */
const browserStyles = `
  a, b, i, span, label, select, input, option { display: inline }
  slot { display: contents }
  pre { white-space: pre }
  ol > li { list-style-type: decimal }
  [hidden] { display: none }
`;

/** Reads a piece of HTML as the body of a page, in one go. */
export function readHtml(html: string, changed: Partial<Walk> = {}) {
  document.head.innerHTML = `<style>${browserStyles}</style>`;
  document.body.removeAttribute('style');
  document.body.innerHTML = html;
  return readBody(changed);
}

export function readBody(changed: Partial<Walk> = {}) {
  const walk: Walk = {
    kept: new WeakMap(),
    chunkOf: new WeakMap<Text, Chunk>(),
    stale: new Set(),
    shadowRootOf: (element) => element.shadowRoot,
    onShadowRoot: () => undefined,
    isDraft: () => false,
    folds: new Folds(),
    scrolling: (_, block) => block,
    isTimeUp: () => false,
    room: longestText,
    cut: { full: false, deep: false },
    ...changed,
  };
  const steps = walkPage(document.body, walk);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { ...assemble(step.value, walk.chunkOf), walk };
}

export function textOf(html: string): string {
  return readHtml(html).map.text;
}

const words = fc.constantFrom(
  'Taut band',
  ' jumps ',
  'Flexeril\u00a05 mg',
  'cyclo\u00adbenzaprine',
  '\n   ',
  '  two  spaces ',
  'a\tb',
  '&lt;b&gt;',
  'émigré 日本',
  '\u200b',
);

/** HTML as no one should write it: any element in any other, unclosed ends, odd white space. */
export const brokenHtml: fc.Arbitrary<string> = fc.letrec<{ node: string; nodes: string }>(
  (tie) => ({
    nodes: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
    node: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'html' },
      words,
      fc
        .tuple(
          fc.constantFrom(
            ...['div', 'p', 'span', 'b', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tr'],
            ...[
              'td',
              'th',
              'br',
              'h2',
              'label',
              'nav',
              'a',
              'button',
              'textarea',
              'script',
              'section',
            ],
          ),
          tie('nodes'),
          fc.constantFrom('', ' style="display: none"', ' style="visibility: hidden"', ' hidden'),
          fc.boolean(),
        )
        .map(
          ([tag, inner, style, closed]) => `<${tag}${style}>${inner}${closed ? `</${tag}>` : ''}`,
        ),
    ),
  }),
).nodes;
