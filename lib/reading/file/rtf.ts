/**
 * The text of an RTF file: paragraphs, tabs, table cells and special characters; what the format
 * keeps beside the text (fonts, pictures, headers of the file) is passed over.
 */

/** Groups that hold no text of the document. */
const passedOver = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'themedata',
  'colorschememapping',
  'latentstyles',
  'datastore',
  'xmlnstbl',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'filetbl',
  'revtbl',
  'fldinst',
  'nonshppict',
  'wgrffmtfilter',
  'header',
  'footer',
]);

const written: Record<string, string> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};

/** Windows-1252 where it differs from Latin-1, from 0x80 on. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

interface Group {
  isPassedOver: boolean;
  /** Characters that stand in for each one told by its number. */
  standIns: number;
}

/** Throws a RangeError for a text that is no RTF. */
export function textOfRtf(rtf: string): string {
  if (!rtf.startsWith('{\\rtf')) throw new RangeError('no RTF');
  const parts: string[] = [];
  const groups: Group[] = [];
  let group: Group = { isPassedOver: false, standIns: 1 };
  let leftOut = 0;
  const write = (words: string) => {
    if (group.isPassedOver) return;
    if (leftOut > 0) leftOut -= 1;
    else parts.push(words);
  };
  const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy;
  for (let found = token.exec(rtf); found; found = token.exec(rtf)) {
    const [, word, number, hex, sign, brace, words] = found;
    if (brace === '{') {
      groups.push(group);
      group = { ...group };
    } else if (brace === '}') {
      group = groups.pop() ?? group;
      leftOut = 0;
    } else if (words !== undefined) {
      const shown = leftOut > 0 ? words.slice(leftOut) : words;
      leftOut = Math.max(0, leftOut - words.length);
      if (!group.isPassedOver) parts.push(shown);
    } else if (hex !== undefined) {
      const code = Number.parseInt(hex, 16);
      write(code >= 0x80 && code < 0xa0 ? (windows[code - 0x80] ?? '') : String.fromCharCode(code));
    } else if (sign !== undefined) {
      if (sign === '*') group.isPassedOver = true;
      else if (sign === '~') write(' ');
      else if (sign === '_') write('-');
      else if (/[\\{}]/.test(sign)) write(sign);
      else if (/[\r\n]/.test(sign)) write('\n');
    } else if (word !== undefined) {
      if (passedOver.has(word)) group.isPassedOver = true;
      else if (word === 'uc') group.standIns = Number(number ?? 1);
      else if (word === 'u') {
        write(String.fromCharCode(Number(number) & 0xffff));
        leftOut = group.standIns;
      } else if (word === 'bin') token.lastIndex += Number(number ?? 0);
      else if (Object.hasOwn(written, word)) write(written[word] ?? '');
    }
  }
  return parts
    .join('')
    .replace(/\t\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
