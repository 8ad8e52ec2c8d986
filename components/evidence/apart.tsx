import type { Evidence, EvidenceRole } from '../../lib/review/review.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { SetAside } from '../criterion/set-aside.tsx';
import { Quote } from './quote.tsx';

interface Kind {
  role: EvidenceRole;
  title: MessageKey;
  note: MessageKey;
  line: 'ambiguous' | 'aside';
}

const kinds: Kind[] = [
  {
    role: 'ambiguous',
    title: 'evidence_ambiguous',
    note: 'evidence_ambiguous_note',
    line: 'ambiguous',
  },
  { role: 'claim', title: 'evidence_claim', note: 'evidence_claim_note', line: 'aside' },
  { role: 'history', title: 'evidence_history', note: 'evidence_history_note', line: 'aside' },
];

/** What bears on the question without standing on either side, each kind for itself. */
export function Apart({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <>
      {kinds.map((kind) => (
        <KindOfEvidence
          key={kind.role}
          kind={kind}
          evidence={evidence.filter(({ role }) => role === kind.role)}
        />
      ))}
    </>
  );
}

function KindOfEvidence({ kind, evidence }: { kind: Kind; evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <section class={`apart ${kind.role}`} aria-label={words(kind.title)}>
      <h4>
        {kind.role === 'ambiguous' && <Glyph of="ambiguous" small />}
        {words(kind.title)} <span class="n">{evidence.length}</span>
      </h4>
      <p class="note">{words(kind.note)}</p>
      {evidence.map((piece) => (
        <Quote
          key={`${piece.document}:${piece.start}:${piece.end}`}
          passage={piece}
          meaning={kind.line}
          dated
          action={<SetAside piece={piece} />}
        />
      ))}
    </section>
  );
}
