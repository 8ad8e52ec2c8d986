import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { editorPhrases } from './editor-phrases.ts';
import { editorInk, editorTheme } from './editor-theme.ts';

/** What is wrong at a place of the text. */
export interface EditorFault {
  start: number;
  end: number;
  reason: string;
  isGrave: boolean;
}

export interface EditorOptions {
  /** What is edited, for a screen reader. */
  label: string;
  onChange(text: string): void;
}

/**
 * The editor of a pack. It stands in a shadow root: there its styles are constructed sheets, which
 * the policy of the extension's pages allows, while it forbids `<style>` elements.
 */
export class CodeEditor {
  private readonly view: EditorView;
  /** The text is set by us, and its change is no news. */
  private isSetting = false;

  constructor(host: HTMLElement, { label, onChange }: EditorOptions) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const told = EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged && !this.isSetting) onChange(this.text);
    });
    this.view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          foldGutter({ openText: '▾', closedText: '▸' }),
          lintGutter(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          drawSelection(),
          history(),
          bracketMatching(),
          highlightSelectionMatches(),
          search({ top: true }),
          json(),
          syntaxHighlighting(editorInk),
          editorTheme,
          EditorState.phrases.of(editorPhrases()),
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', translate: 'no' }),
          // Tab leaves the editor, as it leaves every other control
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
          told,
        ],
      }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Another pack is opened, or one was changed from outside. */
  setText(text: string): void {
    if (text === this.text) return;
    this.isSetting = true;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    this.isSetting = false;
  }

  /** Shows what is wrong, at its lines. Places beyond the end are of a text that is gone. */
  setFaults(faults: readonly EditorFault[]): void {
    const { length } = this.view.state.doc;
    const diagnostics = faults
      .filter(({ start }) => start <= length)
      .map(({ start, end, reason, isGrave }) => ({
        from: start,
        to: Math.min(end, length),
        severity: isGrave ? ('error' as const) : ('warning' as const),
        message: reason,
      }));
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** Puts the cursor there, in the middle of what is seen. */
  goTo(offset: number): void {
    const at = Math.min(offset, this.view.state.doc.length);
    this.view.dispatch({
      selection: { anchor: at },
      effects: EditorView.scrollIntoView(at, { y: 'center' }),
    });
    this.view.focus();
  }

  stop(): void {
    this.view.destroy();
  }
}
