import { useEffect, useRef } from 'preact/hooks';
import { meanings } from '../../lib/preferences/meaning.ts';
import { type PaletteId, palettes } from '../../lib/preferences/palette.ts';

/** A palette by name, with its five colours. */
export function PaletteSample({ palette, name }: { palette: PaletteId; name: string }) {
  const row = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { light, dark } = palettes[palette];
    meanings.forEach((meaning, place) => {
      const cell = row.current?.children[place] as HTMLElement | undefined;
      cell?.style.setProperty('--m', `light-dark(${light[meaning]}, ${dark[meaning]})`);
    });
  }, [palette]);
  return (
    <span class="palette">
      {name}
      <span class="palette__row" ref={row} aria-hidden="true">
        {meanings.map((meaning) => (
          <i key={meaning} />
        ))}
      </span>
    </span>
  );
}
