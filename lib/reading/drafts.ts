/**
 * Boxes the reviewer writes in. Their text is a draft of the determination, and a draft must not
 * come back as evidence. What is pasted into a box may be record and stays one.
 */
export class Drafts {
  private readonly boxes = new WeakSet<Element>();

  /** Takes in an `input` event and where it happened; true when the reviewer wrote there. */
  take(event: Event, target: EventTarget | null): boolean {
    if (!event.isTrusted || !isWriting((event as InputEvent).inputType)) return false;
    const box = writingBox(target);
    if (box) this.boxes.add(box);
    return true;
  }

  /** A box that holds a draft by other ways than typing. */
  add(box: Element): void {
    this.boxes.add(box);
  }

  has(element: Element): boolean {
    return this.boxes.has(element);
  }
}

function isWriting(inputType: string | undefined): boolean {
  return inputType?.startsWith('insert') === true && !/FromPaste|FromDrop|Yank/.test(inputType);
}

function writingBox(target: EventTarget | null): Element | undefined {
  if (!(target instanceof Element)) return undefined;
  if (target.localName === 'textarea') return target;
  let box: Element | undefined;
  for (let at: Element | null = target; at; at = at.parentElement) {
    if ((at as HTMLElement).isContentEditable) box = at;
  }
  return box;
}
