import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';

const lines: [string[], MessageKey][] = [
  [['J', 'K'], 'key_move'],
  [['[', ']'], 'key_request'],
  [['Enter'], 'key_open'],
  [['S'], 'key_show'],
  [['C'], 'key_copy_citation'],
  [['R'], 'key_copy_receipt'],
  [['/'], 'key_search_again'],
  [['D'], 'key_draft'],
  [['M'], 'key_marks'],
  [['Esc'], 'key_back'],
  [['?'], 'key_help'],
];

/** The list of keys. */
export function KeysHelp({ singleKeys, onClose }: { singleKeys: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
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
        {lines.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words(meaning)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
