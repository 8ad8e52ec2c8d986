/**
 * `npm run bench:unrelated`: what is taken for evidence in notes that know nothing of the request. Public
 * transcriptions of all specialties are each read behind one form that asks for a treatment of every kind;
 * little of what is found there is evidence. `-- --every=N` takes each Nth text (8), `-- --detail WORD…`
 * prints what was found for criteria whose id holds a word, a few of each; another `--seed=N` shows others.
 */
import { parseArgs } from 'node:util';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import type { EvidenceRole } from '../../lib/review/review.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { sharedFile } from '../language/gold-lines.ts';
import { loadTexts } from './language-corpus.ts';
import { printTable } from './table.ts';

const FORM = `REQUEST FOR AUTHORIZATION

Date: 03/01/2015

1. Trigger point injections x3, left trapezius
2. Cyclobenzaprine 10 mg, 1 po tid, #90
3. Klonopin 1 mg, 1 po bid, #60
4. Physical therapy 2x6, lumbar spine
5. Norco 10/325, 1 po q6h, #120
6. Acupuncture 2x3, neck
7. Chiropractic 2x6, low back
8. Lumbar epidural steroid injection L4-5 left
9. Medial branch blocks L4-5, L5-S1 bilateral
10. MRI lumbar spine
11. EMG/NCV bilateral lower extremities
12. Naproxen 550 mg, 1 po bid, #60
13. Omeprazole 20 mg, 1 po qd, #30
14. Gabapentin 300 mg, 1 po tid, #90
15. Cymbalta 60 mg, 1 po qd, #30
16. Lidoderm 5% patches, 1 daily, #30
17. Ambien 10 mg, 1 po qhs, #30
18. Urine drug test
19. TENS unit purchase
20. Functional restoration program, 80 hours
21. Lumbar fusion L4-5
`;
const SHOWN = 6;
const COUNTED: readonly EvidenceRole[] = ['supports', 'opposes'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    detail: { type: 'boolean', default: false },
  },
});

interface Piece {
  criterion: string;
  role: EvidenceRole;
  quote: string;
}

/** The evidence that one note gives for what the form asks for; a passage counts once for a criterion. */
function evidenceIn(note: string): Piece[] {
  const documents = [plainDocument('form', 'form', FORM), plainDocument('note', 'note', note)];
  const { requests } = reviewCase({ id: 'unrelated', documents }, rulebook);
  const pieces = requests.flatMap(({ criteria }) =>
    criteria.flatMap(({ id: criterion, evidence }) =>
      evidence
        .filter(({ document, role }) => document === 'note' && COUNTED.includes(role))
        .map(({ role, quote }): Piece => ({ criterion, role, quote })),
    ),
  );
  return [...new Map(pieces.map((piece) => [Object.values(piece).join('\n'), piece])).values()];
}

/** A few of a list, evenly apart; another seed begins elsewhere. */
function someOf<Item>(items: readonly Item[], seed: number): Item[] {
  const apart = Math.max(1, Math.floor(items.length / SHOWN));
  return items.filter((_, at) => (at + seed) % apart === 0).slice(0, SHOWN);
}

// The labelled cases, which stand in for them elsewhere, do know of requests.
if (sharedFile('data', 'notes.jsonl.gz') === undefined) {
  process.stdout.write('The transcriptions are not here: ../shared/data/notes.jsonl.gz\n');
  process.exit();
}
const rulebook = await shippedRulebook();
const texts = loadTexts().texts.filter((_, at) => at % Number(values.every) === 0);
const pieces = texts
  .flatMap(evidenceIn)
  .filter(({ criterion }) => !criterion.startsWith('request/'));
const byCriterion = Map.groupBy(pieces, ({ criterion }) => criterion);
const count = (list: readonly Piece[], role: EvidenceRole) =>
  String(list.filter((piece) => piece.role === role).length);

const rows = [...byCriterion]
  .sort(([, one], [, other]) => other.length - one.length)
  .map(([criterion, list]) => [criterion, count(list, 'supports'), count(list, 'opposes')]);
printTable({
  title: `Evidence found in ${texts.length} notes of other matters: ${pieces.length} passages`,
  head: ['criterion', 'for', 'against'],
  rows,
});

if (values.detail)
  for (const [criterion, list] of byCriterion) {
    if (positionals.length > 0 && !positionals.some((word) => criterion.includes(word))) continue;
    for (const { role, quote } of someOf(list, Number(values.seed)))
      process.stdout.write(`${criterion} ${role}: ${quote.replace(/\s+/g, ' ').slice(0, 160)}\n`);
  }
