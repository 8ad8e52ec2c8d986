import type { FaultCode } from '../../../lib/case/fault.ts';

/** A field a reviewer can write in: one of plain text, or an editor's editable part. */
export type WritingField =
  | { kind: 'plain'; element: HTMLInputElement | HTMLTextAreaElement }
  | { kind: 'rich'; element: HTMLElement };

/**
 * The field an element is, lies in, or is the frame of. An element that holds several is not taken
 * for any of them: text goes into the chosen field and no other.
 */
export function writingFieldAt(chosen: Element): WritingField | FaultCode {
  if (isFrame(chosen)) {
    const inner = documentOf(chosen);
    if (inner === null) return 'CG-313';
    return inner.body ? writingFieldAt(inner.body) : 'CG-311';
  }
  if (isPlain(chosen)) return open(chosen);
  if (isEditable(chosen)) return { kind: 'rich', element: editingHost(chosen) };
  const inside = fieldsIn(chosen);
  const [only] = inside;
  return only && inside.length === 1 ? writingFieldAt(only) : 'CG-311';
}

/** What stands in a field, as it is read by people. */
export function contentOf({ kind, element }: WritingField): string {
  if (kind === 'plain') return element.value;
  // biome-ignore lint/performance/useDomNodeTextContent: paragraphs must not run into one another
  return element.innerText;
}

/** Text with every run of blanks and breaks as one space: editors break lines in their own ways. */
export function squeezed(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The fields of a document that hold a text. */
export function fieldsHolding(text: string, document: Document): Element[] {
  const wanted = squeezed(text);
  if (wanted === '') return [];
  const all = [...fieldsIn(document), ...(document.body ? [document.body] : [])];
  return all.filter((element) => {
    if (isFrame(element)) return false;
    const field = writingFieldAt(element);
    if (typeof field === 'string' || field.element !== element) return false;
    return squeezed(contentOf(field)).includes(wanted);
  });
}

function fieldsIn(root: ParentNode): Element[] {
  const found = [...root.querySelectorAll('textarea, input, [contenteditable], iframe')];
  const fields = found.filter(
    (element) =>
      (element.checkVisibility?.() ?? true) &&
      (isFrame(element) || isPlain(element) || isEditable(element)),
  );
  // A part of an editor's editable part is no field of its own.
  return fields.filter(
    (field) => !fields.some((other) => other !== field && other.contains(field)),
  );
}

function open(element: HTMLInputElement | HTMLTextAreaElement): WritingField | FaultCode {
  return element.readOnly || element.disabled ? 'CG-312' : { kind: 'plain', element };
}

/** By name and not by `instanceof`: an element of another frame is of that frame's classes. */
function isPlain(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  if (element.localName === 'textarea') return true;
  if (element.localName !== 'input') return false;
  return ['text', 'search'].includes((element as HTMLInputElement).type);
}

function isEditable(element: Element): element is HTMLElement {
  const { designMode, body } = element.ownerDocument;
  if (designMode === 'on' && element === body) return true;
  return (element as HTMLElement).isContentEditable === true;
}

function editingHost(element: HTMLElement): HTMLElement {
  let host = element;
  for (let at: HTMLElement | null = element; at?.isContentEditable; at = at.parentElement)
    host = at;
  return host;
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe';
}

function documentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    // A frame of another site.
    return null;
  }
}
