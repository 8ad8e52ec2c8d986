import { words } from '../../lib/wording/words.ts';
import { Icon } from './icon.tsx';

/** The head of a view that is gone back from. */
export function ViewHead({ title, onBack }: { title: string; onBack: () => void }) {
  return (
    <div class="path">
      <span class="path__no">
        <button type="button" class="iconbtn" aria-label={words('back')} onClick={onBack}>
          <Icon name="left" />
        </button>
      </span>
      <h2 title={title}>{title}</h2>
    </div>
  );
}
