import type { WritingField } from './writing-field.ts';

/** A text in both its forms. */
export interface Words {
  plain: string;
  html: string;
}

/**
 * Puts a text into a field as typing or pasting would, so that the page's own scripts take notice
 * and its undo knows of it: at the caret where the field is in use, else at its end. What is
 * selected is not replaced.
 */
export async function putIn(field: WritingField, words: Words): Promise<void> {
  if (field.kind === 'plain') putInPlain(field.element, words.plain);
  else await putInRich(field.element, words);
}

type Plain = Extract<WritingField, { kind: 'plain' }>['element'];

function putInPlain(element: Plain, text: string): void {
  const { value, ownerDocument } = element;
  const isInUse = isActive(element);
  element.focus();
  const end = isInUse ? (element.selectionEnd ?? value.length) : value.length;
  element.setSelectionRange(end, end);
  const gap = isInUse || value.trim() === '' ? '' : gapAfter(element);
  if (ownerDocument.execCommand('insertText', false, gap + text) && element.value !== value) return;
  element.setRangeText(gap + text, end, end, 'end');
  tellOfInput(element, 'insertText');
}

function gapAfter({ localName, value }: Plain): string {
  if (localName === 'input') return ' ';
  return '\n'.repeat(Math.max(0, 2 - (value.match(/\n*$/)?.[0].length ?? 0)));
}

async function putInRich(element: HTMLElement, { plain, html }: Words): Promise<void> {
  const { ownerDocument } = element;
  const isInUse = isActive(element);
  element.focus();
  putCaret(element, isInUse);
  // A paste continues the paragraph it comes to; at the end of others' words it is to begin anew.
  const isContinued = isInUse || (element.textContent ?? '').trim() === '';
  const words = isContinued
    ? { plain, html }
    : { plain: `\n\n${plain}`, html: html && `<p><br></p>${html}` };
  // Editors follow the caret a moment later.
  await pause(settleTime);
  if (paste(element, words)) return;
  if (words.html !== '' && ownerDocument.execCommand('insertHTML', false, words.html)) return;
  ownerDocument.execCommand('insertText', false, words.plain);
}

/** Offers the text as a paste does; true when the page's own editor took it. */
function paste(element: HTMLElement, { plain, html }: Words): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', plain);
  if (html !== '') clipboardData.setData('text/html', html);
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  const at = element.ownerDocument.getSelection()?.anchorNode;
  const target = at && element.contains(at) ? (at.parentElement ?? element) : element;
  const isWithin = target === element || element.contains(target);
  return !(isWithin ? target : element).dispatchEvent(event);
}

function putCaret(element: HTMLElement, isInUse: boolean): void {
  const selection = element.ownerDocument.getSelection();
  if (!selection) return;
  if (isInUse && element.contains(selection.anchorNode)) {
    selection.collapseToEnd();
    return;
  }
  selection.selectAllChildren(element);
  selection.collapseToEnd();
}

/** Tells the page's scripts that a field changed, as the browser does after typing. */
export function tellOfInput(element: HTMLElement, inputType: string): void {
  element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

export function isActive(element: HTMLElement): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.activeElement === element && element !== element.ownerDocument.body;
}

/** Long enough for an editor to bring itself in line with its page, in milliseconds. */
const settleTime = 80;

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}
