import { useEffect, useId, useRef } from 'preact/hooks';
import { worded, words } from '../../lib/wording/words.ts';
import type { BenchActions } from './bench-actions.ts';
import type { BenchData } from './bench-data.ts';
import { CodeEditor } from './code-editor.ts';
import { DraftFaults } from './draft-faults.tsx';
import { SaveBar } from './save-bar.tsx';

interface Props {
  data: BenchData;
  actions: BenchActions;
  editor: { current: CodeEditor | null };
}

/** The pack that is written, with what is wrong in it at its lines. */
export function PackPane({ data, actions, editor }: Props) {
  const title = useId();
  const host = useRef<HTMLDivElement>(null);
  const { draft, answer } = data;
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    if (host.current === null) return;
    const made = new CodeEditor(host.current, {
      label: words('bench_pack'),
      onChange: (text) => latest.current.setDraft(text),
    });
    editor.current = made;
    return () => made.stop();
  }, [editor]);
  useEffect(() => editor.current?.setText(draft), [editor, draft]);
  useEffect(() => {
    const faults = answer?.faults ?? [];
    editor.current?.setFaults(
      faults.map(({ start, end, reason, leftOut }) => ({
        start,
        end,
        reason: worded(reason),
        isGrave: leftOut === 'pack',
      })),
    );
  }, [editor, answer]);

  return (
    <section class="bench__pane bench__pack" aria-labelledby={title}>
      <div class="bench__head">
        <h2 id={title}>
          {words('bench_pack')}
          {!data.isSaved && <span class="n"> {words('bench_not_saved')}</span>}
        </h2>
        <SaveBar data={data} actions={actions} />
      </div>
      <div class="bench__editor" ref={host} />
      <DraftFaults
        answer={answer}
        stopped={data.stopped}
        onGo={(offset) => editor.current?.goTo(offset)}
      />
    </section>
  );
}
