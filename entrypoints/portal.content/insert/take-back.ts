import { pause, tellOfInput } from './put-in.ts';
import { contentOf, squeezed, type WritingField } from './writing-field.ts';

/**
 * Undoes the last change of a field, by the field's own means where they are to be trusted:
 * `isLatest` says that nothing else was written in the page since, so that the browser's undo
 * reaches this change and no other. True when the field holds what it held before.
 */
export async function takeBack(
  field: WritingField,
  before: string,
  isLatest: boolean,
): Promise<boolean> {
  const isDone = () => squeezed(contentOf(field)) === squeezed(before);
  field.element.focus();
  for (const way of waysToUndo(field, before, isLatest)) {
    const was = contentOf(field);
    way();
    for (let turn = 0; turn < turns && !isDone(); turn += 1) await pause(turnTime);
    if (isDone()) return true;
    // It undid something, and not all: another way would undo more than was put in.
    if (contentOf(field) !== was && field.kind === 'rich') return false;
  }
  return false;
}

function* waysToUndo(
  { kind, element }: WritingField,
  before: string,
  isLatest: boolean,
): Generator<() => void> {
  if (kind === 'plain') {
    if (isLatest) yield () => element.ownerDocument.execCommand('undo');
    yield () => {
      element.setRangeText(before, 0, element.value.length, 'end');
      tellOfInput(element, 'historyUndo');
    };
    return;
  }
  // An editor keeps a history of its own, and undoes by its key.
  yield () => pressUndo(element);
  yield () => {
    const event = { bubbles: true, cancelable: true, composed: true, inputType: 'historyUndo' };
    element.dispatchEvent(new InputEvent('beforeinput', event));
  };
  if (isLatest) yield () => element.ownerDocument.execCommand('undo');
}

function pressUndo(element: HTMLElement): void {
  const isMac = /mac/i.test(navigator.platform);
  const key = {
    key: 'z',
    code: 'KeyZ',
    keyCode: 90,
    which: 90,
    ctrlKey: !isMac,
    metaKey: isMac,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  element.dispatchEvent(new KeyboardEvent('keydown', key));
  element.dispatchEvent(new KeyboardEvent('keyup', key));
}

const turns = 6;
const turnTime = 50;
