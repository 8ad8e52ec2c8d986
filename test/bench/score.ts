import type { CriterionReview, Review, Verdict } from '../../lib/review/review.ts';

/** Scores reviews against labelled texts as `score-review.mjs` does, without a process a text. */

export interface GoldCase {
  asOf?: string;
  requests: {
    treatment: string;
    item: string;
    quote: string;
    criteria: Record<string, { verdict: Verdict | null; quotes?: string[] }>;
  }[];
  safety?: string[];
}

export interface Score {
  /** One line for each verdict that is not as labelled. */
  lines: string[];
  confusion: Map<string, number>;
  byCriterion: Map<string, Tally>;
  byVerdict: Map<string, Tally>;
  requests: { gold: number; found: number; matched: number };
  falseMet: Tally;
  falseAbsence: Tally;
  evidence: Tally;
  safety: { hit: number; extra: number; missed: number };
}

interface Tally {
  right: number;
  wrong: number;
}

export function emptyScore(): Score {
  return {
    lines: [],
    confusion: new Map(),
    byCriterion: new Map(),
    byVerdict: new Map(),
    requests: { gold: 0, found: 0, matched: 0 },
    falseMet: { right: 0, wrong: 0 },
    falseAbsence: { right: 0, wrong: 0 },
    evidence: { right: 0, wrong: 0 },
    safety: { hit: 0, extra: 0, missed: 0 },
  };
}

export function scoreCase(
  score: Score,
  name: string,
  text: string,
  gold: GoldCase,
  review: Review,
): void {
  const pairs = new Map(pair(gold, review));
  score.requests.gold += gold.requests.length;
  score.requests.found += review.requests.filter(({ listed }) => listed).length;
  score.requests.matched += pairs.size;
  for (const [at, request] of gold.requests.entries()) {
    const found = review.requests[pairs.get(at) ?? -1];
    if (!found) {
      score.lines.push(`${name}: request not found: ${request.treatment} (${request.item})`);
    }
    const judged = new Map(found?.criteria.map((criterion) => [criterion.id, criterion]));
    for (const [id, want] of Object.entries(request.criteria)) {
      if (!want.verdict) continue;
      const where = `${name}: ${request.item}`;
      scoreVerdict(score, where, text, id, want.verdict, want.quotes ?? [], judged.get(id));
    }
  }
  for (const found of review.requests) {
    if (found.listed && ![...pairs.values()].includes(review.requests.indexOf(found))) {
      score.lines.push(`${name}: not asked for: ${found.treatment} (${found.label})`);
    }
  }
  scoreSafety(score, name, gold.safety ?? [], review);
}

function scoreVerdict(
  score: Score,
  where: string,
  text: string,
  id: string,
  want: Verdict,
  quotes: readonly string[],
  got: CriterionReview | undefined,
): void {
  const verdict = got?.verdict ?? 'missing';
  const ok = verdict === want;
  count(score.byCriterion, id, ok);
  count(score.byVerdict, want, ok);
  if (!ok) {
    const step = `${want} -> ${verdict}`;
    score.confusion.set(step, (score.confusion.get(step) ?? 0) + 1);
    const quote = quotes[0] ? `   [${quotes[0].replace(/\s+/g, ' ').slice(0, 90)}]` : '';
    const own = got?.evidence.find(({ role }) => role !== 'claim' && role !== 'history');
    const because = own ? `   {${own.role}: ${own.quote.replace(/\s+/g, ' ').slice(0, 90)}}` : '';
    score.lines.push(`${where}: ${id}: ${step}${quote}${because}`);
  }
  if (want === 'not-documented' || want === 'not-met') add(score.falseMet, verdict !== 'met');
  if (want === 'met' || want === 'not-met') {
    add(score.falseAbsence, verdict !== 'not-documented');
    if (ok && quotes.length > 0) add(score.evidence, overlaps(text, got?.evidence ?? [], quotes));
  }
}

function scoreSafety(score: Score, name: string, gold: readonly string[], review: Review): void {
  const want = new Set(gold);
  const found = new Set(review.safety.map(({ id }) => id));
  for (const id of want) {
    if (found.has(id)) score.safety.hit += 1;
    else {
      score.safety.missed += 1;
      score.lines.push(`${name}: safety missed: ${id}`);
    }
  }
  for (const id of found) {
    if (want.has(id)) continue;
    score.safety.extra += 1;
    score.lines.push(`${name}: safety too much: ${id}`);
  }
}

function count(tallies: Map<string, Tally>, key: string, ok: boolean): void {
  const tally = tallies.get(key) ?? { right: 0, wrong: 0 };
  add(tally, ok);
  tallies.set(key, tally);
}

function add(tally: Tally, ok: boolean): void {
  if (ok) tally.right += 1;
  else tally.wrong += 1;
}

/** Pairs labelled and found requests by treatment and shared words, the most similar first. */
export function pair(gold: GoldCase, review: Review): [number, number][] {
  const all: [number, number, number][] = [];
  for (const [at, request] of gold.requests.entries()) {
    for (const [other, found] of review.requests.entries()) {
      if (request.treatment !== found.treatment) continue;
      const { drug, strength, bodyPart } = found.details;
      const words = [found.label, drug, strength, bodyPart].join(' ');
      const likeness = Math.max(similar(request.item, words), similar(request.quote, words));
      all.push([likeness, at, other]);
    }
  }
  all.sort((a, b) => b[0] - a[0]);
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const [, at, other] of all) {
    if (pairs.has(at) || used.has(other)) continue;
    pairs.set(at, other);
    used.add(other);
  }
  return [...pairs];
}

function similar(a: string, b: string): number {
  const first = wordsOf(a);
  const second = wordsOf(b);
  const shared = [...first].filter((word) => second.has(word)).length;
  return first.size + second.size ? (2 * shared) / (first.size + second.size) : 0;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z]{3,}|\d+(?:\.\d+)?/g) ?? []);
}

function overlaps(
  text: string,
  evidence: CriterionReview['evidence'],
  quotes: readonly string[],
): boolean {
  return quotes.some((quote) => {
    const at = text.indexOf(quote);
    return evidence.some(
      (piece) =>
        (at >= 0 && piece.start < at + quote.length && at < piece.end) ||
        (piece.quote !== '' && (piece.quote.includes(quote) || quote.includes(piece.quote))),
    );
  });
}

/** The figures in one line. */
export function summary(score: Score): string {
  const all = [...score.byVerdict.values()];
  const right = all.reduce((sum, tally) => sum + tally.right, 0);
  const total = all.reduce((sum, tally) => sum + tally.right + tally.wrong, 0);
  const recalls = all.map((tally) => tally.right / (tally.right + tally.wrong));
  const balanced = recalls.reduce((sum, recall) => sum + recall, 0) / Math.max(1, recalls.length);
  const { gold, found, matched } = score.requests;
  const { hit, extra, missed } = score.safety;
  return [
    `verdicts ${percent(right, total)} of ${total}`,
    `balanced ${percent(balanced, 1)}`,
    `requests F1 ${((2 * matched) / Math.max(1, gold + Math.max(found, matched))).toFixed(3)} (${matched} of ${gold}, ${found} found)`,
    `false met ${wrongShare(score.falseMet)}`,
    `false absence ${wrongShare(score.falseAbsence)}`,
    `evidence ${percent(score.evidence.right, score.evidence.right + score.evidence.wrong)}`,
    `safety F1 ${((2 * hit) / Math.max(1, 2 * hit + extra + missed)).toFixed(3)}`,
  ].join(' · ');
}

function wrongShare({ right, wrong }: Tally): string {
  return percent(wrong, right + wrong);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
