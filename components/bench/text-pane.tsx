import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { MarkTarget } from '../../lib/case/page-mark.ts';
import { words } from '../../lib/wording/words.ts';
import type { BenchActions } from './bench-actions.ts';
import type { BenchData } from './bench-data.ts';
import { MarkedText } from './marked-text.ts';
import { TextSources } from './text-sources.tsx';

interface Props {
  data: BenchData;
  actions: BenchActions;
  marked: { current: MarkedText | null };
  onPassage: (target: MarkTarget) => void;
}

/** The text the pack is tried on: pasted, dropped, or taken from an open case. Never stored. */
export function TextPane({ data, actions, marked, onPassage }: Props) {
  const { text, answer } = data;
  const title = useId();
  const field = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const latest = useRef({ actions, onPassage });
  latest.current = { actions, onPassage };

  useEffect(() => {
    if (field.current === null) return;
    const made = new MarkedText(field.current, {
      onInput: (now) => latest.current.actions.setText(now),
      onPassage: (target) => latest.current.onPassage(target),
    });
    marked.current = made;
    return () => made.stop();
  }, [marked]);
  useEffect(() => marked.current?.setText(text), [marked, text]);
  useEffect(() => {
    marked.current?.setMarks(answer?.judged?.marks ?? [], answer?.text ?? '');
  }, [marked, answer]);

  const drop = (event: DragEvent) => {
    setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    actions.takeFile(file);
  };

  return (
    <section
      class={over ? 'bench__pane bench__text over' : 'bench__pane bench__text'}
      aria-labelledby={title}
    >
      <div class="bench__head">
        <h2 id={title}>{words('bench_text')}</h2>
        <TextSources data={data} actions={actions} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a text area cannot show marks, and browsers keep what stands in one */}
      <div
        ref={field}
        class="bench__record"
        role="textbox"
        aria-multiline="true"
        aria-labelledby={title}
        aria-placeholder={words('bench_text_empty')}
        data-empty={text === '' ? words('bench_text_empty') : undefined}
        tabIndex={0}
        contentEditable="plaintext-only"
        spellcheck={false}
        autocorrect="off"
        autocapitalize="off"
        translate={false}
        onDragOver={(event: DragEvent) => {
          if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
    </section>
  );
}
