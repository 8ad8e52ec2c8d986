/**
 * Writes a text over a part of a field as if it were typed: the browser's own undo takes it back.
 * `start` and `end` are UTF-16 offsets, the end exclusive.
 */
export function writeInField(
  field: HTMLTextAreaElement,
  start: number,
  end: number,
  text: string,
): void {
  field.focus();
  field.setSelectionRange(start, end);
  // Deprecated, and the only way that keeps the undo of the field.
  if (document.execCommand?.('insertText', false, text)) return;
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
