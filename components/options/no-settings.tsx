import { sentenceOf } from '../../lib/wording/faults.ts';
import { Glyph } from '../base/glyph.tsx';

/** Settings that cannot be read: why, and that they were kept. */
export function NoSettings({ why }: { why: 'newer' | 'unreadable' }) {
  return (
    <p class="notice" role="alert">
      <Glyph of="fault" />
      {sentenceOf(why === 'newer' ? 'CG-501' : 'CG-504')}
    </p>
  );
}
