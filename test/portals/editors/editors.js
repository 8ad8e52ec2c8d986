import 'ckeditor5/ckeditor5.css';
import 'quill/dist/quill.snow.css';
import { Bold, ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import Quill from 'quill';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/themes/silver';
import 'tinymce/models/dom';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/content/default/content.js';

/** What each editor itself holds, which is what a portal would save; its page may show otherwise. */
window.held = {};

for (const id of ['line', 'short', 'text', 'locked']) {
  window.held[id] = () => document.getElementById(id).value;
}
// biome-ignore lint/performance/useDomNodeTextContent: paragraphs must not run into one another
window.held.editable = () => document.getElementById('editable').innerText;

function Controlled({ name, tag }) {
  const [value, setValue] = useState('Earlier words.');
  window.held[name] = () => value;
  return createElement(tag, {
    id: name,
    value,
    onChange: (event) => setValue(event.target.value),
  });
}
createRoot(document.getElementById('react')).render([
  createElement(Controlled, { key: 1, name: 'react-text', tag: 'textarea' }),
  createElement(Controlled, { key: 2, name: 'react-line', tag: 'input' }),
]);

const source = document.createElement('div');
source.innerHTML = '<p>Earlier words.</p>';
const view = new EditorView(document.getElementById('prosemirror'), {
  state: EditorState.create({
    doc: DOMParser.fromSchema(schema).parse(source),
    plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
  }),
});
window.held.prosemirror = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n');

const quill = new Quill('#quill', { theme: 'snow' });
window.held.quill = () => quill.getText();

const [tiny] = await tinymce.init({
  selector: '#tinymce',
  license_key: 'gpl',
  skin: 'oxide',
  content_css: 'default',
  promotion: false,
  branding: false,
  menubar: false,
  height: 160,
});
window.held.tinymce = () => tiny.getContent({ format: 'text' });

const ckeditor = await ClassicEditor.create(document.getElementById('ckeditor'), {
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Bold],
  toolbar: ['bold'],
});
window.held.ckeditor = () => ckeditor.getData().replace(/<[^>]+>/g, '\n');

document.documentElement.dataset.ready = 'true';
