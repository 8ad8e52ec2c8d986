import { plainDocument } from '../case/document.ts';
import type { PageMark } from '../case/page-mark.ts';
import { checkPackText, type PlacedFault } from '../guidelines/check-pack-text.ts';
import { joinPacks, type PackFile, readLexicon, readPack } from '../guidelines/load-packs.ts';
import type { Pack } from '../guidelines/pack.ts';
import type { Drugs, NamedPack, Rulebook } from '../guidelines/rulebook.ts';
import { marksOf } from '../marking/marks-of.ts';
import type { Review, Verdict } from '../review/review.ts';
import { reviewCase } from '../review/review-case.ts';
import { judgedBy, verdictsIn } from './judged-by.ts';
import { documentId, ownFile } from './names.ts';

/** The packs that are in use, as parsed JSON. */
export interface PacksInUse {
  shipped: PackFile[];
  own: PackFile[];
  lexicon: PackFile;
  /** Ids of guidelines that the reader has switched off. */
  off: readonly string[];
}

/** A text, and the pack that is being written for it. */
export interface BenchTask {
  text: string;
  draft: string;
  /** The day that chooses the editions, ISO; by default the one found in the text. */
  asOf?: string;
}

export interface BenchAnswer {
  faults: PlacedFault[];
  /** Null before any pack was right, and where there is no text. */
  judged: Judged | 'follows' | null;
  /** The draft cannot be used, and the verdicts are of the pack as it was before. */
  isOfEarlier: boolean;
}

export interface Judged {
  /** What the pack has a say in; everything else is left out. */
  review: Review;
  marks: PageMark[];
  /** Verdicts of the packs in use, by request and criterion; empty until they are known. */
  inUse: Record<string, Verdict>;
  /** Labels of requests in the text that the pack does not judge. */
  otherRequests: string[];
}

/** The name that the draft goes by among the files. */
const draftFile = 'draft';

/**
 * Judges a text by a pack that is being written, beside the packs in use, and compares with what
 * they say without it. While the pack cannot be used the last one that could goes on.
 */
export class DraftBench {
  private readonly packs: NamedPack[];
  private readonly drugs: Drugs;
  private readonly off: ReadonlySet<string>;
  private rulebookInUse: Rulebook | undefined;
  private lastUsable: { pack: Pack; rulebook: Rulebook } | undefined;
  private verdictsInUse = { of: '', verdicts: {} as Record<string, Verdict> };
  /** Vocabularies that a reader was compiled for, newest first. */
  private vocabularies: { print: string; concepts: Rulebook['concepts'] }[] = [];

  constructor({ shipped, own, lexicon, off }: PacksInUse) {
    this.off = new Set(off);
    this.packs = [...shipped, ...own].flatMap((file) => readPack(file, []) ?? []);
    this.drugs = readLexicon(lexicon, []);
  }

  /**
   * What is wrong comes first, then the verdicts, then how they compare: each is of use before the
   * next is known.
   */
  *judge({ text, draft, asOf }: BenchTask): Generator<BenchAnswer> {
    const { faults, usable } = checkPackText(draftFile, draft, this.othersOf(draft), this.drugs);
    if (usable) this.lastUsable = usable;
    const last = this.lastUsable;
    const isOfEarlier = !usable && last !== undefined;
    const isJudged = last !== undefined && text.trim() !== '';
    yield { faults, isOfEarlier, judged: isJudged ? 'follows' : null };
    if (!isJudged) return;
    const rulebook = this.withKnownVocabulary(last.rulebook);
    const review = this.review(text, rulebook, asOf, last.pack.id);
    const ofPack = judgedBy(last.pack, review);
    const judged: Judged = {
      review: ofPack,
      // The bench shows no cards, and this runs in a worker.
      marks: marksOf(ofPack, () => '').get(documentId) ?? [],
      inUse: {},
      otherRequests: review.requests
        .filter(({ id }) => !ofPack.requests.some((request) => request.id === id))
        .map(({ label }) => label),
    };
    if (this.verdictsInUse.of !== inUseKey(text, asOf)) yield { faults, isOfEarlier, judged };
    yield { faults, isOfEarlier, judged: { ...judged, inUse: this.inUse(text, asOf) } };
  }

  /** Another pack is opened: nothing of the last one goes on. */
  forget(): void {
    this.lastUsable = undefined;
  }

  /** An own pack that is edited takes the place of itself as it was saved. */
  private othersOf(draft: string): NamedPack[] {
    const id = idOf(draft);
    return this.packs.filter(({ file, pack }) => file !== ownFile(pack.id) || pack.id !== id);
  }

  private inUse(text: string, asOf = ''): Record<string, Verdict> {
    this.rulebookInUse ??= this.withKnownVocabulary(joinPacks(this.packs, this.drugs));
    const of = inUseKey(text, asOf);
    if (this.verdictsInUse.of !== of) {
      const review = this.review(text, this.rulebookInUse, asOf);
      this.verdictsInUse = { of, verdicts: verdictsIn(review) };
    }
    return this.verdictsInUse.verdicts;
  }

  private review(text: string, rulebook: Rulebook, asOf = '', alwaysOn = ''): Review {
    const documents = [plainDocument(documentId, documentId, text)];
    const ids = rulebook.packs.map(({ id }) => id);
    const packs = ids.filter((id) => id === alwaysOn || !this.off.has(id));
    return reviewCase({ id: 'bench', documents }, rulebook, { packs, ...(asOf && { asOf }) });
  }

  /**
   * A reader is compiled for each vocabulary, which takes longer than everything else together; a
   * rulebook with the concepts of an earlier one is given that one's, and with them its reader.
   */
  private withKnownVocabulary(rulebook: Rulebook): Rulebook {
    const print = JSON.stringify([...rulebook.concepts].sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = this.vocabularies.find((vocabulary) => vocabulary.print === print);
    const kept = known ?? { print, concepts: rulebook.concepts };
    const others = this.vocabularies.filter((vocabulary) => vocabulary !== kept);
    this.vocabularies = [kept, ...others].slice(0, 3);
    return { ...rulebook, concepts: kept.concepts };
  }
}

function inUseKey(text: string, asOf = ''): string {
  return `${asOf}\n${text}`;
}

function idOf(draft: string): unknown {
  try {
    return JSON.parse(draft)?.id;
  } catch {
    return undefined;
  }
}
