import type { Draft, Paragraph } from '../../lib/letter/draft.ts';
import {
  addParagraph,
  ownParagraph,
  removeParagraph,
  replaceParagraph,
} from '../../lib/letter/edit.ts';
import type { JudgedCriterion, JudgedRequest } from '../../lib/review/judgements.ts';
import { words } from '../../lib/wording/words.ts';
import { ParagraphEditor } from './paragraph-editor.tsx';

interface Props {
  request: JudgedRequest;
  asOf: string;
  draft: Draft;
  known: ReadonlyMap<string, string>;
  onEdit: (draft: Draft) => void;
}

/** The paragraphs of a draft, each to be written in, with places for more. */
export function DraftParagraphs({ request, asOf, draft, known, onEdit }: Props) {
  const { paragraphs } = draft;
  const addOwn = (after: string | null) =>
    onEdit(addParagraph(draft, ownParagraph(draft, []), after));
  return (
    <div class="draft">
      {paragraphs.map((paragraph, at) => (
        <ParagraphEditor
          key={paragraph.id}
          paragraph={paragraph}
          number={at + 1}
          isFirst={paragraph.group !== paragraphs[at - 1]?.group}
          known={known}
          criterion={criterionOf(paragraph, request)}
          asOf={asOf}
          onEdit={(changed) => onEdit(replaceParagraph(draft, changed))}
          onRemove={() => onEdit(removeParagraph(draft, paragraph.id))}
          onAddAfter={() => addOwn(paragraph.id)}
        />
      ))}
      {paragraphs.length === 0 && (
        <button type="button" class="btn" onClick={() => addOwn(null)}>
          {words('paragraph_add')}
        </button>
      )}
    </div>
  );
}

/** The criterion that a paragraph is about: its id ends with the criterion's. */
function criterionOf({ id }: Paragraph, { criteria }: JudgedRequest): JudgedCriterion | null {
  return criteria.find((criterion) => id.endsWith(` ${criterion.id}`)) ?? null;
}
