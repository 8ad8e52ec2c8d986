// Pages as they should not be, to try the extension on: ?empty, ?huge, ?storm.
import { element } from './elements.js';

const HUGE = 5_000_000;

const sentencesOf = (cases) =>
  cases
    .flatMap((one) => one.documents ?? [])
    .flatMap(({ sections }) => sections.flatMap(({ text = [], list = [] }) => [...text, ...list]));

/** 5 MB of notes, the paragraphs of all cases again and again. */
function fill(main, sentences) {
  const notes = element('section', { id: 'more-notes' });
  for (let length = 0, i = 0; length < HUGE; i++) {
    const text = sentences[i % sentences.length];
    notes.append(element('p', {}, [text]));
    length += text.length;
  }
  main.append(notes);
}

/** Replaces the text of every paragraph ten times a second. */
function storm(main, sentences) {
  let turn = 0;
  setInterval(() => {
    turn++;
    main.querySelectorAll('#notes p').forEach((paragraph, i) => {
      paragraph.textContent = sentences[(i + turn) % sentences.length];
    });
  }, 100);
}

/** Changes the page as the query asks. */
export function misbehave(query, main, cases) {
  const sentences = sentencesOf(cases);
  if (query.has('empty')) {
    document.title = '';
    document.body.replaceChildren(element('canvas', { width: '600', height: '400' }));
  }
  if (query.has('huge')) fill(main, sentences);
  if (query.has('storm')) storm(main, sentences);
}
