import { describe, expect, test } from 'vitest';
import { meanings } from '../../lib/preferences/meaning.ts';
import { paletteIds, palettes } from '../../lib/preferences/palette.ts';

type Rgb = [number, number, number];

/** Linear light, 0 to 1 (WCAG 2.2, relative luminance). */
function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))].sort((m, n) => n - m) as [
    number,
    number,
  ];
  return (x + 0.05) / (y + 0.05);
}

// Machado, Oliveira and Fernandes 2009, severity 1.0, in linear light.
const colourVision: Record<string, [Rgb, Rgb, Rgb]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(hex: string, matrix: [Rgb, Rgb, Rgb]): Rgb {
  const c = linear(hex);
  return matrix.map((row) =>
    Math.min(1, Math.max(0, row[0] * c[0] + row[1] * c[1] + row[2] * c[2])),
  ) as Rgb;
}

/** Oklab: distances are even to the eye. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const grounds = { light: '#ffffff', dark: '#1c1c1e' } as const;

describe.each(paletteIds)('%s', (id) => {
  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    test.each(meanings)('%s can be read as text', (meaning) => {
      expect(contrast(palettes[id][theme][meaning], grounds[theme])).toBeGreaterThanOrEqual(4.5);
    });

    test('neither side is louder', () => {
      const { supports, opposes } = palettes[id][theme];
      const [a, b] = [supports, opposes].map((hex) => oklab(linear(hex))[0]) as [number, number];
      expect(Math.abs(a - b)).toBeLessThan(0.07);
    });
  });
});

describe.each(paletteIds.filter((id) => id !== 'grey'))('%s', (id) => {
  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    test.each(Object.keys(colourVision))('the two sides stay apart with %s', (kind) => {
      const matrix = colourVision[kind] as [Rgb, Rgb, Rgb];
      const { supports, opposes } = palettes[id][theme];
      const apart = distance(oklab(seen(supports, matrix)), oklab(seen(opposes, matrix)));
      expect(apart).toBeGreaterThan(0.08);
    });
  });
});
