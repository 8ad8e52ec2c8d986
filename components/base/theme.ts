import { meanings } from '../../lib/preferences/meaning.ts';
import { palettes } from '../../lib/preferences/palette.ts';
import type { Preferences } from '../../lib/preferences/preferences.ts';

type Looks = Pick<Preferences, 'theme' | 'textSize' | 'palette'>;

/** Gives a page of the extension the theme, text size and colours the reader chose. */
export function applyTheme(root: HTMLElement, { theme, textSize, palette }: Looks): void {
  root.dataset.theme = theme;
  root.style.setProperty('--text-size', String(textSize / 100));
  const { light, dark } = palettes[palette];
  for (const meaning of meanings) {
    root.style.setProperty(
      `--palette-${meaning}`,
      `light-dark(${light[meaning]}, ${dark[meaning]})`,
    );
  }
}
