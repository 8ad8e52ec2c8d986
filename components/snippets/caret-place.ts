/** Where the caret of a field stands, in pixels from the field's upper left corner. */
export interface CaretPlace {
  left: number;
  /** Lower edge of the caret's line. */
  bottom: number;
}

/** What of a field's style decides where its words break. */
const copied = [
  'boxSizing',
  'width',
  'borderWidth',
  'borderStyle',
  'padding',
  'font',
  'letterSpacing',
  'lineHeight',
  'textIndent',
  'textTransform',
  'tabSize',
  'wordSpacing',
] as const;

/** Measures the place of a character in a text field, which the browser does not tell. */
export function caretPlace(field: HTMLTextAreaElement, at: number): CaretPlace {
  const { ownerDocument: document } = field;
  const style = getComputedStyle(field);
  const mirror = document.createElement('div');
  mirror.ariaHidden = 'true';
  for (const name of copied) mirror.style[name] = style[name];
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  });
  mirror.textContent = field.value.slice(0, at);
  const mark = document.createElement('span');
  // The word behind the caret breaks as it does in the field.
  mark.textContent = field.value.slice(at) || '.';
  mirror.append(mark);
  field.after(mirror);
  const line = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.4;
  const place = {
    left: mark.offsetLeft,
    bottom: mark.offsetTop + line - field.scrollTop,
  };
  mirror.remove();
  return place;
}
