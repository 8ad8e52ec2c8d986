// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { readBody, readHtml, textOf } from './read-html.ts';

describe('lines and paragraphs', () => {
  test.each([
    ['white space collapses', '<p>  Neck\n   and\tleft  shoulder. </p>', 'Neck and left shoulder.'],
    ['across inline elements', '<p>No <b> twitch </b> response</p>', 'No twitch response'],
    ['inline elements do not part words', '<p>radiculo<b>pathy</b></p>', 'radiculopathy'],
    ['paragraphs stand apart', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['divs are lines', '<div>One</div><div>Two</div>', 'One\nTwo'],
    ['nested divs are one line', '<div><div><div>One</div></div></div><div>Two</div>', 'One\nTwo'],
    ['text beside a block', 'One<div>Two</div>Three', 'One\nTwo\nThree'],
    ['a break', '<p>One<br>Two</p>', 'One\nTwo'],
    ['two breaks make a paragraph', '<p>One<br><br><br>Two</p>', 'One\n\nTwo'],
    ['a heading', '<h2>Exam</h2><p>Taut band.</p>', 'Exam\n\nTaut band.'],
    ['no-break spaces', '<p>5&nbsp;mg</p>', '5 mg'],
    ['characters that show nothing', '<p>cyclo&shy;benza&#8203;prine</p>', 'cyclobenzaprine'],
    ['pre keeps its lines', '<pre>\nMeds:\n  Flexeril 5 mg\n</pre>', 'Meds:\n  Flexeril 5 mg'],
    [
      'pre-line keeps lines and collapses spaces',
      '<div style="white-space: pre-line">One   two\nthree</div>',
      'One two\nthree',
    ],
    ['a rule', 'One<hr>Two', 'One\n\nTwo'],
    ['an empty page', '', ''],
    ['only white space', ' \n <p> </p> ', ''],
  ])('%s', (_, html, text) => expect(textOf(html)).toBe(text));
});

describe('lists', () => {
  test.each([
    ['bullets', '<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
    [
      'numbers',
      '<ol start="3"><li>One</li><li value="7">Two</li><li>Three</li></ol>',
      '3. One\n7. Two\n8. Three',
    ],
    [
      'letters',
      '<ol style="list-style-type: lower-alpha"><li style="list-style-type: lower-alpha">One</li></ol>',
      'a. One',
    ],
    ['an item of several lines', '<ul><li><div>One</div><div>Two</div></li></ul>', '- One\nTwo'],
    ['an item without text', '<ul><li></li><li>Two</li></ul>', '- Two'],
  ])('%s', (_, html, text) => expect(textOf(html)).toBe(text));
});

describe('tables', () => {
  test.each([
    [
      'cells are parted by tabs, rows by lines',
      '<table><thead><tr><th>Drug</th><th>Dose</th></tr></thead><tbody><tr><td> Flexeril </td><td>5 mg</td></tr></tbody></table>',
      'Drug\tDose\nFlexeril\t5 mg',
    ],
    [
      'an empty cell keeps its place',
      '<table><tr><td>A</td><td></td><td>C</td></tr></table>',
      'A\t\tC',
    ],
    [
      'a cell of several lines stays one cell',
      '<table><tr><td><div>Physical</div><div>therapy</div></td><td>2 x<br>week</td></tr></table>',
      'Physical therapy\t2 x week',
    ],
    [
      'a page laid out in a table is read cell by cell',
      '<table><tr><td><h3>Exam</h3><p>One</p><p>Two</p></td><td>Side</td></tr></table>',
      'Exam\n\nOne\n\nTwo\n\nSide',
    ],
    [
      'a grid of roles is a table',
      '<div role="row"><div role="gridcell">A</div><div role="gridcell">B</div></div>',
      'A\tB',
    ],
    ['text around it', 'Before<table><tr><td>A</td></tr></table>After', 'Before\n\nA\n\nAfter'],
  ])('%s', (_, html, text) => expect(textOf(html)).toBe(text));
});

describe('labels and fields', () => {
  test.each([
    [
      'terms',
      '<dl><dt>Claim</dt><dd>15-1</dd><dt>Injured:</dt><dd>2011</dd></dl>',
      'Claim: 15-1\nInjured: 2011',
    ],
    [
      'a term with two answers',
      '<dl><dt>Drug</dt><dd>Norco</dd><dd>Soma</dd></dl>',
      'Drug: Norco\nSoma',
    ],
    [
      'a term without an answer',
      '<dl><dt>Quantity</dt><dd></dd><dt>Refills</dt><dd>2</dd></dl>',
      'Quantity:\nRefills: 2',
    ],
    [
      'a label and its field',
      '<label for="q">Quantity</label> <input id="q" value="30">',
      'Quantity: 30',
    ],
    [
      'in blocks of their own',
      '<div><label for="q">Quantity</label></div><div><input id="q" value="30"></div>',
      'Quantity: 30',
    ],
    ['a label around its field', '<label>Quantity <input value="30"></label>', 'Quantity: 30'],
    ['an unseen label', '<input aria-label="Quantity" value="30">', 'Quantity: 30'],
    [
      'an empty field',
      '<div><label for="q">Quantity</label></div><input id="q"><p>Next</p>',
      'Quantity:\n\nNext',
    ],
    [
      'a large field',
      '<label for="n">Notes</label><textarea id="n">One\nTwo</textarea>',
      'Notes: One\nTwo',
    ],
    [
      'a choice',
      '<label for="s">Status</label> <select id="s"><option>New<option selected>Open</select>',
      'Status: Open',
    ],
    [
      'boxes to tick',
      '<label><input type="checkbox" checked> Expedited</label> <label><input type="checkbox"> Retro</label>',
      '[x] Expedited [ ] Retro',
    ],
    ['in a row', '<table><tr><td>Qty</td><td><input value="30"></td></tr></table>', 'Qty\t30'],
    [
      'what is no text of the case',
      '<input type="password" value="secret"><input type="hidden" value="h"><input type="search" value="s"><input type="submit" value="Send">',
      '',
    ],
  ])('%s', (_, html, text) => expect(textOf(html)).toBe(text));

  test('the value of a field is nowhere in the tree', () => {
    const { map } = readHtml('<label for="n">Notes</label><textarea id="n">Norco</textarea>');
    const at = map.text.indexOf('Norco');
    expect(map.spansOf(at, at + 5)).toEqual([]);
    expect(map.fieldAt(at, at + 5)).toBe(document.querySelector('textarea'));
  });

  test('a draft is left out and named', () => {
    const { map, unread } = readHtml(
      '<label for="n">Decision</label><textarea id="n">Denied</textarea>',
      {
        isDraft: (element) => element.id === 'n',
      },
    );
    expect(map.text).toBe('Decision');
    expect(unread).toEqual([{ code: 'CG-104', what: 'Decision' }]);
  });
});

describe('what does not show', () => {
  test.each([
    ['display none', '<p style="display: none">No</p>Yes'],
    ['the hidden attribute', '<p hidden>No</p>Yes'],
    ['visibility hidden', '<p style="visibility: hidden">No</p>Yes'],
    [
      'scripts and templates',
      '<script>No</script><style>No</style><template>No</template><noscript>No</noscript>Yes',
    ],
    [
      'for screen readers only',
      '<span style="position: absolute; width: 1px; height: 1px; overflow: hidden">No</span>Yes',
    ],
    ['icon fonts', '<i style="font-family: \'Material Icons\'">edit</i>Yes'],
    ['buttons', '<button>No</button><span role="button">No</span>Yes'],
    ['links for getting about', '<nav><a href="#">No</a></nav>Yes'],
    ['pictures', '<svg><title>No</title><path/></svg><img alt="No">Yes'],
    ['comments', '<!-- No -->Yes'],
    ['a closed part', '<details><summary>Yes</summary><p>No</p></details>'],
  ])('%s', (_, html) => expect(textOf(html)).toBe('Yes'));

  test('what shows within what does not', () => {
    const html =
      '<div style="visibility: hidden">No <span style="visibility: visible">Yes</span></div>';
    expect(textOf(html)).toBe('Yes');
  });

  test('text that is hidden from screen readers only shows', () => {
    expect(textOf('<span aria-hidden="true">Yes</span>')).toBe('Yes');
  });

  test('text beside the links of a navigation shows', () => {
    expect(textOf('<nav>Claim 15-1 <a href="#">Documents</a></nav>')).toBe('Claim 15-1');
  });

  test('links of the text are text', () => {
    expect(textOf('<p>See <a href="#">the report</a>.</p>')).toBe('See the report.');
  });
});

describe('shadow roots', () => {
  function caseCard(): ShadowRoot {
    document.body.innerHTML = '<p>Before</p><x-case><b slot="name">Ms. A</b></x-case><p>After</p>';
    const host = document.querySelector('x-case') as HTMLElement;
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Name: <slot name="name">none</slot></p><p>Claim <slot>none</slot></p>';
    return root;
  }

  test('their text stands where they show it, with what is slotted', () => {
    caseCard();
    expect(readBody().map.text).toBe('Before\n\nName: Ms. A\n\nClaim none\n\nAfter');
  });

  test('each is reported, so that its changes can be seen', () => {
    const root = caseCard();
    const seen: ShadowRoot[] = [];
    readBody({ onShadowRoot: (found) => seen.push(found) });
    expect(seen).toEqual([root]);
  });
});

describe('limits', () => {
  test('reading stops where there is no more room, and says so', () => {
    const { map, walk } = readHtml(`<p>${'a'.repeat(50)}</p><p>${'b'.repeat(50)}</p><p>c</p>`, {
      room: 60,
    });
    expect(map.text).toBe(`${'a'.repeat(50)}\n\n${'b'.repeat(10)}`);
    expect(walk.cut.full).toBe(true);
  });

  test('a page nested beyond reason is cut, not crashed', () => {
    document.body.innerHTML = '';
    // happy-dom computes the style of each ancestor anew for each element.
    const style = { display: 'block', fontFamily: '', position: 'static' } as CSSStyleDeclaration;
    const computed = vi.spyOn(window, 'getComputedStyle').mockReturnValue(style);
    let at: Element = document.body;
    for (let depth = 0; depth < 650; depth++) {
      at = at.appendChild(document.createElement('div'));
    }
    at.textContent = 'deep';
    document.body.append('after');
    const { map, walk } = readBody();
    computed.mockRestore();
    expect(map.text).toBe('after');
    expect(walk.cut.deep).toBe(true);
  });
});
