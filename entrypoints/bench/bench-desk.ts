import { download } from '../../components/base/download.ts';
import type { BenchActions, Start } from '../../components/bench/bench-actions.ts';
import type { BenchData } from '../../components/bench/bench-data.ts';
import { putOnClipboard } from '../../components/panel/clipboard.ts';
import type { BenchAnswer } from '../../lib/bench/draft-bench.ts';
import { documentId, ownFile } from '../../lib/bench/names.ts';
import { addScaffold } from '../../lib/guidelines/add-scaffold.ts';
import { copyOfShipped } from '../../lib/guidelines/copy-of-shipped.ts';
import { readPack } from '../../lib/guidelines/load-packs.ts';
import type { Pack } from '../../lib/guidelines/pack.ts';
import { prettyJson } from '../../lib/guidelines/pretty-json.ts';
import { scaffoldPack } from '../../lib/guidelines/scaffold.ts';
import { importPack, type OwnPack, watchOwnPacks } from '../../lib/library/packs.ts';
import { readPreferences } from '../../lib/library/preferences.ts';
import { readShippedPacks, type ShippedPacks } from '../../lib/library/shipped-packs.ts';
import type { TermSearch } from '../../lib/messaging/active-review.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { ReasonError, type Said, say } from '../../lib/saying/said.ts';
import { searchTerm } from '../background/term-search.ts';
import { BenchJudge } from './bench-judge.ts';
import { readTextFile } from './read-text-file.ts';

/** A bench before anything is known. */
export const emptyBench: BenchData = {
  text: '',
  textRefused: null,
  openCases: [],
  asOf: null,
  draft: '',
  isSaved: true,
  asksToDiscard: false,
  library: 'personal',
  own: [],
  shipped: [],
  busy: false,
  answer: null,
  stopped: null,
  saved: null,
};

/** Name of the pack a bench begins with. */
const firstPack = 'my-pack';

/**
 * Everything that happens on the bench. The text is held here and in the worker, in memory only;
 * of the pack nothing is kept before it is saved, so the page warns when it is closed.
 */
export class BenchDesk implements BenchActions {
  readonly copy = putOnClipboard;
  private data = emptyBench;
  private readonly show: (data: BenchData) => void;
  private readonly ended = new AbortController();
  private shipped: ShippedPacks = { files: [], lexicon: { file: '', content: null } };
  private shippedPacks: Pack[] = [];
  private ownPacks: OwnPack[] = [];
  private savedDraft = '';
  /** The text of a scaffold gives way to the next one; a text of the reader's does not. */
  private sample = '';
  private toOpen: Start | undefined;
  private judge: BenchJudge | undefined;

  constructor(show: (data: BenchData) => void) {
    this.show = show;
  }

  /** Reads the packs and opens the one the address names: `bench.html#own/southern-team`. */
  async begin(address: string): Promise<void> {
    const worker = new Worker(new URL('./bench-worker.ts', import.meta.url), { type: 'module' });
    this.judge = new BenchJudge(worker, {
      onBusy: (busy) => this.set({ busy }),
      onAnswer: (answer, { text }) => this.take(answer, text),
      onFault: (stopped) => this.set({ stopped }),
    });
    void this.findOpenCases();
    this.shipped = await readShippedPacks();
    this.shippedPacks = this.shipped.files
      .flatMap((file) => readPack(file, []) ?? [])
      // a list of words only is no pack to copy: every pack builds on it
      .filter(({ pack }) => pack.criteria ?? pack.standards ?? pack.safety)
      .map(({ pack }) => pack);
    this.set({ shipped: this.shippedPacks });
    let isOpened = false;
    const use = async (packs: OwnPack[]) => {
      this.ownPacks = packs;
      this.set({ own: packs.map(({ id, pack: { title } }) => ({ id, title })) });
      await this.tellPacks();
      if (!isOpened) this.openFirst(address);
      isOpened = true;
      this.ask();
    };
    watchOwnPacks(
      this.ended.signal,
      ({ packs }) => void use(packs),
      () => void use([]),
    );
  }

  stop(): void {
    this.ended.abort();
    this.judge?.stop();
  }

  setText(text: string): void {
    if (text === this.data.text) return;
    this.set({ text, textRefused: null });
    this.ask();
  }

  takeFile(file: File): void {
    void readTextFile(file).then((text) => {
      if (text === undefined) this.set({ textRefused: 'bench_no_text_file' });
      else this.setText(text);
    });
  }

  takeCase(tabId: number): void {
    void askBackground('panelToBackground', 'getCaseText', { tabId }).then((answer) => {
      if (answer.ok) this.setText(answer.value);
      else this.set({ textRefused: 'bench_case_gone' });
    });
  }

  setDraft(draft: string): void {
    if (draft === this.data.draft) return;
    this.set({ draft, isSaved: draft === this.savedDraft, saved: null });
    this.ask();
  }

  start(start: Start): Said | null {
    try {
      if (start.kind === 'treatment' || start.kind === 'criterion') {
        this.add(start.kind, start.id);
      } else if (this.data.isSaved) {
        this.open(start);
      } else {
        // a name that is none is said before anything is asked
        if (start.kind === 'pack') scaffoldPack(start.id, today());
        this.toOpen = start;
        this.set({ asksToDiscard: true });
      }
      return null;
    } catch (error) {
      if (error instanceof ReasonError) return error.reason;
      throw error;
    }
  }

  discard(agreed: boolean): void {
    const start = this.toOpen;
    this.toOpen = undefined;
    this.set({ asksToDiscard: false });
    if (agreed && start) this.open(start);
  }

  save(library: BenchData['library']): void {
    const { draft } = this.data;
    const now = new Date().toISOString();
    importPack('bench', draft, now, this.shipped, library).then(
      (imported) => {
        if (!('added' in imported)) return this.set({ saved: { refused: imported.faults } });
        this.savedDraft = draft;
        const { title } = imported.added.pack;
        this.set({ saved: { title, library }, library, isSaved: draft === this.data.draft });
        void askBackground('panelToBackground', 'settingsChanged', null);
      },
      () => this.set({ saved: 'not-saved' }),
    );
  }

  exportPack(): void {
    const { draft } = this.data;
    download(`${/"id":\s*"([a-z0-9:-]+)"/.exec(draft)?.[1] ?? 'pack'}.json`, draft);
  }

  setAsOf(asOf: string | null): void {
    this.set({ asOf });
    this.ask();
  }

  search(term: string): TermSearch {
    return searchTerm(term, {
      documents: [{ document: { id: documentId, text: this.data.text } }],
    });
  }

  private openFirst(address: string): void {
    const [, kind, id = ''] = /^#(own|shipped)\/(.+)$/.exec(decodeURIComponent(address)) ?? [];
    const isKnown = kind === 'own' ? this.ownPack(id) : this.shippedPack(id);
    if (isKnown) this.open({ kind: kind as 'own' | 'shipped', id });
    else this.open({ kind: 'pack', id: firstPack });
  }

  private open({ kind, id }: Start): void {
    const own = kind === 'own' ? this.ownPack(id) : undefined;
    const shipped = kind === 'shipped' ? this.shippedPack(id) : undefined;
    if (own) this.openPack(own.pack, own.library);
    else if (shipped) this.openPack(copyOfShipped(shipped));
    else if (kind === 'pack') {
      const { pack, goldCase } = scaffoldPack(id, today());
      this.openPack(pack);
      this.showSample(goldCase.text);
    }
  }

  private openPack(pack: Pack, library: BenchData['library'] = 'personal'): void {
    this.savedDraft = prettyJson(pack);
    this.judge?.forget();
    this.set({ draft: this.savedDraft, isSaved: true, library, saved: null, answer: null });
    this.ask();
  }

  private add(kind: 'treatment' | 'criterion', id: string): void {
    const { draft } = this.data;
    let pack: unknown;
    try {
      pack = JSON.parse(draft);
    } catch {
      throw new ReasonError(say('reason_add_refused'));
    }
    const added = addScaffold(kind, id, draft, pack as Pack, today());
    this.setDraft(added.text);
    this.showSample(added.goldCase.text);
  }

  private showSample(text: string): void {
    if (this.data.text !== '' && this.data.text !== this.sample) return;
    this.sample = text;
    this.setText(text);
  }

  private ownPack(id: string): OwnPack | undefined {
    return this.ownPacks.find((own) => own.id === id);
  }

  private shippedPack(id: string): Pack | undefined {
    return this.shippedPacks.find((pack) => pack.id === id);
  }

  private async tellPacks(): Promise<void> {
    const { preferences } = await readPreferences().catch(() => ({ preferences: null }));
    this.judge?.use({
      shipped: this.shipped.files,
      lexicon: this.shipped.lexicon,
      own: this.ownPacks.map(({ id, pack }) => ({ file: ownFile(id), content: pack })),
      off: preferences?.packsOff ?? [],
    });
  }

  private async findOpenCases(): Promise<void> {
    const answer = await askBackground('panelToBackground', 'getOpenCases', null);
    if (answer.ok) this.set({ openCases: answer.value });
  }

  /** Until the verdicts are there, those of before stay in sight. */
  private take({ judged, ...checked }: BenchAnswer, text: string): void {
    const before = this.data.answer;
    const answer =
      judged === 'follows'
        ? { ...checked, judged: before?.judged ?? null, text: before?.text ?? '' }
        : { ...checked, judged, text };
    this.set({ answer, stopped: null });
  }

  private ask(): void {
    const { text, draft, asOf } = this.data;
    this.judge?.judge({ text, draft, ...(asOf === null ? {} : { asOf }) });
  }

  private set(more: Partial<BenchData>): void {
    this.data = { ...this.data, ...more };
    if (!this.ended.signal.aborted) this.show(this.data);
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
