import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Pack } from '../../lib/guidelines/pack.ts';
import type { LibraryRow } from '../../lib/library/database.ts';
import type { SnippetSave } from '../../lib/library/save-snippet.ts';
import type { StoredSnippet } from '../../lib/library/snippets.ts';
import { factNames } from '../../lib/snippets/slots.ts';
import {
  type SnippetFault,
  type SnippetStatus,
  snippetStatuses,
} from '../../lib/snippets/snippet.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { GuardFindings } from './guard-findings.tsx';
import { useLibraryActions } from './library-actions.ts';
import { contentOfForm, formOf, type SnippetForm, withGuideline } from './snippet-form.ts';
import { statusTexts } from './snippet-words.ts';

interface Props {
  /** Null for a new one. */
  edited: StoredSnippet | null;
  library: string;
  libraries: readonly LibraryRow[];
  packs: readonly Pack[];
  author: string;
  onClose: () => void;
}

/** A snippet to write, with what is wrong said at its field. */
export function SnippetEditor({ edited, library, libraries, packs, author, onClose }: Props) {
  const { saveSnippet } = useLibraryActions();
  const before = edited?.snippet ?? null;
  const [form, setForm] = useState(formOf(before));
  const [by, setBy] = useState({ author, changeNote: '' });
  const [into, setInto] = useState(library);
  const [outcome, setOutcome] = useState<SnippetSave | null>(null);
  const [vouched, setVouched] = useState<ReadonlySet<string>>(new Set());
  const faults = outcome !== null && 'faults' in outcome ? outcome.faults : [];
  const guidelines = packs.filter(({ guideline }) => guideline !== undefined);
  const teams = libraries.filter(({ kind }) => kind === 'team');

  const save = async (names = vouched) => {
    setVouched(names);
    const content = contentOfForm(form, packs, before);
    const saved = await saveSnippet(into, before, content, by, names);
    if ('saved' in saved) onClose();
    else setOutcome(saved);
  };
  const text = (name: keyof SnippetForm & string, label: string, at = name as string) => (
    <Field label={label} faults={faults} at={at}>
      {(field) => (
        <input
          {...field}
          class="field"
          value={String(form[name])}
          onInput={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const area = (name: keyof SnippetForm & string, label: string) => (
    <Field label={label} faults={faults} at={name}>
      {(field) => (
        <textarea
          {...field}
          class="field"
          rows={2}
          value={String(form[name])}
          onInput={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      class="form"
      aria-label={before?.title ?? words('snippet_new')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {text('title', words('field_title'))}
      {area('text', words('field_text'))}
      <p class="hint">{words('field_text_help', factNames.join(', '))}</p>
      <div class="two">
        {area('criteria', words('field_criteria'))}
        {area('treatments', words('field_treatments'))}
      </div>
      <Field label={words('field_guideline')} faults={faults} at="citation.pack">
        {(field) => (
          <select
            {...field}
            class="field"
            value={form.pack}
            onChange={({ currentTarget: { value } }) =>
              setForm(
                withGuideline(
                  form,
                  guidelines.find(({ id }) => id === value),
                ),
              )
            }
          >
            <option value="">{words('field_no_guideline')}</option>
            {guidelines.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="two">
        {text('section', words('field_section'), 'citation.section')}
        {text('page', words('field_page'), 'citation.page')}
        {text('from', words('field_from'), 'inForce.from')}
        {text('to', words('field_to'), 'inForce.to')}
        {text('jurisdiction', words('field_jurisdiction'))}
        {text('tags', words('field_tags'))}
      </div>
      {area('sources', words('field_sources'))}
      <label class="check">
        <input
          type="checkbox"
          checked={form.seen}
          onChange={(event) => setForm({ ...form, seen: event.currentTarget.checked })}
        />{' '}
        {words('field_seen')}
      </label>
      <div class="two">
        <Field label={words('field_status')} faults={faults} at="status">
          {(field) => (
            <select
              {...field}
              class="field"
              value={form.status}
              onChange={({ currentTarget: { value } }) =>
                setForm({ ...form, status: value as SnippetStatus })
              }
            >
              {snippetStatuses.map((status) => (
                <option key={status} value={status}>
                  {words(statusTexts[status])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words('field_author')} faults={faults} at="author">
          {(field) => (
            <input
              {...field}
              class="field"
              value={by.author}
              onInput={(event) => setBy({ ...by, author: event.currentTarget.value })}
            />
          )}
        </Field>
        {before === null && teams.length > 0 && (
          <Field label={words('snippets_library')} faults={faults} at="library">
            {(field) => (
              <select
                {...field}
                class="field"
                value={into}
                onChange={(event) => setInto(event.currentTarget.value)}
              >
                <option value="personal">{words('library_own')}</option>
                {teams.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {before !== null && (
        <Field label={words('field_note')} faults={faults} at="changeNote">
          {(field) => (
            <input
              {...field}
              class="field"
              value={by.changeNote}
              onInput={(event) => setBy({ ...by, changeNote: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      {outcome !== null && 'readOnly' in outcome && (
        <p class="wrong" role="alert">
          {words('snippet_read_only')}
        </p>
      )}
      {outcome !== null && 'identifiers' in outcome && (
        <GuardFindings
          found={outcome.identifiers}
          onVouch={(text) => void save(new Set([...vouched, text]))}
        />
      )}
      <div class="bar">
        <button type="submit" class="btn primary">
          {words('editor_save')}
        </button>
        <button type="button" class="btn" onClick={onClose}>
          {words('editor_cancel')}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  label: string;
  faults: readonly SnippetFault[];
  /** The field of the schema it stands for. */
  at: string;
  children: (field: {
    id: string;
    'aria-invalid': boolean;
    'aria-describedby'?: string;
  }) => ComponentChildren;
}

function Field({ label, faults, at, children }: FieldProps) {
  const id = useId();
  const wrong = faults.filter(({ field }) => field === at || field.startsWith(`${at}.`));
  const described = wrong.length > 0 ? { 'aria-describedby': `${id}-wrong` } : {};
  return (
    <div>
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': wrong.length > 0, ...described })}
      {wrong.length > 0 && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong.map(({ reason }) => worded(reason)).join(' ')}
        </p>
      )}
    </div>
  );
}
