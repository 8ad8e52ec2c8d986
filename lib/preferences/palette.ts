import type { Meaning } from './meaning.ts';

/** The colours of the five meanings on a light and on a dark page. */
export interface Palette {
  light: Record<Meaning, string>;
  dark: Record<Meaning, string>;
}

export const paletteIds = ['blue-rust', 'cyan-vermilion', 'violet-ochre', 'grey'] as const;

export type PaletteId = (typeof paletteIds)[number];

/**
 * Every hue has at least 4.5:1 on white (light) and on #1c1c1e (dark), and "supports" and
 * "opposes" stay apart in red, green and blue-yellow colour blindness; `test/preferences` measures
 * both. No palette has green beside red: neither side may read as good or bad.
 */
export const palettes: Record<PaletteId, Palette> = {
  'blue-rust': {
    light: {
      supports: '#21629d',
      opposes: '#924620',
      ambiguous: '#704a97',
      missing: '#556169',
      request: '#1e6d64',
    },
    dark: {
      supports: '#88bef6',
      opposes: '#eea584',
      ambiguous: '#c9a8f0',
      missing: '#b0bbc3',
      request: '#8ac7be',
    },
  },
  'cyan-vermilion': {
    light: {
      supports: '#00698a',
      opposes: '#b03a00',
      ambiguous: '#8a3d78',
      missing: '#595f63',
      request: '#4b6a1c',
    },
    dark: {
      supports: '#6fcbee',
      opposes: '#ff9a66',
      ambiguous: '#e6a3d4',
      missing: '#b6bcc0',
      request: '#b5cf86',
    },
  },
  'violet-ochre': {
    light: {
      supports: '#5b4bb0',
      opposes: '#80580a',
      ambiguous: '#1f6b66',
      missing: '#5a6066',
      request: '#2a68a0',
    },
    dark: {
      supports: '#b8acfa',
      opposes: '#e2b45e',
      ambiguous: '#86c9c2',
      missing: '#b3babf',
      request: '#8dbdf0',
    },
  },
  grey: {
    light: {
      supports: '#3b444a',
      opposes: '#3b444a',
      ambiguous: '#3b444a',
      missing: '#5b656b',
      request: '#3b444a',
    },
    dark: {
      supports: '#ccd3d8',
      opposes: '#ccd3d8',
      ambiguous: '#ccd3d8',
      missing: '#a9b2b8',
      request: '#ccd3d8',
    },
  },
};
