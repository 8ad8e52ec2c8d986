import { type Meaning, meanings } from '../../lib/preferences/meaning.ts';
import { type PaletteId, paletteIds } from '../../lib/preferences/palette.ts';
import type { Preferences } from '../../lib/preferences/preferences.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { Choice } from './choice.tsx';
import { MarkPreview } from './mark-preview.tsx';
import { useOptionsActions } from './options-actions.ts';
import { PaletteSample } from './palette-sample.tsx';
import { ToggleRow } from './toggle-row.tsx';

const names = {
  supports: ['mark_supports', 'mark_supports_why'],
  opposes: ['mark_opposes', 'mark_opposes_why'],
  ambiguous: ['mark_ambiguous', 'mark_ambiguous_why'],
  missing: ['mark_missing', 'mark_missing_why'],
  request: ['mark_request', 'mark_request_why'],
} as const satisfies Record<Meaning, [MessageKey, MessageKey]>;

const paletteNames = {
  'blue-rust': 'palette_blue_rust',
  'cyan-vermilion': 'palette_cyan_vermilion',
  'violet-ochre': 'palette_violet_ochre',
  grey: 'palette_grey',
} as const satisfies Record<PaletteId, MessageKey>;

/** Which marks are drawn in the page, in which colours, and how that looks. */
export function MarksPart({ preferences }: { preferences: Preferences }) {
  const { save } = useOptionsActions();
  const { marksShown, palette } = preferences;
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">{words('part_marks')}</h2>
      <p class="lead">{words('marks_lead')}</p>
      <MarkPreview shown={marksShown} />
      <Choice
        preference="palette"
        title={words('setting_palette')}
        values={paletteIds}
        chosen={palette}
        show={(id) => <PaletteSample palette={id} name={words(paletteNames[id])} />}
        onChoose={(id) => void save('palette', id)}
      />
      <h3>{words('setting_marks_shown')}</h3>
      {meanings.map((meaning) => (
        <ToggleRow
          key={meaning}
          preference="marksShown"
          title={
            <>
              <Glyph of={meaning} /> {words(names[meaning][0])}
            </>
          }
          why={words(names[meaning][1])}
          on={marksShown[meaning]}
          onChange={(on) => void save('marksShown', { ...marksShown, [meaning]: on })}
        />
      ))}
    </section>
  );
}
