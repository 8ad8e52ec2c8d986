import type { Evidence } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { SetAside } from '../criterion/set-aside.tsx';
import { Quote } from './quote.tsx';

/** Both sides in the same width and type. A side without a passage says so and keeps its place. */
export function Sides({ evidence }: { evidence: readonly Evidence[] }) {
  const supports = evidence.filter(({ role }) => role === 'supports');
  const opposes = evidence.filter(({ role }) => role === 'opposes');
  if (supports.length + opposes.length === 0) return null;
  return (
    <div class="sides">
      <Side meaning="supports" title={words('side_for')} evidence={supports} />
      <Side meaning="opposes" title={words('side_against')} evidence={opposes} />
    </div>
  );
}

interface SideProps {
  meaning: 'supports' | 'opposes';
  title: string;
  evidence: readonly Evidence[];
}

function Side({ meaning, title, evidence }: SideProps) {
  return (
    <section class={`side ${meaning}`} aria-label={title}>
      <h4>
        <Glyph of={meaning} small />
        {title} <span class="n">{evidence.length}</span>
      </h4>
      {evidence.map((piece) => (
        <Quote
          key={`${piece.document}:${piece.start}:${piece.end}`}
          passage={piece}
          meaning={meaning}
          dated
          action={<SetAside piece={piece} />}
        />
      ))}
      {evidence.length === 0 && <p class="none">{words('side_none')}</p>}
    </section>
  );
}
