import { counted, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import type { ReaderActions, ReaderData } from './reader-data.ts';

/** What is under way, and pages without text with the offer to read their pictures. */
export function ScannedPages({ data, actions }: { data: ReaderData; actions: ReaderActions }) {
  const { progress, pages } = data;
  if (progress !== null) return <Progress progress={progress} onCancel={() => actions.cancel()} />;
  const scanned = pages.filter(({ state }) => state === 'no-text' || state === 'failed').length;
  const waiting = pages.filter(({ state }) => state === 'waiting').length;
  return (
    <>
      {waiting > 0 && (
        <p class="notice">
          <Glyph of="fault" />
          {counted('reader_waiting', waiting)}
        </p>
      )}
      {scanned > 0 && data.kind === 'pdf' && (
        <div class="notice">
          <Glyph of="fault" />
          <p>{counted('reader_scanned', scanned)}</p>
          <button type="button" class="btn" onClick={() => void actions.recognise()}>
            {words('reader_recognise')}
          </button>
        </div>
      )}
      {scanned > 0 && data.kind === 'text' && (
        <p class="notice">
          <Glyph of="fault" />
          {words('reader_empty')}
        </p>
      )}
    </>
  );
}

const told = {
  opening: 'reader_opening',
  reading: 'reader_reading',
  recognising: 'reader_recognising',
} as const;

interface ProgressProps {
  progress: NonNullable<ReaderData['progress']>;
  onCancel: () => void;
}

function Progress({ progress: { what, done, of }, onCancel }: ProgressProps) {
  const said = words(told[what], done, of);
  return (
    <div class="notice reader__progress">
      <p>{said}</p>
      {of > 0 && <progress value={done} max={of} aria-label={said} />}
      <button type="button" class="btn" onClick={onCancel}>
        {words('cancel')}
      </button>
    </div>
  );
}
