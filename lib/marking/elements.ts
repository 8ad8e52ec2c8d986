export type MakeElement = (name: string, className: string, words?: string) => HTMLElement;

/** Makes elements of the card: HTML also in pages of XHTML or plain XML. */
export function elementsOf(document: Document): MakeElement {
  return (name, className, words) => {
    const made = document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElement;
    if (className) made.className = className;
    if (words) made.textContent = words;
    return made;
  };
}
