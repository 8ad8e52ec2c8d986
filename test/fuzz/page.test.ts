// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect } from 'vitest';
import { readHtml } from '../reading/read-html.ts';
import { fuzz } from './fuzz.ts';
import { anyText } from './inputs.ts';

const tags = [
  ...['div', 'p', 'span', 'table', 'tr', 'td', 'th', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'pre'],
  ...['form', 'input', 'textarea', 'select', 'option', 'button', 'label', 'fieldset', 'legend'],
  ...['details', 'summary', 'dialog', 'template', 'slot', 'x-a', 'svg', 'text', 'math', 'mi'],
  ...['object', 'video', 'canvas', 'img', 'noscript', 'style', 'script', 'title', 'br'],
  ...['h1', 'h6', 'nav', 'article', 'main', 'a', 'b', 'bdo', 'ruby', 'rt', 'wbr', 'hr', 'menu'],
];

const attributes = [
  ...['', '', '', ' hidden', ' style="display: none"', ' style="display: contents"', ' dir="rtl"'],
  ...[' style="white-space: pre"', ' style="visibility: hidden"', ' style="}{:;"', ' inert'],
  ...[' name="nodeType"', ' name="childNodes"', ' name="attributes"', ' id="__proto__"', ' open'],
  ...[
    ' aria-hidden="true"',
    ' role="table"',
    ' contenteditable',
    ' value="Flexeril"',
    ' colspan="1e9"',
  ],
  ...[' start="-99999999999"', ' type="password"', ' type="hidden"', ' srcdoc="<p>x"', ' slot="a"'],
];

/** HTML against its reader: any element in any other, ends that are missing, many levels. */
const html = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'page' },
    anyText,
    fc
      .tuple(
        fc.constantFrom(...tags),
        fc.constantFrom(...attributes),
        tie('nodes'),
        fc.constantFrom('closed', 'closed', 'open', 'wrongly', 'deep'),
      )
      .map(([tag, attribute, inner, end]) => {
        if (end === 'deep') return `${`<${tag}${attribute}>`.repeat(30)}${inner}`;
        if (end === 'open') return `<${tag}${attribute}>${inner}`;
        return `<${tag}${attribute}>${inner}</${end === 'wrongly' ? 'b' : tag}>`;
      }),
  ),
})).nodes;

fuzz({
  name: 'page',
  inputs: html,
  runs: 60,
  holds(given) {
    const { map } = readHtml(given);
    const { text } = map;
    for (let at = 0; at < text.length; at++) {
      const [span, ...others] = map.spansOf(at, at + 1);
      expect(others).toEqual([]);
      if (!span) continue;
      const [inPage, shown] = [span.node.data.charAt(span.start), text.charAt(at)];
      expect(inPage === shown || (/\s/.test(inPage) && /\s/.test(shown))).toBe(true);
      expect(map.offsetAt(span.node, span.start)).toBe(at);
    }
  },
});
