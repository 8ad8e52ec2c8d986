import type { Meaning } from '../../lib/preferences/meaning.ts';
import type { Preferences } from '../../lib/preferences/preferences.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';

const pieces: [Meaning | null, MessageKey][] = [
  ['request', 'preview_request'],
  [null, 'preview_after_request'],
  ['supports', 'preview_supports'],
  [null, 'preview_between'],
  ['opposes', 'preview_opposes'],
  [null, 'preview_between'],
  ['ambiguous', 'preview_ambiguous'],
  [null, 'preview_before_missing'],
  ['missing', 'preview_missing'],
];

/** How marks look on a light and on a dark page, with the colours and choices of now. */
export function MarkPreview({ shown }: { shown: Preferences['marksShown'] }) {
  return (
    <div class="previews">
      {(['light', 'dark'] as const).map((ground) => (
        <figure key={ground} class={`preview ${ground}`}>
          <figcaption>{words(ground === 'light' ? 'preview_light' : 'preview_dark')}</figcaption>
          <p>
            {pieces.map(([meaning, key], place) =>
              meaning !== null && shown[meaning] ? (
                <mark key={key} class={meaning}>
                  {words(key)}
                </mark>
              ) : (
                <span key={`${key}${place}`}>{words(key)}</span>
              ),
            )}
          </p>
        </figure>
      ))}
    </div>
  );
}
