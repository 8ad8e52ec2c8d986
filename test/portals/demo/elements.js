/** Makes an element with attributes and children (elements or text). */
export function element(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A table with a heading row. */
export function table(headings, rows) {
  return element('table', { class: 'grid' }, [
    element('thead', {}, [
      element(
        'tr',
        {},
        headings.map((text) => element('th', { scope: 'col' }, [text])),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((text) => element('td', {}, [text])),
        ),
      ),
    ),
  ]);
}

/** A titled part of the page. */
export function part(id, title, children) {
  return element('section', { id, 'aria-labelledby': `${id}-title` }, [
    element('h2', { id: `${id}-title` }, [title]),
    ...children,
  ]);
}
