import { useLayoutEffect, useRef } from 'preact/hooks';
import { shortcutIds } from '../../lib/preferences/shortcuts.ts';
import { words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { useActions } from './actions.ts';
import { shortcutName, shownKey } from './shortcut-names.ts';
import { useShortcuts } from './shortcuts.ts';

/** The list of keys. */
export function KeysHelp({ singleKeys, onClose }: { singleKeys: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shortcuts = useShortcuts();
  const { openOptions } = useActions();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const lines = [
    ...shortcutIds.flatMap((id) => {
      const key = shortcuts[id];
      return key === null ? [] : [[shownKey(key), shortcutName(id)] as const];
    }),
    ['Enter', words('key_open')] as const,
    ['Esc', words('key_back')] as const,
  ];
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <div class="keys__top">
        <h2 id="keys-title">{words('keys_title')}</h2>
        <button
          type="button"
          class="iconbtn"
          aria-label={words('close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {!singleKeys && <p class="keys__off">{words('keys_off')}</p>}
      <dl>
        {lines.map(([key, meaning]) => (
          <div key={meaning}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="link" onClick={() => openOptions('keys')}>
        {words('keys_change')}
      </button>
    </dialog>
  );
}
