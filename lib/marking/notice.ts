import { Card } from './card.ts';
import { elementsOf } from './elements.ts';
import { shadeOf } from './shade.ts';

/** What a notice says. Given whole: it may be shown when the extension, and its messages, are gone. */
export interface NoticeWords {
  label: string;
  sentence: string;
  close: string;
}

/** Says one sentence in the corner of the page until it is closed. */
export function showNotice(document: Document, style: string, said: NoticeWords): void {
  const view = document.defaultView;
  if (!view) return;
  const element = elementsOf(document);
  const card = new Card(document, style, said.label);
  const close = element('button', '', said.close);
  close.setAttribute('type', 'button');
  close.addEventListener('click', () => card.close());
  const foot = element('div', 'foot');
  foot.append(element('span', ''), close);
  const words = element('p', 'notice', said.sentence);
  words.setAttribute('role', 'status');
  const corner = new DOMRect(view.innerWidth, 0, 0, 0);
  card.open([words, foot], corner, shadeOf(document.body ?? document.documentElement), null);
}
