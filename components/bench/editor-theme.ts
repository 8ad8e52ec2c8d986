import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Ink only: in this page a hue says verdict, mark or fault. */
export const editorInk = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ink-2)' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--ink)', fontWeight: '700' },
  { tag: [tags.punctuation, tags.separator], color: 'var(--ink-3)' },
]);

const marker = {
  content: '""',
  inlineSize: '12px',
  blockSize: '12px',
  marginBlockStart: '3px',
  backgroundColor: 'var(--fault)',
  mask: 'var(--glyph-fault) center / contain no-repeat',
};

export const editorTheme = EditorView.theme({
  '&': { blockSize: '100%', backgroundColor: 'var(--paper)', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: '0.923rem',
    lineHeight: '1.385rem',
    scrollbarWidth: 'thin',
  },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '6px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '1.5px' },
  '.cm-gutters': {
    backgroundColor: 'var(--sunken)',
    borderInlineEnd: '1px solid var(--line)',
    color: 'var(--ink-3)',
  },
  '.cm-gutter-lint': { inlineSize: '16px' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--sunken)' },
  '&.cm-focused .cm-activeLineGutter': { backgroundColor: 'var(--select)', color: 'var(--ink)' },
  '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--select)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--ink) 22%, var(--paper))',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--select)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--select)',
    outline: '1px solid var(--edge)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--fault-tint)' },
  '.cm-searchMatch': { backgroundColor: 'var(--select)', outline: '1px solid var(--edge)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--ink)', color: 'var(--paper)' },
  '.cm-foldPlaceholder': {
    border: '1px solid var(--edge)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink-2)',
  },
  // what is wrong: one hue, and a line that holds without it
  '.cm-lintRange': { paddingBlockEnd: '1px' },
  '.cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    backgroundColor: 'var(--fault-tint)',
    textDecoration: 'underline wavy 1px var(--fault)',
    textDecorationSkipInk: 'none',
  },
  '.cm-lint-marker': { inlineSize: '12px', blockSize: '18px' },
  '.cm-lint-marker-error, .cm-lint-marker-warning': { content: 'none' },
  '.cm-lint-marker::before': { display: 'block', ...marker },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--fault)' },
  '.cm-tooltip, .cm-panels': {
    border: '0 solid var(--line-2)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    font: 'var(--t-small)',
  },
  '.cm-tooltip': { borderWidth: '1px', borderRadius: 'var(--r-3)', boxShadow: 'var(--lift)' },
  '.cm-panels-top': { borderBlockEndWidth: '1px' },
  '.cm-panels-bottom': { borderBlockStartWidth: '1px' },
  '.cm-diagnostic': { borderInlineStart: '4px double var(--fault)', padding: '4px 10px' },
  '.cm-panel.cm-search': { padding: '8px 28px 8px 8px' },
  '.cm-panel.cm-search label': { fontSize: 'inherit' },
  '.cm-textfield': {
    minBlockSize: 'var(--control)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--r-2)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    font: 'var(--t-small)',
  },
  '.cm-button': {
    minBlockSize: 'var(--control)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--r-2)',
    backgroundImage: 'none',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    font: 'var(--t-small)',
    textTransform: 'none',
  },
  '.cm-panel.cm-search [name=close]': {
    inlineSize: '24px',
    blockSize: '24px',
    color: 'var(--ink-2)',
    font: 'var(--t-head)',
  },
});
