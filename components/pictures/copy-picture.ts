/** What of a mark's look is written into a picture that leaves the page's style sheets. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
/** Sharp on screens and in letters. */
const PIXELS_A_UNIT = 2;
const MARGIN = 12;
const LINE = 18;

/**
 * Puts a drawn picture on the clipboard as PNG, with its title and sentence above it; whether the
 * browser allowed it.
 */
export async function copyPicture(svg: SVGSVGElement, lines: readonly string[]): Promise<boolean> {
  try {
    // A promise, so that the click still counts while the image is made.
    const image = pngOf(svg, lines);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
    return true;
  } catch {
    return false;
  }
}

async function pngOf(svg: SVGSVGElement, lines: readonly string[]): Promise<Blob> {
  const { source, width, height } = standalone(svg, lines);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PIXELS_A_UNIT;
  canvas.height = height * PIXELS_A_UNIT;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png');
  });
}

/** The picture as a text of its own: looks written out, paper below, words above. */
export function standalone(
  svg: SVGSVGElement,
  lines: readonly string[],
): { source: string; width: number; height: number } {
  const [, , innerWidth = 0, innerHeight = 0] = (svg.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  copies.forEach((element, at) => {
    const looks = getComputedStyle(originals[at] as Element);
    for (const look of LOOKS) {
      const value = looks.getPropertyValue(look);
      if (value !== '') element.setAttribute(look, value);
    }
    element.removeAttribute('class');
  });
  const styles = getComputedStyle(svg.closest('.panel') ?? document.body);
  const above = lines.length * LINE;
  const width = innerWidth + 2 * MARGIN;
  const height = innerHeight + above + 2 * MARGIN;
  const outer = document.createElementNS(SVG, 'svg');
  outer.setAttribute('xmlns', SVG);
  outer.setAttribute('width', String(width));
  outer.setAttribute('height', String(height));
  outer.append(shape('rect', { width, height, fill: styles.backgroundColor || '#ffffff' }));
  lines.forEach((line, at) => {
    const words = shape('text', {
      x: MARGIN,
      y: MARGIN + LINE * at + 12,
      fill: styles.color || '#000000',
      'font-family': styles.fontFamily || 'sans-serif',
      'font-size': at === 0 ? 12 : 13,
      'font-weight': at === 1 ? 600 : 400,
    });
    words.textContent = line;
    outer.append(words);
  });
  const inner = shape('g', { transform: `translate(${MARGIN} ${MARGIN + above})` });
  inner.append(...copy.childNodes);
  outer.append(inner);
  return { source: new XMLSerializer().serializeToString(outer), width, height };
}

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
