import type { Page } from '@playwright/test';

/** The part of a DOM node, as the browser's debugger tells it, that is looked at. */
interface InspectedNode {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: InspectedNode[];
  shadowRoots?: InspectedNode[];
}

/** The card beside a passage. Its shadow root is closed: only the debugger sees inside. */
export async function inspectCard(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const all: InspectedNode[] = [];
  const visit = (node: InspectedNode) => {
    all.push(node);
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) visit(child);
  };
  visit(root as InspectedNode);
  const host = all.find((node) => node.attributes?.includes('popover') && node.shadowRoots);
  const text = (node: InspectedNode): string =>
    node.nodeName === '#text'
      ? node.nodeValue
      : [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(text).join('\n');
  const find = (words: string) =>
    all.find((node) => node.nodeName === 'BUTTON' && text(node) === words);
  return {
    isOpen: host !== undefined,
    words: host ? text(host) : '',
    async click(words: string): Promise<void> {
      const button = find(words);
      if (!button) throw new Error(`The card has no button "${words}"`);
      const { model } = await session.send('DOM.getBoxModel', { nodeId: button.nodeId });
      const [left = 0, top = 0] = model.content;
      await page.mouse.click(left + model.width / 2, top + model.height / 2);
    },
  };
}
