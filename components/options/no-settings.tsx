import { FaultLine } from '../base/fault-line.tsx';

/** Settings that cannot be read: why, and that they were kept. */
export function NoSettings({ why }: { why: 'newer' | 'unreadable' }) {
  return (
    <div class="notice" role="alert">
      <FaultLine code={why === 'newer' ? 'CG-501' : 'CG-504'} about={[]} />
    </div>
  );
}
