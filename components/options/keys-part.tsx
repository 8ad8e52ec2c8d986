import { useId, useState } from 'preact/hooks';
import type { Preferences } from '../../lib/preferences/preferences.ts';
import {
  defaultShortcuts,
  type ShortcutFault,
  type ShortcutId,
  shortcutFault,
  shortcutIds,
  writtenKey,
} from '../../lib/preferences/shortcuts.ts';
import { words } from '../../lib/wording/words.ts';
import { shortcutName, shownKey } from '../panel/shortcut-names.ts';
import { useOptionsActions } from './options-actions.ts';

/** The keys of panel and page, each changed by pressing the new one. */
export function KeysPart({ preferences }: { preferences: Preferences }) {
  const { save } = useOptionsActions();
  const { shortcuts } = preferences;
  const change = (id: ShortcutId, key: string | null) =>
    void save('shortcuts', { ...shortcuts, [id]: key });
  const pageOff = (shortcuts.nextMark === null) !== (shortcuts.previousMark === null);
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{words('part_keys')}</h2>
      <p class="lead">{words('keys_lead')}</p>
      {shortcutIds.map((id) => (
        <KeyField
          key={id}
          id={id}
          value={shortcuts[id]}
          faultOf={(key) => shortcutFault(id, key, shortcuts)}
          onChange={(key) => change(id, key)}
        />
      ))}
      {pageOff && <p class="lead">{words('keys_page_off')}</p>}
      <div class="bar">
        <button type="button" class="btn" onClick={() => void save('shortcuts', defaultShortcuts)}>
          {words('keys_defaults')}
        </button>
      </div>
    </section>
  );
}

interface FieldProps {
  id: ShortcutId;
  value: string | null;
  faultOf: (key: string) => ShortcutFault | undefined;
  onChange: (key: string | null) => void;
}

function KeyField({ id, value, faultOf, onChange }: FieldProps) {
  const name = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      setRefused(null);
      onChange(null);
      return;
    }
    const key = writtenKey(event);
    // Tab, arrows and the like go on doing what they do.
    if (key === null) return;
    event.preventDefault();
    const fault = faultOf(key);
    setRefused(fault ? faultWords(key, fault) : null);
    if (!fault) onChange(key);
  };
  return (
    <div class="keyfield">
      <label for={name}>{shortcutName(id)}</label>
      <input
        id={name}
        class="field"
        readOnly
        value={value === null ? words('shortcut_off') : shownKey(value)}
        aria-describedby={`${name}-why`}
        aria-invalid={refused !== null}
        onKeyDown={press}
        onBlur={() => setRefused(null)}
      />
      <span class="refusal" id={`${name}-why`} role="alert">
        {refused}
      </span>
    </div>
  );
}

function faultWords(key: string, fault: ShortcutFault): string {
  switch (fault.kind) {
    case 'not-a-key':
      return words('shortcut_not_a_key');
    case 'single-key':
      return words('shortcut_single_key');
    case 'of-the-browser':
      return words('shortcut_of_the_browser');
    case 'conflict':
      return words('shortcut_conflict', shownKey(key), shortcutName(fault.with));
  }
}
