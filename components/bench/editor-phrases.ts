import { words } from '../../lib/wording/words.ts';

/** The editor's own words, in the reader's language. */
export function editorPhrases(): Record<string, string> {
  return {
    Find: words('editor_find'),
    Replace: words('editor_replace_with'),
    next: words('editor_next'),
    previous: words('editor_previous'),
    all: words('editor_all'),
    'match case': words('editor_match_case'),
    regexp: words('editor_pattern'),
    'by word': words('editor_by_word'),
    replace: words('editor_replace'),
    'replace all': words('editor_replace_all'),
    close: words('close'),
    'Fold line': words('editor_fold'),
    'Unfold line': words('editor_unfold'),
    'folded code': words('editor_folded'),
    unfold: words('editor_unfold'),
    Diagnostics: words('bench_faults'),
    'No diagnostics': words('bench_no_faults'),
  };
}
