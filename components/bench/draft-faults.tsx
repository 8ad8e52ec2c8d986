import { counted, worded, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import type { ShownAnswer } from './bench-data.ts';

interface Props {
  answer: ShownAnswer | null;
  /** A rule stopped, in its own words. */
  stopped: string | null;
  onGo: (offset: number) => void;
}

/** What is wrong with the pack, in plain words, each with the way to its line. */
export function DraftFaults({ answer, stopped, onGo }: Props) {
  const faults = answer?.faults ?? [];
  return (
    <div class="bench__faults">
      <div role="status">
        <h3>{headline(answer, stopped)}</h3>
      </div>
      {(faults.length > 0 || stopped !== null) && (
        <ul class="rows">
          {stopped !== null && (
            <li class="hang">
              <Glyph of="fault" />
              <span class="hang__main">{words('bench_stopped', stopped)}</span>
            </li>
          )}
          {faults.map(({ start, line, path, reason, leftOut }) => (
            <li key={`${start}${path}${reason.name}`}>
              <button type="button" class="hang" onClick={() => onGo(start)}>
                <Glyph of="fault" />
                <span class="hang__main">{worded(reason)}</span>
                <span class="hang__end">{words('bench_line', line)}</span>
                <span class="why">
                  {path !== '' && <code>{path}</code>}{' '}
                  {leftOut === 'entry' && words('bench_entry_left_out')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function headline(answer: ShownAnswer | null, stopped: string | null): string {
  if (answer === null) return stopped === null ? '' : words('bench_faults');
  const { faults } = answer;
  if (faults.length === 0) return words('bench_no_faults');
  return faults.some(({ leftOut }) => leftOut === 'pack')
    ? counted('bench_unusable', faults.length)
    : counted('bench_partly', faults.length);
}
