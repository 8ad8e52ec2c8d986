import { caseView } from './case-view.js';
import { element } from './elements.js';
import { misbehave } from './misbehave.js';

const main = document.querySelector('#case');
const queue = document.querySelector('.queue');
const cases = await (await fetch('/api/cases')).json();

const shownId = () => location.pathname.split('/').pop();

/** Shows the case the address names, without loading the page anew. */
function show() {
  const one = cases.find(({ id }) => id === shownId());
  document.title = `${one ? one.claim : 'Case not found'} · Northgate Claims`;
  main.replaceChildren(
    ...(one ? caseView(one) : [element('h1', {}, ['This case is not in your worklist.'])]),
  );
  for (const link of queue.querySelectorAll('a')) {
    if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

queue.append(
  element('h2', {}, ['My cases']),
  element(
    'ul',
    {},
    cases.map((one) =>
      element('li', {}, [
        element('a', { href: `/cases/${one.id}` }, [
          element('strong', {}, [one.claim]),
          element('span', {}, [one.title]),
        ]),
      ]),
    ),
  ),
);
queue.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show();
  scrollTo(0, 0);
});
addEventListener('popstate', show);
show();
misbehave(new URLSearchParams(location.search), main, cases);
