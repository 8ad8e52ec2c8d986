import { element, part, table } from './elements.js';

const paragraphs = (texts) => texts.map((text) => element('p', {}, [text]));

function facts(one) {
  return element(
    'dl',
    { class: 'facts' },
    Object.entries({ Claim: one.claim, ...one.facts }).flatMap(([name, value]) => [
      element('dt', {}, [name]),
      element('dd', {}, [value]),
    ]),
  );
}

function request({ title, date, items }) {
  return part('request', `${title}, ${date}`, [
    table(
      ['Diagnosis', 'Code', 'Service or goods requested', 'Frequency, duration, quantity'],
      items.map((item) => [item.diagnosis, item.code, item.service, item.other]),
    ),
  ]);
}

function medications(list) {
  return part('medications', 'Current medications', [
    table(
      ['Drug', 'Directions', 'Quantity', 'Since', 'Prescriber'],
      list.map((drug) => [drug.drug, drug.directions, drug.quantity, drug.since, drug.prescriber]),
    ),
  ]);
}

function section({ heading, text = [], list = [] }) {
  const children = heading ? [element('h4', {}, [heading])] : [];
  children.push(...paragraphs(text));
  if (list.length > 0) {
    children.push(
      element(
        'ol',
        {},
        list.map((item) => element('li', {}, [item])),
      ),
    );
  }
  return children;
}

function note({ title, date, author, sections }) {
  return element('article', { class: 'note' }, [
    element('h3', {}, [title]),
    element('p', { class: 'byline' }, [`${date} · ${author}`]),
    ...sections.flatMap(section),
  ]);
}

function letter({ title, date, text }) {
  return element('article', { class: 'note' }, [
    element('h3', {}, [title]),
    element('p', { class: 'byline' }, [date]),
    ...paragraphs(text),
  ]);
}

/** The reviewer's own part: what is written here stays in the page, there is no one to send it to. */
function decision() {
  const choice = (value, label) =>
    element('label', {}, [
      element('input', { type: 'radio', name: 'decision', value }),
      ` ${label}`,
    ]);
  const form = element('form', { class: 'decision' }, [
    element('fieldset', {}, [
      element('legend', {}, ['Decision']),
      choice('approve', 'Approve'),
      choice('modify', 'Modify'),
      choice('deny', 'Deny'),
    ]),
    element('label', { for: 'rationale' }, ['Rationale']),
    element('textarea', { id: 'rationale', name: 'rationale', rows: '8', spellcheck: 'true' }),
    element('div', { class: 'buttons' }, [
      element('button', { type: 'button' }, ['Save draft']),
      element('button', { type: 'submit', class: 'main' }, ['Submit decision']),
    ]),
    element('p', { role: 'status' }),
  ]);
  const say = (text) => {
    form.querySelector('[role=status]').textContent = text;
  };
  form.querySelector('button[type=button]').addEventListener('click', () => say('Draft saved.'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say('Decision recorded.');
  });
  return part('decision', 'Your decision', [form]);
}

/** Everything the case page shows of one case, in order. */
export function caseView(one) {
  const parts = [
    element('p', { class: 'path' }, [element('a', { href: '/' }, ['Worklist']), ` / ${one.claim}`]),
    element('h1', {}, [one.title]),
    facts(one),
  ];
  if (one.determination) {
    parts.push(
      part('notes', 'Determination as published', [
        element('pre', { class: 'determination' }, [one.determination]),
      ]),
    );
  } else {
    parts.push(
      request(one.request),
      medications(one.medications),
      part('notes', 'Clinical notes', one.documents.map(note)),
      part('correspondence', 'Correspondence', one.correspondence.map(letter)),
    );
  }
  return [...parts, decision()];
}
