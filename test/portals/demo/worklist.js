import { element } from './elements.js';

const cases = await (await fetch('/api/cases')).json();
const body = document.querySelector('#cases');
const find = document.querySelector('input[name=find]');

/** Shows the cases whose number or matter holds what was typed. */
function show() {
  const wanted = find.value.trim().toLowerCase();
  const shown = cases.filter((one) => `${one.claim} ${one.title}`.toLowerCase().includes(wanted));
  body.replaceChildren(
    ...shown.map((one) =>
      element('tr', {}, [
        element('td', {}, [element('a', { href: `/cases/${one.id}` }, [one.claim])]),
        element('td', {}, [one.title]),
        element('td', {}, [one.facts?.['Request received'] ?? '–']),
        element('td', {}, [one.facts?.['Decision due'] ?? '–']),
        element('td', {}, [element('span', { class: 'status' }, [one.status])]),
      ]),
    ),
  );
  document.querySelector('#count').textContent =
    shown.length === 1 ? '1 claim' : `${shown.length} claims`;
}

find.addEventListener('input', show);
find.form.addEventListener('submit', (event) => event.preventDefault());
show();
