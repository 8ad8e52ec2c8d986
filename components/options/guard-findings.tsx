import type { IdentifierInField } from '../../lib/library/shared-text.ts';
import { words } from '../../lib/wording/words.ts';
import { identifierTexts, signTexts } from './snippet-words.ts';

interface Props {
  found: readonly IdentifierInField[];
  /** Saves again, with this name vouched for. */
  onVouch: (text: string) => void;
}

/** Why a save to a shared library was stopped: what was found, where and by what sign. */
export function GuardFindings({ found, onVouch }: Props) {
  return (
    <div class="refused" role="alert">
      <p>{words('guard_stopped')}</p>
      <ul class="packfaults">
        {found.map(({ kind, text, field, sign, start }) => (
          <li key={`${field}${start}`}>
            {words(
              'guard_found',
              text,
              field,
              words(identifierTexts[kind]),
              words(signTexts[sign]),
            )}{' '}
            {kind === 'name' && (
              <button type="button" class="link" onClick={() => onVouch(text)}>
                {words('guard_vouch', text)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
