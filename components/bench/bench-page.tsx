import { useMemo, useRef, useState } from 'preact/hooks';
import { documentId } from '../../lib/bench/names.ts';
import type { MarkTarget } from '../../lib/case/page-mark.ts';
import type { Passage } from '../../lib/case/passage.ts';
import { words } from '../../lib/wording/words.ts';
import { useQuoteClicks } from '../evidence/quote-clicks.ts';
import { type Actions, ActionsProvider } from '../panel/actions.ts';
import { noActions } from '../panel/no-actions.ts';
import { SearchesProvider, useRememberedSearches } from '../receipt/searches.ts';
import type { BenchActions } from './bench-actions.ts';
import type { BenchData } from './bench-data.ts';
import { BenchVerdicts, type OpenVerdict } from './bench-verdicts.tsx';
import type { CodeEditor } from './code-editor.ts';
import type { MarkedText } from './marked-text.ts';
import { PackPane } from './pack-pane.tsx';
import { placeInPack } from './place-in-pack.ts';
import { StartBar } from './start-bar.tsx';
import { TextPane } from './text-pane.tsx';

interface Props {
  data: BenchData;
  actions: BenchActions;
}

/** A text, the pack that is written for it, and what the pack finds in the text. */
export function BenchPage({ data, actions }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const text = useRef<MarkedText | null>(null);
  const editor = useRef<CodeEditor | null>(null);
  const [open, setOpen] = useState<OpenVerdict | null>(null);
  const searches = useRememberedSearches('bench', []);
  const shown = useMemo(() => panelActions(actions, text), [actions]);
  useQuoteClicks(root);

  const show = (passage: Passage | undefined) => {
    if (passage?.document === documentId) text.current?.show(passage);
  };
  const openFrom = ({ request, criterion }: MarkTarget) => {
    if (criterion !== undefined) setOpen({ request: request ?? null, id: criterion });
  };

  return (
    <ActionsProvider value={shown}>
      <SearchesProvider value={searches}>
        <div class="bench" ref={root} data-keys="off">
          <header class="bench__top">
            <h1>{words('bench_title')}</h1>
            <p class="lead">{words('bench_lead')}</p>
            <StartBar data={data} actions={actions} />
          </header>
          <main class="bench__panes">
            <TextPane data={data} actions={actions} marked={text} onPassage={openFrom} />
            <PackPane data={data} actions={actions} editor={editor} />
            <BenchVerdicts
              data={data}
              open={open}
              onOpen={setOpen}
              onPoint={(passage) => text.current?.point(passage)}
              onShow={show}
              onPlace={(id) => editor.current?.goTo(placeInPack(data.draft, id))}
            />
          </main>
        </div>
      </SearchesProvider>
    </ActionsProvider>
  );
}

/** What evidence and receipts can do here: the text stands beside them, and no tab is asked. */
function panelActions(actions: BenchActions, text: { current: MarkedText | null }): Actions {
  return {
    ...noActions,
    show: async (passage) => (text.current?.show(passage) ? null : 'CG-303'),
    copy: (clipping) => actions.copy(clipping),
    search: async (term) => actions.search(term),
    setAsOf: (asOf) => actions.setAsOf(asOf),
  };
}
