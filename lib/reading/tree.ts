/**
 * The page's tree as it is. On a form the names of its fields hide its own properties
 * (`form.firstChild` is the field named so), and on a document the names of its pictures and
 * frames do; portals use such names without meaning harm.
 */
const getters = new Map<string, (this: object) => unknown>();

function read(owner: 'Node' | 'Document', name: string, of: object): unknown {
  const key = `${owner}.${name}`;
  let getter = getters.get(key);
  if (!getter) {
    const { prototype } = (globalThis as unknown as Record<string, { prototype: object }>)[
      owner
    ] as { prototype: object };
    getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    if (!getter) return (of as Record<string, unknown>)[name];
    getters.set(key, getter);
  }
  return getter.call(of);
}

export const nodeTypeOf = (node: Node) => read('Node', 'nodeType', node) as number;
export const firstChildOf = (node: Node) => read('Node', 'firstChild', node) as Node | null;
export const nextSiblingOf = (node: Node) => read('Node', 'nextSibling', node) as Node | null;
export const bodyOf = (document: Document) => read('Document', 'body', document) as Element | null;
export const rootOf = (document: Document) =>
  read('Document', 'documentElement', document) as Element;
export const titleOf = (document: Document) => read('Document', 'title', document) as string;

/** What an element stands in; for a shadow root the element that has it. */
export function parentOf(node: Node): Node | null {
  const parent = read('Node', 'parentNode', node) as Node | null;
  return parent ?? (node as Partial<ShadowRoot>).host ?? null;
}

/** The elements a selector finds in a document. */
export function allIn(document: Document, selector: string): Element[] {
  return [...Document.prototype.querySelectorAll.call(document, selector)];
}

/** Nothing of a form's own properties can be relied on. */
export function isForm(node: Node): node is HTMLFormElement {
  return node instanceof HTMLFormElement;
}
