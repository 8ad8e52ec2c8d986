// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { elementAt, factsOf, valueBeside } from '../../lib/reading/locate.ts';
import { locatorOfValue, pathTo } from '../../lib/reading/locator-of.ts';
import { readBody } from './read-html.ts';

const none = () => null;

describe('the value beside a label', () => {
  test.each([
    ['Claim number: 15-20718', '15-20718'],
    ['Status: open\tClaim Number: 15-20718\tDue: 1 May', '15-20718'],
    ['claim  number:   15-20718  ', '15-20718'],
    ['Claim number\t15-20718', '15-20718'],
    ['Claim number\n15-20718\nStatus', '15-20718'],
    ['Intro\n\nClaim number #15-20718', '15-20718'],
  ])('in %j', (text, value) => expect(valueBeside('Claim number', text)).toBe(value));

  test.each([
    ['The claim number 15-20718 was closed.'],
    ['Old claim number: 15-20718'],
    ['Claim numbers: 2'],
    ['Claim number:'],
    [`Claim number: ${'x'.repeat(400)}`],
  ])('is not in %j', (text) => expect(valueBeside('Claim number', text)).toBeUndefined());

  test.each(['', '  ', ':', '(.*)', '[', '\\'])(
    'a label %j finds nothing and fails at nothing',
    (label) => expect(valueBeside(label, 'a (b): c\n')).toBeUndefined(),
  );
});

describe('pointing at a value', () => {
  test.each([
    ['<dl><dt>Claim</dt><dd id="it">15-1</dd></dl>', { by: 'label', label: 'Claim' }],
    [
      '<table><tr><th>Claim</th><td id="it">15-1</td></tr></table>',
      { by: 'label', label: 'Claim' },
    ],
    ['<p id="it">Claim: 15-1</p>', { by: 'label', label: 'Claim' }],
    ['<p><b>15-1</b> of 2015 <i id="it">open</i></p>', { by: 'path', path: ['#it'] }],
  ])('%s', (html, locator) => {
    document.body.innerHTML = html;
    const element = document.querySelector('#it') as Element;
    const text = readBody().map.text;
    expect(locatorOfValue(element, text)).toEqual(locator);
  });

  test('the way to an element leads back to it, through shadow roots', () => {
    document.body.innerHTML = '<div><p>one</p><p>two</p><x-card></x-card></div>';
    const host = document.querySelector('x-card') as Element;
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<section><b>a</b><b data-field="claim">b</b></section>';
    const inner = root.querySelectorAll('b')[1] as Element;
    const path = pathTo(inner);
    expect(path).toHaveLength(2);
    expect(elementAt(path, document, (element) => element.shadowRoot)).toBe(inner);
    const second = document.querySelectorAll('p')[1] as Element;
    expect(elementAt(pathTo(second), document, none)).toBe(second);
  });

  test('a number that is made anew with each page is no name', () => {
    document.body.innerHTML = '<div id="ctl00_4839201"><span id="it48392">15-1</span></div>';
    expect(pathTo(document.querySelector('span') as Element).join()).not.toContain('48392');
  });
});

test('facts are what the places show; a place that is gone or broken gives none', () => {
  document.body.innerHTML = '<p>Claim: 15-1</p><input id="received" value="07/17/2015">';
  const facts = factsOf(
    {
      claimNumber: { by: 'label', label: 'Claim' },
      receivedDate: { by: 'path', path: ['#received'] },
      author: { by: 'path', path: ['#gone'] },
      requestDate: { by: 'path', path: ['p:nth-of-type('] },
    },
    'Claim: 15-1',
    document,
    none,
  );
  expect(facts).toEqual({ claimNumber: '15-1', receivedDate: '07/17/2015' });
});
