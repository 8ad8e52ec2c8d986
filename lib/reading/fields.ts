/** A field of the page with what stands in it. */
export interface FieldText {
  value: string;
  /** What it asks for, where the page says so. */
  label: string;
  /** A box of several lines: it stands apart. */
  large: boolean;
}

/** Input types whose value is text that a person wrote or chose. */
const textTypes = new Set([
  'text',
  'email',
  'tel',
  'url',
  'number',
  'date',
  'datetime-local',
  'month',
  'week',
  'time',
]);

export function isField(element: Element): boolean {
  const { localName } = element;
  return localName === 'input' || localName === 'textarea' || localName === 'select';
}

/** What a field shows, or undefined when it is no text of the case (a password, a search box). */
export function fieldText(element: Element): FieldText | undefined {
  if (element.localName === 'textarea') {
    const { value } = element as HTMLTextAreaElement;
    return { value: value.replace(/\r\n?/g, '\n').trim(), label: labelOf(element), large: true };
  }
  if (element.localName === 'select') {
    const { selectedOptions } = element as HTMLSelectElement;
    const value = Array.from(selectedOptions, (option) => plain(option.label || option.text)).join(
      ', ',
    );
    return { value, label: labelOf(element), large: false };
  }
  const input = element as HTMLInputElement;
  if (input.type === 'checkbox' || input.type === 'radio') {
    return { value: input.checked ? '[x]' : '[ ]', label: '', large: false };
  }
  if (!textTypes.has(input.type)) return undefined;
  return { value: plain(input.value), label: labelOf(element), large: false };
}

/** The words of the label that belongs to a field. */
function labelOf(element: Element): string {
  const labels = (element as HTMLInputElement).labels;
  for (const label of labels ?? []) {
    // A label around its field also holds the field's own text (the options of a select).
    if (!label.contains(element)) return plain(label.textContent ?? '');
  }
  return plain(element.getAttribute('aria-label') ?? '');
}

/** Words on one line. */
export function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
