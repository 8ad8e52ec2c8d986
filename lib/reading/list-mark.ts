/** What the page shows before a list item, in characters of ours. */
export function listMark(item: Element, style: string): string {
  switch (style) {
    case 'none':
    case 'disclosure-open':
    case 'disclosure-closed':
      return '';
    case 'decimal':
    case 'decimal-leading-zero':
      return `${ordinal(item)}. `;
    case 'lower-alpha':
    case 'lower-latin':
      return `${letters(ordinal(item))}. `;
    case 'upper-alpha':
    case 'upper-latin':
      return `${letters(ordinal(item)).toUpperCase()}. `;
    default:
      return '- ';
  }
}

function ordinal(item: Element): number {
  let steps = 0;
  for (let at: Element | null = item; at; at = at.previousElementSibling) {
    if (at.localName !== 'li') continue;
    const own = at.getAttribute('value');
    if (own !== null) return Number(own) + steps;
    steps++;
  }
  const start = item.parentElement?.getAttribute('start');
  return (start === null || start === undefined ? 1 : Number(start)) + steps - 1;
}

function letters(number: number): string {
  let word = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    word = String.fromCharCode(97 + ((rest - 1) % 26)) + word;
  }
  return word;
}
