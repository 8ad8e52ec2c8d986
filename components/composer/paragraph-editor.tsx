import { useId, useRef } from 'preact/hooks';
import { type Paragraph, type Segment, textOf } from '../../lib/letter/draft.ts';
import { editParagraph, lostIn } from '../../lib/letter/edit.ts';
import { toFill } from '../../lib/letter/roles.ts';
import type { JudgedCriterion } from '../../lib/review/judgements.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { snippetSegments } from '../snippets/snippet-segments.ts';
import { useSlashSnippets } from '../snippets/use-slash-snippets.tsx';
import { writeInField } from '../snippets/write-in-field.ts';

const titles = {
  request: 'paragraph_request',
  record: 'paragraph_record',
  absence: 'paragraph_absence',
  guideline: 'paragraph_guideline',
  judgement: 'own_judgements',
  own: 'paragraph_own',
  decision: 'paragraph_decision',
} as const satisfies Record<Paragraph['group'], MessageKey>;

interface Props {
  paragraph: Paragraph;
  /** Its number among all, for its name. */
  number: number;
  /** Whether the heading of its group stands over it. */
  isFirst: boolean;
  known: ReadonlyMap<string, string>;
  /** The criterion it is about, if it is about one: ranks and fills snippets. */
  criterion: JudgedCriterion | null;
  asOf: string;
  onEdit: (paragraph: Paragraph) => void;
  onRemove: () => void;
  onAddAfter: () => void;
}

/** One paragraph to write in, with what in it lost its source and what is still to be filled in. */
export function ParagraphEditor(props: Props) {
  const { paragraph, number, isFirst, known, criterion, asOf, onEdit, onRemove, onAddAfter } =
    props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  /** Parts of the snippet that is being written into the field. */
  const writing = useRef<Segment[]>([]);
  const text = textOf(paragraph);
  const title = words(titles[paragraph.group]);
  const lost = lostIn(paragraph, known);
  const open = text.match(toFill) ?? [];
  const slash = useSlashSnippets({
    field,
    criterion,
    asOf,
    onInsert(use, start, end) {
      if (field.current === null) return;
      writing.current = snippetSegments(use);
      writeInField(field.current, start, end, textOf({ segments: writing.current }));
      writing.current = [];
    },
  });
  return (
    <div class="draft__one" data-paragraph={paragraph.id}>
      {isFirst && <h3>{title}</h3>}
      <label class="sr" for={id}>
        {words('paragraph_label', number, title)}
      </label>
      <div class="draft__write">
        <textarea
          ref={field}
          class="field"
          id={id}
          value={text}
          rows={linesFor(text)}
          {...slash.attributes}
          onInput={(event) => {
            onEdit(editParagraph(paragraph, event.currentTarget.value, writing.current));
            slash.onField(event.currentTarget);
          }}
          onClick={(event) => slash.onField(event.currentTarget)}
          onKeyUp={(event) => movesCaret.has(event.key) && slash.onField(event.currentTarget)}
          onKeyDown={slash.onKeyDown}
          onBlur={slash.onBlur}
        />
        {slash.list}
      </div>
      {lost.map(({ text: words_, source }) => (
        <p class="flag fault" key={source.key}>
          <Glyph of="fault" small />
          <span>
            {words(known.has(source.key) ? 'slot_changed' : 'slot_gone')} <q>{shortened(words_)}</q>
          </span>
        </p>
      ))}
      {open.map((slot) => (
        <p class="flag fault" key={slot}>
          <Glyph of="fault" small />
          <span>{words('slot_open', slot)}</span>
        </p>
      ))}
      <p class="draft__tools">
        <button type="button" class="link" onClick={onAddAfter}>
          {words('paragraph_add_after')}
        </button>
        {paragraph.group === 'own' && (
          <button type="button" class="link" onClick={onRemove}>
            {words('paragraph_remove')}
          </button>
        )}
      </p>
    </div>
  );
}

/** Keys after which the caret stands elsewhere, and no text was changed. */
const movesCaret: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

/** Where the browser does not size a field by its text, about as many lines as the text has. */
function linesFor(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 52)), 0);
}
