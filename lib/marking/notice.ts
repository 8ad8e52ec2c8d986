import { Card } from './card.ts';
import { elementsOf } from './elements.ts';
import { shadeOf } from './shade.ts';

/** Says one sentence in the corner of the page until it is closed. */
export function showNotice(document: Document, style: string, sentence: string): void {
  const view = document.defaultView;
  if (!view) return;
  const element = elementsOf(document);
  const card = new Card(document, style);
  const close = element('button', '', 'Close');
  close.setAttribute('type', 'button');
  close.addEventListener('click', () => card.close());
  const foot = element('div', 'foot');
  foot.append(element('span', ''), close);
  const words = element('p', 'notice', sentence);
  words.setAttribute('role', 'status');
  const corner = new DOMRect(view.innerWidth, 0, 0, 0);
  card.open([words, foot], corner, shadeOf(document.body ?? document.documentElement), null);
}
