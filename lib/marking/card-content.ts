import type { MarkTarget, PageMark } from '../case/page-mark.ts';
import { counted, words } from '../wording/words.ts';
import { aboutOf, kindOf, sourceOf, whyOf } from './card-words.ts';
import { elementsOf, type MakeElement } from './elements.ts';

/** What a card shows. */
export interface CardContent {
  marks: readonly PageMark[];
  /** Which of all passages this is: "mark 9 of 19". */
  number: number;
  of: number;
}

/** What can be done from a card. */
export interface CardActions {
  copy(): Promise<boolean>;
  /** Opens the review at this place; resolves to a sentence when that was not possible. */
  show(target: MarkTarget): Promise<string | undefined>;
}

/** So many readings of one passage are shown in full. */
const mostFull = 2;
/** More than this are said as a number. */
const mostReads = 6;

/** The card's inside: one reading after the other, then the two actions. */
export function cardContent(
  document: Document,
  { marks, number, of }: CardContent,
  actions: CardActions,
): HTMLElement[] {
  const element = elementsOf(document);
  const status = element('span', 'status', words('card_place', number, of));
  status.setAttribute('role', 'status');

  const show = async (target: MarkTarget) => {
    status.textContent = (await actions.show(target)) ?? status.textContent;
  };
  const button = (label: string, act: () => Promise<void>) => {
    const made = element('button', '', label);
    made.setAttribute('type', 'button');
    made.addEventListener('click', () => void act());
    return made;
  };

  const groups = byKind(marks);
  // Many readings: their questions are shown, the rest of each is in the panel.
  const reads = element('div', groups.length > mostFull ? 'reads brief' : 'reads');
  for (const group of groups.slice(0, mostReads))
    reads.append(readOf(group, element, button, show));
  if (groups.length > mostReads) {
    reads.append(element('p', 'source', counted('card_more', groups.length - mostReads)));
  }

  const foot = element('div', 'foot');
  foot.append(
    status,
    button(words('copy'), async () => {
      status.textContent = words((await actions.copy()) ? 'copied' : 'card_not_copied');
    }),
    button(words('card_show'), async () => {
      const target = marks[0]?.target;
      if (target) await show(target);
    }),
  );
  return [reads, foot];
}

type MakeButton = (label: string, act: () => Promise<void>) => HTMLElement;

/** Readings of one kind stand together: what each says in full is in the panel. */
function byKind(marks: readonly PageMark[]): PageMark[] {
  const groups = new Map<string, PageMark[]>();
  for (const mark of marks) {
    const key = `${mark.meaning} ${kindOf(mark)}`;
    groups.set(key, [...(groups.get(key) ?? []), mark]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const list = group.flatMap((mark) => mark.list ?? [{ words: mark.about, target: mark.target }]);
    const { start, end, meaning, kind, requests, target } = first;
    return [{ start, end, meaning, kind, requests, target, about: '', list }];
  });
}

function readOf(
  mark: PageMark,
  element: MakeElement,
  button: MakeButton,
  show: (target: MarkTarget) => Promise<void>,
): HTMLElement {
  const read = element('div', `read ${mark.meaning}`);
  const glyph = element('span', 'glyph');
  glyph.setAttribute('aria-hidden', 'true');
  read.append(glyph, element('span', 'kind', kindOf(mark)));
  const [about, why, source] = [aboutOf(mark), whyOf(mark), sourceOf(mark)];
  if (about) read.append(element('span', 'about', about));
  if (mark.list) {
    const list = element('ul', 'list');
    for (const { words: label, target } of mark.list) {
      const item = element('li', '');
      item.append(button(label, () => show(target)));
      list.append(item);
    }
    read.append(list);
  }
  if (why) read.append(element('p', 'why', why));
  if (source) read.append(element('p', 'source', source));
  return read;
}
